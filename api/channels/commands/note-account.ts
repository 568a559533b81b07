import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { forgetChannels } from '../queries.ts'
import type { TokenState } from '../schema.ts'
import { asSubject, lockChannel } from './lock-channel.ts'
import { otherWithSender } from './sender-taken.ts'

/** What the platform says of the account behind the credentials. Another channel that is the same account is answered, not overwritten. */
export async function noteAccount(
  ctx: Ctx,
  it: { channelId: string; externalId: string; botName: string },
): Promise<{ sameAs: { name: string | null } | undefined }> {
  const channel = await lockChannel(ctx, it.channelId)
  const { kind, active } = channel
  const sameAs = active
    ? await otherWithSender(ctx, { kind, externalId: it.externalId, notChannel: channel.id })
    : undefined
  const same = channel.externalId === it.externalId && channel.botName === it.botName
  if (sameAs || same) return { sameAs }
  await channel.$query(ctx.trx).patch({ externalId: it.externalId, botName: it.botName.slice(0, 200) })
  ctx.afterCommit(forgetChannels)
  return { sameAs: undefined }
}

/** Notes whether the token works. True when it has just turned out to be refused: once, however many look at it at the same time. */
export async function noteToken(ctx: Ctx, it: { channelId: string; state: TokenState }): Promise<boolean> {
  const channel = await lockChannel(ctx, it.channelId)
  const turned = channel.tokenState !== it.state
  await channel.$query(ctx.trx).patch({
    tokenState: it.state,
    tokenCheckedAt: ctx.now,
    ...(turned && { tokenSince: ctx.now }),
  })
  const refused = turned && it.state === 'refused'
  const mended = turned && it.state === 'works' && channel.tokenState === 'refused'
  if (refused || mended)
    record(ctx, asSubject(channel), refused ? 'channel.token_refused' : 'channel.token_works_again')
  return refused
}
