import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { encrypt } from '../../secrets.ts'
import type { ChannelRow } from '../model.ts'
import { channelPolicy } from '../policy.ts'
import { forgetChannels } from '../queries.ts'
import type { ChannelChange } from '../schema.ts'
import { asSubject, lockChannel } from './lock-channel.ts'
import { mustBeFree } from './sender-taken.ts'

const ofLine = ['secret', 'token', 'liffId', 'loginChannelId'] as const
const ofWhatsapp = ['accountSid', 'authToken', 'sender'] as const

/** Renames, switches on or off, or gives other credentials: at once, for whatever comes or goes from the commit on. */
export async function changeChannel(ctx: Ctx, channelId: string, it: ChannelChange): Promise<void> {
  const row = await lockChannel(ctx, channelId)
  channelPolicy.must(ctx, 'change', row)
  const stranger = (row.kind === 'line' ? ofWhatsapp : ofLine).find((field) => it[field] !== undefined)
  if (stranger) throw new Refusal('channel_kind_wrong', { kind: row.kind }, stranger)
  const externalId = it.sender ?? row.externalId
  if (externalId && (it.active ?? row.active)) await mustBeFree(ctx, { kind: row.kind, externalId, notChannel: row.id })
  const patch = patchOf(row, it)
  if (Object.keys(patch).length === 0) return
  await row.$query(ctx.trx).patch(patch)
  // names of fields only: what they were and are is nobody's but the channel's
  record(ctx, asSubject(row), 'channel.changed', { fields: Object.keys(it).toSorted() })
  ctx.afterCommit(forgetChannels)
}

function patchOf(row: ChannelRow, it: ChannelChange): Partial<ChannelRow> {
  const [secret, token] = row.kind === 'line' ? [it.secret, it.token] : [it.authToken, it.accountSid]
  const proven = secret !== undefined || token !== undefined
  return {
    ...(it.name !== undefined && { name: it.name }),
    ...(it.active !== undefined && { active: it.active }),
    ...(secret !== undefined && { secretEnc: encrypt(secret) }),
    ...(token !== undefined && { tokenEnc: encrypt(token) }),
    ...(it.sender !== undefined && { externalId: it.sender }),
    ...(it.liffId !== undefined && { liffId: it.liffId }),
    ...(it.loginChannelId !== undefined && { loginChannelId: it.loginChannelId }),
    // what was known of the credentials before is not known of these
    ...(proven && { tokenState: null, tokenCheckedAt: null, tokenSince: null, pausedAt: null, pausedWhy: null }),
  }
}
