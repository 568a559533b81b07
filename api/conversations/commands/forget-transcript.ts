import type { Ctx } from '../../context.ts'
import { MessageRow } from '../model.ts'
import { type Forgotten, forgetWords } from './forget-words.ts'

/** Whose transcript went, and to what it had been tied. */
export type Misheard = Forgotten & { caseId: string | null; bookingId: string | null }

/** The customer says that this is not what they said: what was heard goes from everywhere, the recording stays for people to listen to. */
export async function forgetTranscripts(
  ctx: Ctx,
  it: { conversationId: string; messageIds: string[] },
): Promise<Misheard[]> {
  const rows = await MessageRow.query(ctx.trx)
    .whereIn('id', it.messageIds)
    .where({ conversation_id: it.conversationId, direction: 'in', kind: 'audio' })
    .whereNull('removed_at')
    .whereNotNull('body')
    .orderBy('id')
    .forUpdate()
  const gone: Misheard[] = []
  for (const row of rows) {
    const words = row.body ?? ''
    const { heardBy: _, ...content } = (row.content ?? {}) as { heardBy?: string }
    await row.$query(ctx.trx).patch({ body: null, content: { ...content, unheard: 'misheard' } })
    gone.push({ ...(await forgetWords(ctx, row, words, 'misheard')), caseId: row.caseId, bookingId: row.bookingId })
  }
  return gone
}
