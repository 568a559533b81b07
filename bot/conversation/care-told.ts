import type { AnswerValue, ConversationState } from '../../api/conversations/schema.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { childAge } from './words/child-age.ts'
import { clausesOf } from './words/clauses.ts'
import { tellsOfCare } from './words/wishes.ts'

/** As long as one may still be speaking of the same visit. */
const LASTS_MS = 24 * 60 * 60_000
const MOST_KEPT = 300

/** What was told of those who come (an allergy, a bad knee, 79 years) before anything was booked is kept for the booking that follows. */
export function rememberingCare(turn: CustomerTurn, decided: Answer): Answer {
  const { draft, told: before } = decided.state
  if (draft?.dialogue === 'book' || decided.bookingId !== undefined) return decided
  const care = clausesOf(turn.said).filter((one) => tellsOfCare(one) || childAge(one) !== undefined)
  if (care.length === 0) return decided
  const kept = (before?.words.split('\n') ?? []).filter((it) => !care.includes(it))
  const words = [...kept, ...care].join('\n').slice(-MOST_KEPT).toWellFormed()
  return { ...decided, state: { ...decided.state, told: { words, at: turn.ctx.now.toISOString() } } }
}

/** With what was told of them before: it is said once, and stands in the note. */
export function withCareTold(
  { ctx, state, said }: CustomerTurn,
  answers: Record<string, AnswerValue>,
): { state: ConversationState; answers: Record<string, AnswerValue> } {
  const { told, ...rest } = state
  if (!told) return { state, answers }
  const isLately = ctx.now.getTime() - Date.parse(told.at) <= LASTS_MS
  const note = String(answers['note'] ?? '')
  const words = told.words.split('\n').filter((it) => !note.includes(it) && !said.includes(it))
  if (!isLately || words.length === 0) return { state: rest, answers }
  const all = [...words, ...(note ? [note] : [])].join('\n').slice(0, MOST_KEPT).toWellFormed()
  return { state: rest, answers: { ...answers, note: all } }
}
