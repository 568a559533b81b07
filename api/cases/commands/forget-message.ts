import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { withoutReadFrom } from '../../forgotten-words.ts'
import { asSubject, lockCase } from './timeline.ts'

/** The customer took back or changed a message about a case: what was read from it goes too; that it happened stays. Answers what was forgotten. */
export async function forgetInCase(
  ctx: Ctx,
  it: { caseId: string; words: string; stillSaid: string; messageId: string; why: 'withdrawn' | 'edited' | 'misheard' },
): Promise<{ reference: string; forgotten: string[] }> {
  const found = await lockCase(ctx, it.caseId)
  const slots = withoutReadFrom(found.slots, it.words, it.stillSaid)
  const gone = Object.entries(found.slots).filter(([name]) => !(name in slots))
  await found.$query(ctx.trx).patch({ slots, updatedAt: ctx.now })
  record(ctx, asSubject(found), `case.message_${it.why}`, { messageId: it.messageId })
  return { reference: found.reference, forgotten: gone.flatMap(([, value]) => written(value)) }
}

/** As a card shows it. */
const written = (value: unknown): string[] =>
  typeof value === 'number' ? [String(value), value.toLocaleString('en')] : typeof value === 'string' ? [value] : []
