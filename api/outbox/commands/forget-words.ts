import type { Ctx } from '../../context.ts'
import { headOf, withoutWordsIn } from '../../forgotten-words.ts'
import { OutboxRow } from '../model.ts'

/**
 * What left, or is about to leave, quotes them no more. A push that is still to be tried again is worded anew under its key: LINE answers
 * 'had it already' to the key, whatever the body is.
 */
export async function forgetInOutbox(
  ctx: Ctx,
  it: {
    words: string
    since: Date
    conversationId: string
    caseId: string | null
    bookingId: string | null
    /** only what was said in this very conversation */
    here?: boolean
    /** only what names this: a number by itself says nothing of whose it is */
    naming?: string
  },
): Promise<void> {
  const [head, naming] = [inJson(headOf(it.words)), inJson(it.naming ?? '')]
  const near = `created_at >= ? and (conversation_id = ?::uuid or ?::boolean)`
  const bindings = [it.since, it.conversationId, !it.here]
  await ctx.trx.raw(
    `update outbox set body = null where body is not null and ${near}
       and (case_id = ? or booking_id = ? or conversation_id = ? or position(convert_to(?, 'UTF8') in body) > 0)`,
    [...bindings, it.caseId, it.bookingId, it.conversationId, head] as never[],
  )
  const rows = await OutboxRow.query(ctx.trx)
    .whereRaw(near, bindings)
    .whereRaw('position(? in messages::text) > 0 and position(? in messages::text) > 0', [head, naming])
    .forUpdate()
  for (const row of rows) await row.$query(ctx.trx).patch({ messages: withoutWordsIn(row.messages, it.words) })
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)
