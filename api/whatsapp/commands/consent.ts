import { wantsMessages } from '../../contacts/commands/consent.ts'
import type { Ctx } from '../../context.ts'
import type { Lane } from '../schema.ts'

type Said = { channelId: string; sourceId: string; contactId: string; wording: string }

/** STOP: nothing that we begin goes there any more. Says whether it is news: it is confirmed once. */
export const stopMessages = (ctx: Ctx, it: Said): Promise<boolean> => consent(ctx, it, false)

/** START: the customer wants to be written to again. */
export const startMessages = (ctx: Ctx, it: Said): Promise<boolean> => consent(ctx, it, true)

/** The chat says what the road of a message must know at once; the list of consents says when, and in which words. */
async function consent(ctx: Ctx, it: Said, given: boolean): Promise<boolean> {
  // STOP said again is no question that may be answered: it stops anew, and is no news
  const { rows } = (await ctx.trx.raw(
    `with before as (select stopped_at is not null as stopped from whatsapp_chats where channel_id = ? and source_id = ?)
     insert into whatsapp_chats as c (tenant_id, channel_id, source_id, stopped_at) values (?, ?, ?, ?)
     on conflict (channel_id, source_id) do update set stopped_at = excluded.stopped_at
     returning coalesce((select stopped from before), false) as was_stopped`,
    [it.channelId, it.sourceId, ctx.tenantId, it.channelId, it.sourceId, given ? null : ctx.now],
  )) as { rows: { was_stopped: boolean }[] }
  if (rows[0]?.was_stopped !== given) return false
  await wantsMessages(ctx, { ...it, wants: given })
  return true
}

/** The platform refused because the person opted out there: kept as if they had said it to us. */
export async function optedOutAtPlatform(ctx: Ctx, it: Pick<Lane, 'channelId' | 'sourceId'> & { code: number }) {
  const { rows } = (await ctx.trx.raw(
    'select contact_id from conversations where channel_id = ? and source_id = ? and contact_id is not null',
    [it.channelId, it.sourceId],
  )) as { rows: { contact_id: string }[] }
  const contactId = rows[0]?.contact_id
  if (contactId) await stopMessages(ctx, { ...it, contactId, wording: String(it.code) })
}
