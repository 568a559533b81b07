import { undoesBooked } from '../../../api/cases/schema.ts'
import type { Understanding } from '../../../api/triage/understanding.ts'

export const INTERRUPTS_FROM = 0.6
export const BARE_ANSWER = 24
/** A trouble in which the engine hardly believes itself is, while a question waits, an answer: 'the terrace, by the river'. */
export const HARDLY = 0.45

/** To change or to cancel, and no number is named: of what is only being written down nothing need be undone. */
export const changesThis = (it: Understanding): boolean =>
  it.intent === 'case_report' && undoesBooked(it) && !it.slots.order_id && !it.slots.reference

/** Words that are about something else than the question: they are answered, and the question is asked again. */
export const isElsewhere = (it: Understanding): boolean =>
  ['question', 'status_query', 'smalltalk', 'case_report'].includes(it.intent) &&
  !changesThis(it) &&
  it.intentConfidence >= INTERRUPTS_FROM &&
  it.confidence >= HARDLY

/** A trouble that half of the engine sees in 'the terrace, by the river' is none. */
export const isClear = (it: Understanding): boolean => it.intent !== 'case_report' || (it.labelConfidence ?? 0) >= 0.6
