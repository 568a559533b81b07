import { undoesBooked } from '../../api/cases/schema.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { askWhichBooking } from '../dialogues/begin-booking.ts'
import { askWhichProblem } from '../dialogues/report-problem.ts'
import { notSure } from '../dialogues/small-matters.ts'
import { isFresh } from './clarify.ts'
import { CORRECTS, slotsOfAll } from './corrections.ts'
import { isSureOfLabel, isUnsure, SURE_LABEL, surely } from './course.ts'
import type { Answer, CustomerTurn, Understand } from './customer-turn.ts'
import { BARE_ANSWER } from './words/elsewhere.ts'
import { A_REFERENCE, referenceAlone } from './words/set-words.ts'

/** What follows a question to clarify belongs to it, unless it is surely something by itself. */
export const addsToEarlier = (turn: CustomerTurn, it: Understanding): boolean => {
  if (correctsWish(turn, it)) return true
  // chatter adds nothing, 555 is laughter; '1000' may be what was asked for
  if (it.intent === 'smalltalk' || it.intent === 'other') return /\d/.test(turn.said.replace(/[5๕]{3,}/g, ''))
  if (turn.said.trim().length <= BARE_ANSWER) return true
  return it.intentConfidence < 0.8 || (it.labelConfidence ?? 1) < SURE_LABEL
}

/** 'Sorry, make it 5', while we ask which booking they mean: nothing is booked yet that a case could change. */
const correctsWish = ({ said, state }: CustomerTurn, it: Understanding): boolean =>
  CORRECTS.test(said) &&
  it.intent === 'case_report' &&
  undoesBooked(it) &&
  (state.clarifying?.choices?.some((one) => one.kind === 'booking') ?? false)

/** What somebody said before and after a question to clarify, read as one; or what is still to be asked. */
type ReadTogether = { turn: CustomerTurn; it: Understanding } | { ask: Answer }

/**
 * One question to clarify is enough: its answer is read together with the words that were not clear. What the answer says by itself for sure
 * counts most; then both together; and then the likeliest type, which staff can change.
 */
export async function readWithEarlier(
  turn: CustomerTurn,
  understand: Understand,
  alone?: Understanding,
): Promise<ReadTogether | undefined> {
  if (!isFresh(turn)) return undefined
  const { clarifying, ...state } = turn.state
  const said = `${clarifying?.text ?? ''}\n${turn.said}`
  const both = { ...withNumber(turn, understand(said)), slots: slotsOfAll(said, understand) }
  const next = { ...turn, state, said }
  const isSure = (it: Understanding) =>
    !isUnsure(it, turn.tenant.settings.sureFrom) && isSureOfLabel(it) && it.labelConfidence !== undefined
  const told = alone?.bookingKind ? turn.slotsFor(said, alone.bookingKind) : both.slots
  if (alone && isSure(alone) && !correctsWish(turn, alone))
    return { turn: next, it: { ...alone, slots: { ...told, ...alone.slots } } }
  if (alone && !['case_report', 'booking_request'].includes(both.intent)) return undefined
  if (isUnsure(both, turn.tenant.settings.sureFrom)) return { ask: notSure(next) }
  const label = both.labelConfidence ?? 0
  // who was asked twice has told what there is to tell
  const isLikelyTrouble = label >= LIKELY_LABEL || both.severity === 'critical' || clarifying?.choices === undefined
  if (label >= SURE_LABEL || (both.intent === 'case_report' && isLikelyTrouble)) return { turn: next, it: surely(both) }
  // the words wait for what is picked from the list
  const waiting = {
    ...next,
    state: { ...state, clarifying: { text: said, at: clarifying?.at ?? turn.ctx.now.toISOString() } },
  }
  if (both.intent === 'booking_request') return { ask: await askWhichBooking(waiting) }
  if (both.intent === 'case_report') return { ask: await askWhichProblem(waiting, turn.copy.whichMatter()) }
  return { turn: next, it: both }
}
const LIKELY_LABEL = 0.3

/** A number alone, after a question to clarify, says nothing new of what it is about: that is still the likeliest. */
function withNumber({ said, state }: CustomerTurn, both: Understanding): Understanding {
  const likeliest = state.clarifying?.choices?.find((it) => it.kind === 'case')
  // 'PB-26110203, pick-up at half past nine, to Don Mueang' tells of what was booked
  const isOfBooked = A_REFERENCE.test(said) && both.intent === 'booking_request'
  if (!(referenceAlone(said) || isOfBooked) || !likeliest) return both
  const { severity: _, severityReason: __, bookingKind: ___, concerns: ____, ...rest } = both
  return surely({ ...rest, intent: 'case_report', intentConfidence: 1, caseType: likeliest.key })
}
