import type { Draft } from '../../api/conversations/schema.ts'
import type { SlotName, Understanding } from '../../api/triage/understanding.ts'
import { answerIfKnown } from '../dialogues/answer-question.ts'
import { continueBooking } from '../dialogues/book.ts'
import { followedBy, inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { personAct } from '../dialogues/small-matters.ts'
import { answersAndAsks } from './answered-and-asked.ts'
import { CORRECTS } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { INTERRUPTS_FROM } from './elsewhere.ts'
import { isOwnQuestion, withNote } from './goes-with-request.ts'
import { asksToChange, asksWhatThereIs, looksAsked } from './set-words.ts'
import { sentencesOf } from './told-and-asked.ts'
import { tellsOfCare, tellsWish } from './wishes.ts'

/** What a question may be the answer to, or a wish put as one: 'is the 12th free?' */
const ANSWERS: SlotName[] = ['date', 'party_size', 'duration_nights', 'name', 'phone', 'email', 'budget']
const NAMED: SlotName[] = ['item', 'venue', 'destination']

/** 'Is lunch included?', in the middle of a booking, asks for an answer: it is no lunch time, no place and no remark. */
export function asksBeside(turn: CustomerTurn, draft: Draft, it: Understanding): boolean {
  const { said } = turn
  if (draft.asked === 'consent' || !looksAsked(said) || CORRECTS.test(said) || asksToChange(said)) return false
  if (answersAndAsks(turn, draft)) return false
  const isQuestion =
    (it.intent === 'question' && it.intentConfidence >= INTERRUPTS_FROM) ||
    asksWhatThereIs(said) ||
    isOwnQuestion(turn, draft.asked ?? '')
  if (!isQuestion && it.intent !== 'status_query') return false
  const told = turn.slotsFor(said, draft.kind)
  // 'do I need an apron?' names a thing, and chooses none
  const mayChoose =
    NAMED.includes(draft.asked as SlotName) || draft.asked === 'change' || it.intentConfidence < SURELY_ASKED
  const named = mayChoose ? [...ANSWERS, ...NAMED] : ANSWERS
  return !(draft.asked === 'time' && told.time) && named.every((name) => told[name] === undefined)
}

/** The answer, if we know it, and the question that waits; else theirs goes with the request, for those who know. */
export async function answerBeside(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const known = await answerIfKnown(turn)
  const part = known ? undefined : await knownInPart(turn, draft)
  if (part) {
    const again = await continueBooking(turn, withNote(turn, draft))
    return { ...again, say: followedBy(part.say, again.say) }
  }
  if (known) {
    // 'could we have a single room each?' is told the rule, and is wished for; so are two sets of clubs, whatever they cost
    const isWished = tellsWish(turn.said) || tellsOfCare(turn.said) || WISHES_TOO.test(turn.said)
    const again = await continueBooking(turn, isWished ? withNote(turn, draft) : draft)
    return { ...again, say: followedBy(known.say, again.say) }
  }
  const again = await continueBooking(turn, withNote(turn, draft))
  return { ...again, say: inTwoBubbles(turn.copy.ask.passedOn(), [personAct(turn)], again.say) }
}
const WISHES_TOO =
  /\d[^\d?？]{0,20}ด้วย|ขอ[^?？]{2,30}ด้วย|\b(?:also|add|plus)\b[^?]{0,20}\d|\d[^\d?]{0,24}\b(?:too|as well|please)\b|\d[^\d？]{0,12}(?:も|追加)/i
const SURELY_ASKED = 0.75

/** 'Would an Alphard fit three bags? How much is it?': one of two questions, of what the other names. */
async function knownInPart(turn: CustomerTurn, draft: Draft): Promise<Answer | undefined> {
  const [, second, ...more] = sentencesOf(turn.said)
  if (second === undefined || more.length > 0) return undefined
  const named = turn.slotsFor(turn.said, draft.kind).item?.[0]?.text
  // what a model said of the whole message is not said of this part
  const { meant: _, ...rest } = turn
  for (const sentence of sentencesOf(turn.said)) {
    const said = named && !sentence.includes(named) ? `${named} ${sentence}` : sentence
    const known = await answerIfKnown({ ...rest, said }, 'no guess')
    if (known) return known
  }
  return undefined
}
