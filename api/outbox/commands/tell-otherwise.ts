import type { ChannelKind } from '../../channels/queries.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { OutboxRow } from '../model.ts'
import { post } from './post.ts'
import type { Undelivered } from './take-untold.ts'

/**
 * A customer could not be told where it was tried: the same news goes, once, to another chat of theirs that can be written to; else staff
 * get the task. Who asked not to be written to is written to nowhere. False when it is no customer's own chat, or LINE would not have it and
 * there is no other: then it is a failure like any other. The parcel has been marked as told in this transaction.
 */
export async function tellOtherwise(ctx: Ctx, it: Undelivered): Promise<boolean> {
  const old = it.state === 'dead' && (await OutboxRow.query(ctx.trx).findById(it.id))
  if (!old) return false
  const chats = await chatsBeside(ctx, old)
  if (!chats || !(it.unreachable ?? chats.kind === 'line')) return false
  if (old.resentAs) return true
  const about = { ...(old.caseId && { caseId: old.caseId }), ...(old.bookingId && { bookingId: old.bookingId }) }
  const only = it.unreachable === 'opted_out' || old.event === 'turn.answered' || chats.cameOver
  if (!chats.other || only) {
    if (!it.unreachable) return false
    const facts = { why: it.unreachable, event: old.event }
    await notifyStaff(ctx, { event: 'customer.unreachable', conversationId: old.conversationId, facts, ...about })
    return true
  }
  const { channelId, conversationId } = chats.other
  const { event, messages, language } = old
  const resentAs = post(ctx, { channelId, conversationId, event, messages, language, ...about })
  await old.$query(ctx.trx).patch({ resentAs })
  return true
}

type Chats = {
  kind: ChannelKind
  /** it was to be told in another chat before this one */
  cameOver: boolean
  other: { channelId: string; conversationId: string } | undefined
}

/**
 * When this is a customer's own chat: where else they can be told, on the other platform. On LINE that is where they have not blocked the
 * account, on WhatsApp where they have not said STOP and there is somebody at the number.
 */
async function chatsBeside(ctx: Ctx, it: OutboxRow): Promise<Chats | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select c.kind, here.kind as channel, o.id, o.channel_id,
       exists (select 1 from outbox f where f.resent_as = ? and f.conversation_id <> c.id) as came_over
     from conversations c join channels here on here.id = c.channel_id
     left join contacts p on p.id = c.contact_id and p.erased_at is null
     left join lateral (
       select o.id, o.channel_id from conversations o join channels h on h.id = o.channel_id
       where o.contact_id = p.id and o.kind = 'direct' and h.kind = case here.kind when 'line' then 'whatsapp' else 'line' end and h.active
         and (h.kind <> 'line' or p.blocked_at is null)
         and not exists (select 1 from whatsapp_chats w where w.channel_id = o.channel_id and w.source_id = o.source_id and w.stopped_at is not null)
         and not exists (select 1 from contact_identities i
           where i.contact_id = p.id and i.kind = h.kind and i.value = o.source_id and i.unreachable_at is not null)
       order by o.last_message_at desc nulls last limit 1) o on true
     where c.id = ?`,
    [it.id, it.conversationId],
  )) as {
    rows: { kind: string; channel: ChannelKind; id: string | null; channel_id: string | null; came_over: boolean }[]
  }
  const row = rows[0]
  if (row?.kind !== 'direct' || row.channel === 'api') return undefined
  const other = row.id && row.channel_id ? { conversationId: row.id, channelId: row.channel_id } : undefined
  return { kind: row.channel, cameOver: row.came_over, other }
}
