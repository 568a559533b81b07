import type { Ctx } from '../../context.ts'
import { forgetInOutbox } from '../../outbox/commands/forget-words.ts'
import { tenantById } from '../../tenants/queries.ts'
import type { Language } from '../../tenants/schema.ts'
import { MessageRow } from '../model.ts'
import type { AnswerValue, ConversationState } from '../schema.ts'

/**
 * What a machine read in a picture, until the customer says whether it is so. It stands beside the message and goes with it; its words hold every
 * value, so that taking the picture back finds them wherever they were quoted.
 */
export type Reading = { words: string; slots: Record<string, AnswerValue> }

export const readingIn = (it: Pick<MessageRow, 'content'>): Reading | undefined =>
  (it.content as { reading?: Reading } | null)?.reading

type Place = { conversationId: string; messageId: string }

/** The chat in which a picture may be asked about: a customer's own, in the bot's hands, not in the middle of a booking. */
export async function chatOfPicture(
  ctx: Ctx,
  it: { fileId: string },
): Promise<(Place & { language: Language }) | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select m.id as "messageId", c.id as "conversationId", c.language, c.state
     from files f join messages m on m.id = f.message_id join conversations c on c.id = m.conversation_id
     where f.id = ? and f.state = 'stored' and m.removed_at is null and m.author = 'customer'
       and c.kind = 'direct' and c.mode = 'bot' and c.contact_id is not null`,
    [it.fileId],
  )) as { rows: (Place & { language: Language | null; state: ConversationState })[] }
  const [row] = rows
  if (!row || row.state.draft?.dialogue === 'book') return undefined
  const { messageId, conversationId } = row
  return { messageId, conversationId, language: row.language ?? (await tenantById(ctx.tenantId)).language }
}

/** Keeps what was read beside its picture; false when the picture was taken back meanwhile. */
export async function keepReading(ctx: Ctx, it: Place, reading: Reading): Promise<boolean> {
  const row = await standing(ctx, it)
  if (!row) return false
  await row.$query(ctx.trx).patch({ content: { ...(row.content as object | null), reading } })
  return true
}

/** What waits to be confirmed. */
export async function readingOf(ctx: Ctx, it: Place): Promise<Reading | undefined> {
  const row = await standing(ctx, it)
  return row && readingIn(row)
}

const ASKED_MS = 30 * 60_000

/** The picture whose reading was asked about last, for a while, and is not answered. */
export async function unansweredReading(ctx: Ctx, conversationId: string): Promise<string | undefined> {
  const row = await MessageRow.query(ctx.trx)
    .select('id')
    .where({ conversation_id: conversationId, direction: 'in', kind: 'image' })
    .where('happened_at', '>', new Date(ctx.now.getTime() - ASKED_MS))
    .whereNull('removed_at')
    .whereRaw(`content -> 'reading' is not null`)
    .orderBy('happened_at', 'desc')
    .first()
  return row?.id
}

/** The customer's word on it, once: confirmed, they are words of theirs like any other; else nothing of them stays. */
export async function settleReading(ctx: Ctx, it: Place & { right: boolean }): Promise<Reading | undefined> {
  const row = await standing(ctx, it)
  const found = row && readingIn(row)
  if (!row || !found) return undefined
  const { reading: _, ...content } = row.content as { reading: Reading }
  await row.$query(ctx.trx).patch({ content, ...(it.right && { body: found.words }) })
  if (!it.right)
    await forgetInOutbox(ctx, {
      words: found.words,
      since: row.happenedAt,
      here: true,
      conversationId: it.conversationId,
      caseId: null,
      bookingId: null,
    })
  return found
}

/** Ties a confirmed picture to the record that it led to. */
export async function tiePicture(ctx: Ctx, it: Place, to: { caseId?: string; bookingId?: string }): Promise<void> {
  if (!to.caseId && !to.bookingId) return
  await MessageRow.query(ctx.trx)
    .findById(it.messageId)
    .whereNull('case_id')
    .whereNull('booking_id')
    .patch(to.caseId ? { caseId: to.caseId } : { bookingId: to.bookingId ?? null })
}

const standing = (ctx: Ctx, { conversationId, messageId }: Place): Promise<MessageRow | undefined> =>
  MessageRow.query(ctx.trx)
    .findById(messageId)
    .where('conversation_id', conversationId)
    .whereNull('removed_at')
    .forUpdate()
    .execute()
