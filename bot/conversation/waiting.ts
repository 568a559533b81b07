import type { Kind } from '../dialogues/booking-script.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import type { CustomerTurn } from './customer-turn.ts'
import type { readAnswer } from './questions.ts'

/** A question of a booking that waits, and what was found in the words that may answer it. */
export type Waiting = {
  turn: CustomerTurn
  draft: Draft
  understood: Understanding
  /** what was asked last */
  asked: string
  kind: Kind | undefined
  /** what the words say by name: days, numbers, places, things */
  named: Record<string, AnswerValue>
  /** what they say as an answer to this question alone */
  own: ReturnType<typeof readAnswer>
}
