import { activeCaseTypes } from '../../api/cases/queries/case-types.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import { readSkip, readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { resumeBooking } from '../dialogues/set-aside.ts'
import { corrections } from './corrections.ts'
import { type Answer, type CustomerTurn, takenUp } from './customer-turn.ts'
import { goesBack, sendsIt, takesIt } from './words/loose-words.ts'
import { BARE_ANSWER } from './words/elsewhere.ts'
import { readAsAnswer } from './waiting-question.ts'

export const isSureTrouble = (it: Understanding): boolean => it.intent === 'case_report' && it.intentConfidence >= 0.75

/** A booking that was set aside goes on when its question is answered, it is spoken of, or sent. */
export async function backInWords(
  turn: CustomerTurn,
  it: Understanding,
  whole: Understanding,
): Promise<Answer | undefined> {
  const { draft, parked } = turn.state
  if (draft?.dialogue === 'book' || parked?.dialogue !== 'book') return undefined
  // 'thank you. continue, …' is no trouble, whatever the rest alone sounds like after one
  const isTrouble = isSureTrouble(it) && (isSureTrouble(whole) || !goesBack(turn.said))
  if (isTrouble && (it.severity === 'critical' || !goesBack(turn.said))) return undefined
  if (draft?.asked === 'consent' && readYesNo(turn.said)) return undefined
  const sends = parked.asked === 'agreed' && (sendsIt(turn.said) || (!draft && readYesNo(turn.said) === 'yes'))
  if (sends) return resumeBooking(turn, { ...parked, answers: { ...parked.answers, agreed: true } })
  const agrees = readYesNo(turn.said) === 'yes' || readSkip(turn.said)
  if (sendsIt(turn.said) || (!draft && agrees)) return resumeBooking(turn, parked)
  const { draft: _, ...state } = turn.state
  const own = { ...turn, state: { ...state, draft: parked } }
  const told = corrections(turn, parked, it)
  const isWish = it.intent === 'booking_request' && it.intentConfidence >= 0.6
  const speaksOfIt =
    goesBack(turn.said) ||
    (!draft && takesIt(turn.said)) ||
    ((!draft || isWish) && answersIt(parked, told)) ||
    (await isOnlyOfIt(turn, draft, parked, told))
  if (!speaksOfIt) return undefined
  if (!told && !goesBack(turn.said)) {
    const { state: rest, parked: waiting = parked } = takenUp(own.state)
    return readAsAnswer({ ...turn, state: rest }, waiting, it)
  }
  return resumeBooking({ ...turn, state }, told ?? parked)
}

/** '2 people', while a number is asked for about the trouble: it says nothing that its type wants to know. */
async function isOnlyOfIt(
  turn: CustomerTurn,
  draft: Draft | undefined,
  parked: Draft,
  told: Draft | undefined,
): Promise<boolean> {
  if (!told || draft?.dialogue !== 'report' || draft.asked === 'consent' || turn.said.length > BARE_ANSWER) return false
  const changed = Object.keys(told.answers).filter((name) => told.answers[name] !== parked.answers[name])
  if (!changed.some((name) => name === parked.asked || ['date', 'time', 'party_size'].includes(name))) return false
  const type = (await activeCaseTypes(turn.ctx)).find((it) => it.key === draft.kind)
  const wanted = [draft.asked, ...(type?.requiredSlots ?? []), ...(type?.optionalSlots ?? [])]
  return !changed.some((name) => wanted.includes(name))
}

/** Whether what was told is what the booking was waiting for. */
const answersIt = (parked: Draft, told: Draft | undefined): boolean =>
  told !== undefined &&
  Object.keys(told.answers).some(
    (name) =>
      parked.answers[name] === undefined && (name === parked.asked || ['date', 'time', 'party_size'].includes(name)),
  )
