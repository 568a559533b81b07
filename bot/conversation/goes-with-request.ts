import type { Draft } from '../../api/conversations/schema.ts'
import { readJoining } from '../../api/triage/slots/joining.ts'
import { readOfParty } from '../../api/triage/slots/some-of-party.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { continueBooking } from '../dialogues/book.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { besidesJoining, withThoseJoining } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { goesAlong } from './words/goes-along.ts'
import { isLeftOpen } from './words/left-open.ts'
import { isSetWords, isThanks, looksAsked } from './words/set-words.ts'
import { isWish, tellsOfCare, tellsWish } from './words/wishes.ts'
import { wentWrong } from './words/wishes-only.ts'

const LEAST_OF_NOTE = 8
const LONGEST_NOTE = 300

/** 'Window table please', a link, 'no pork': what was said over the finished request goes with it, and is read back. */
export function withNote(turn: CustomerTurn, draft: Draft): Draft {
  const words = turn.said.trim()
  const kept = String(draft.answers['note'] ?? '')
    .split('\n')
    .filter((line) => line !== '' && !words.includes(line))
  const note = [...kept, words].join('\n').slice(0, LONGEST_NOTE).toWellFormed()
  return { ...draft, misses: 0, answers: { ...draft.answers, note } }
}

/** 'About 2,500 each, and no big climbs, he has bad knees': what changes the request, and what goes with it. */
export const withCare = (turn: CustomerTurn, draft: Draft): Draft =>
  tellsOfCare(turn.said) ? withNote(turn, draft) : draft

/** A link, an '@account': what the request is for, wherever it is told. */
export function withLinks(turn: CustomerTurn, draft: Draft): Draft {
  const noted = String(draft.answers['note'] ?? '')
  const links = goesAlong(turn.said, { ride: false, meal: false }).filter((it) => !noted.includes(it))
  return links.length > 0 ? withNote({ ...turn, said: links.join('\n') }, draft) : draft
}

/** 'Vegetarian', whatever is asked just then: it goes with the request, and the question is asked again. */
export async function keepWish(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const again = await continueBooking(turn, withNote(turn, withAll(turn, draft)))
  // 'my husband is coeliac, will that be a problem?' is not only noted down
  if (looksAsked(turn.said)) return { ...again, say: inTwoBubbles(turn.copy.ask.passedOn(), [], again.say) }
  const [first, ...rest] = again.say
  if (first?.type !== 'text' && first?.type !== 'date' && first?.type !== 'list') return again
  if (first.text.includes(turn.said.trim())) return again
  return { ...again, say: [{ ...first, text: turn.copy.ask.noted(turn.said.trim(), first.text) }, ...rest] }
}

/** 'One more comes, so five of us, and she is diabetic': how many they all are now. */
function withAll({ said }: CustomerTurn, draft: Draft): Draft {
  if (draft.answers['party_size'] === undefined) return draft
  const all = withThoseJoining(said, draft) ?? readOfParty(said, draft.answers['party_size']).all
  return all === undefined ? draft : { ...draft, answers: { ...draft.answers, party_size: all } }
}

/** Questions of the desk that are no slot. */
export const STEPS = ['agreed', 'slot', 'item', 'change', 'consent']

/** Asked by this business alone: whatever is said may be the answer to it. */
export const isOwnQuestion = (turn: CustomerTurn, asked: string): boolean =>
  !Object.hasOwn(turn.copy.slot, asked) && !STEPS.includes(asked)

export const mayBeNote = (said: string): boolean =>
  said.trim().length >= LEAST_OF_NOTE && /[\p{L}\p{M}]{3}/u.test(said) && !isSetWords(said)

/** 'One of us is a child', when it is known how many come. Who only says that more come speaks of all. */
export function speaksOfSome(turn: CustomerTurn, draft: Draft): boolean {
  if (draft.answers['party_size'] === undefined) return false
  const joining = withThoseJoining(turn.said, draft) === undefined ? undefined : readJoining(turn.said)
  if (!joining) return readOfParty(turn.said, draft.answers['party_size']).some
  return OF_CHILDREN.test(joining.text) || readOfParty(besidesJoining(turn.said, joining)).some
}
const OF_CHILDREN = /kid|child|bab|toddler|teen|เด็ก|ลูก|หลาน|子|小孩|孩/i

/** This goes with the request, whatever else it may seem to be: a wish at any time, and over the finished request what is said of some. An emergency is one. */
export const goesWithRequest = (turn: CustomerTurn, draft: Draft, it: Understanding): boolean =>
  draft.dialogue === 'book' &&
  (hasNoAnswerYet(turn, draft, it) ||
    ((isWish(turn.said) || tellsOnlyCare(turn, draft) || tellsBeside(turn, draft, it)) &&
      !isOwnQuestion(turn, draft.asked ?? '')) ||
    (draft.asked === 'agreed' && it.severity !== 'critical' && speaksOfSome(turn, draft)))

/** 'No budget set yet, the price first', to what is asked of a booking: no trouble, whatever the engine hears in it. */
const hasNoAnswerYet = ({ said }: CustomerTurn, draft: Draft, it: Understanding): boolean =>
  it.severity !== 'critical' &&
  (draft.asked === 'budget' || draft.asked === 'date' || draft.answers['budget'] === '') &&
  isLeftOpen(said)

export const MEASURED = ['party_size', 'duration_nights', 'time', 'date']

/** 'One of us is in a wheelchair' tells something of this visit, and nothing that went wrong, whatever the engine hears in it. */
export const tellsBeside = (turn: CustomerTurn, draft: Draft, it: Understanding): boolean =>
  (it.intent === 'booking_request' ||
    (draft.asked === 'agreed' && (it.intent === 'smalltalk' || it.intent === 'other') && !isThanks(turn.said)) ||
    (it.intent === 'case_report' && it.severity !== 'critical' && (it.labelConfidence ?? 0) < SURELY_TROUBLE)) &&
  tellsWish(turn.said) &&
  !wentWrong(turn.said) &&
  // 'the one on the 28th, please' may be the answer
  !(['slot', ...MEASURED].includes(draft.asked ?? '') && /[\d๐-๙]/.test(turn.said)) &&
  Object.keys(turn.slotsFor(turn.said, draft.kind)).length === 0
const SURELY_TROUBLE = 0.9

/** What somebody eats or needs, beside nothing that the booking still asks for. */
export function tellsOnlyCare(turn: CustomerTurn, draft: Draft): boolean {
  if (!tellsOfCare(turn.said)) return false
  const told = turn.slotsFor(turn.said, draft.kind)
  const isCounted = told.party_size === undefined || draft.answers['party_size'] !== undefined
  return isCounted && !told.date && !told.time && !told.duration_nights
}
