import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { forgetChannels } from '../queries.ts'
import { asSubject, lockChannel } from './lock-channel.ts'
import { wantMenusSince } from './menus-due.ts'

/** The menus that stand below the chats of a channel now; they were begun `since`. */
export async function noteMenus(
  ctx: Ctx,
  it: { channelId: string; menus: Partial<Record<Language, string>>; since: Date },
): Promise<void> {
  const channel = await lockChannel(ctx, it.channelId)
  await channel.$query(ctx.trx).patch({ richMenus: it.menus })
  await wantMenusSince(ctx, it)
  ctx.afterCommit(forgetChannels)
  record(ctx, asSubject(channel), 'channel.menu_put', { languages: Object.keys(it.menus) })
}
