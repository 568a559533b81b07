import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { OutboxRow } from '../model.ts'
import { post } from './post.ts'
import type { Undelivered } from './take-untold.ts'

/**
 * A customer could not be told where it was tried: the same news goes, once, to another chat of theirs that can be written to; else staff
 * get the task. Who asked not to be written to is written to nowhere. False when it is no customer's own chat: then it is a failure like
 * any other. The parcel has been marked as told in this transaction.
 */
export async function tellOtherwise(ctx: Ctx, it: Undelivered): Promise<boolean> {
  const old = it.unreachable && (await OutboxRow.query(ctx.trx).findById(it.id))
  if (!old) return false
  if (old.resentAs) return true
  const chats = await chatsBeside(ctx, old.conversationId)
  if (!chats) return false
  const about = { ...(old.caseId && { caseId: old.caseId }), ...(old.bookingId && { bookingId: old.bookingId }) }
  const other = it.unreachable === 'opted_out' || old.event === 'turn.answered' ? undefined : chats.other
  if (!other) {
    const facts = { why: it.unreachable, event: old.event }
    await notifyStaff(ctx, { event: 'customer.unreachable', conversationId: old.conversationId, facts, ...about })
    return true
  }
  const { channelId, conversationId } = other
  const { event, messages, language } = old
  const resentAs = post(ctx, { channelId, conversationId, event, messages, language, ...about })
  await old.$query(ctx.trx).patch({ resentAs })
  return true
}

/** Whether this is a customer's own chat, and another one in which nobody minds being told. */
async function chatsBeside(
  ctx: Ctx,
  conversationId: string,
): Promise<{ other: { channelId: string; conversationId: string } | undefined } | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select c.kind, o.id, o.channel_id from conversations c
     left join contacts p on p.id = c.contact_id and p.blocked_at is null
     left join lateral (
       select o.id, o.channel_id from conversations o join channels h on h.id = o.channel_id
       where o.contact_id = p.id and o.kind = 'direct' and h.kind = 'line' and h.active and o.id <> c.id
       order by o.last_message_at desc nulls last limit 1) o on true
     where c.id = ?`,
    [conversationId],
  )) as { rows: { kind: string; id: string | null; channel_id: string | null }[] }
  const row = rows[0]
  if (row?.kind !== 'direct') return undefined
  return { other: row.id && row.channel_id ? { conversationId: row.id, channelId: row.channel_id } : undefined }
}
