import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import { readJoining } from '../../api/triage/slots/joining.ts'
import { factsInBooking } from '../dialogues/answer-from-catalogue.ts'
import { answerIfKnown } from '../dialogues/answer-question.ts'
import { continueBooking } from '../dialogues/book.ts'
import { catalogueQuestion } from '../dialogues/catalogue-question.ts'
import { personAct } from '../dialogues/small-matters.ts'
import { followedBy, inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { answerEach } from './answers-each.ts'
import { isWishPut } from './answered-and-asked.ts'
import { clausesOf } from './words/clauses.ts'
import type { Answer, CustomerTurn, Understand } from './customer-turn.ts'
import { keepWish, withNote } from './goes-with-request.ts'
import { questionsIn } from './words/questions-in.ts'
import { asksToChange, looksAsked } from './words/set-words.ts'
import { toldAndAsked } from './words/told-and-asked.ts'
import { whoComes, withoutEarlier } from './words/who-comes.ts'
import { tellsOfCare } from './words/wishes.ts'
import { wishesIn } from './words/wishes-told.ts'

/** How many are left is nowhere read back. */
const HOW_MANY_LEFT =
  /\bhow many (?:seats|spots|places|spaces)\b|เหลือ(?:อีก)?(?:กี่|เท่าไ)|ว่าง(?:อยู่)?กี่|(?:残り|あと)何[席名人]|何席(?:残|空)|(?:还|還)?剩(?:几|幾|多少)/i

/** What the next step of the booking shows by itself: whether there is room and when. */
const SHOWN = ['seats', 'when', 'what']
const SHOWS = ['slot', 'agreed', 'item']
const SURELY_ASKED = 0.5

/**
 * 'Two of us, is it in English?', 'is the leopard tour still open?': a wish or an answer with a question in it. The question is answered
 * before the booking goes on, from the catalogue or an article; what nobody here knows goes with the request, and they read so.
 */
export async function answerWithIt(
  turn: CustomerTurn,
  told: Answer,
  understand: Understand,
  isBegun: boolean,
): Promise<Answer> {
  const { draft } = told.state
  if (draft?.dialogue !== 'book') return told
  const several = questionsIn(turn.said).filter((it) => !(isBegun && WISHES_FOR_IT.test(it)))
  const each = await answerEach({ ...turn, state: told.state }, draft, {
    questions: several,
    isAsked: (it) => tellsOfCare(it) || isQuestion(turn, draft, it, understand),
  })
  if (each) return withCare(turn, each, each.state.draft ?? draft)
  const clauses = clausesOf(turn.said)
  // Thai asks in the middle of words, and without a mark
  const beside = toldAndAsked(turn.said)?.asked
  const said = clauses.findLast(looksAsked) ?? beside
  const isAlone = clauses.length === 1 && beside === undefined
  const isOfLeft = HOW_MANY_LEFT.test(turn.said)
  if (!said || (isAlone && !isBegun && !isOfLeft)) return withCare(turn, told, draft)
  const asks = catalogueQuestion(said)?.asks ?? []
  const isShown =
    !isOfLeft &&
    SHOWS.includes(draft.asked ?? '') &&
    asks.every((it) => SHOWN.includes(it) && (draft.asked !== 'item' || it === 'what')) &&
    isOfDays(turn, draft, said)
  // 'can a friend come too?' is answered by who is counted
  const isCounted = asksToChange(said) && readJoining(said) !== undefined
  const isTheWish = isBegun && asks.length === 0 && WISHES_FOR_IT.test(said)
  if (isShown || isCounted || isTheWish || isWishPut(said, turn.slotsFor(said, draft.kind)))
    return withCare(turn, told, draft)
  const asked = { ...turn, said, state: told.state }
  const known =
    (await factsInBooking(asked, draft)) ??
    (await answerIfKnown(asked, 'no guess')) ??
    (beside === undefined || beside === said ? undefined : await answerIfKnown({ ...asked, said: beside }, 'no guess'))
  if (known) {
    const noted = await withCare(turn, told, draft)
    return { ...noted, say: followedBy(known.say, noted.say) }
  }
  const open = [said, beside].find(
    (it) => it !== undefined && (tellsOfCare(it) || isQuestion(turn, draft, it, understand)),
  )
  if (isAlone || open === undefined) return withCare(turn, told, draft)
  const passed = await continueBooking({ ...turn, state: told.state }, withNote({ ...asked, said: open }, draft))
  const noted = passed.state.draft ? await withCare(turn, passed, passed.state.draft) : passed
  return { ...noted, say: inTwoBubbles(turn.copy.ask.passedOn(), [personAct(turn)], noted.say) }
}

/** 'Could you fix it?', 直してもらえますか, beside what is broken: the wish itself, put as a question. */
const WISHES_FOR_IT =
  /^(?:can|could|may|would) (?:i|we|you) (?:please )?(?:rent|hire|order|buy|try|book|reserve|fix|repair|deliver|install)\b[^,;]{0,60}\?*$|(?:借り|予約し|直し|修理し|注文し|購入し)(?:て(?:もらえ|いただけ)|られ|でき)(?:ます|ません)(?:でしょう)?か|(?:จอง|เช่า|สั่ง|ซ่อม|นัด|ลอง)[^\n]{0,30}ได้(?:ไหม|มั้ย|มั๊ย)/i

/** 'Any room in February?' and 'is there one in February?' hold nothing but what the next step shows. */
function isOfDays(turn: CustomerTurn, draft: Draft, said: string): boolean {
  const told = Object.values(turn.slotsFor(said, draft.kind)).flatMap((found) => found.map((it) => it.text))
  const question = catalogueQuestion(said)
  return question !== undefined || (told.length > 0 && catalogueQuestion(said, told, ['when'])?.rest.length === 0)
}

/** 'Two of us, one in a wheelchair', 'two adults and a child of 5', 静かなホテルがいいです, beside an answer: it goes with the request. */
async function withCare(turn: CustomerTurn, told: Answer, draft: Draft): Promise<Answer> {
  const before = String(draft.answers['note'] ?? '')
  const care = clausesOf(turn.said).filter((it) => tellsOfCare(it) && !before.includes(it))
  const party = whoComes(turn.said)
  const isNew = party !== undefined && ![before, ...care].some((it) => it.includes(party))
  const said = [...care, ...(isNew ? [party] : []), ...(await wishesBeside(turn, draft, [before, ...care]))].join('\n')
  if (said === '') return told
  const kept = isNew ? { ...draft, answers: { ...draft.answers, note: withoutEarlier(before) } } : draft
  const again = await continueBooking({ ...turn, state: told.state }, withNote({ ...turn, said }, kept))
  // what was told before the question is told all the same: 'it is for ages 14 and up'
  return told.say.length > again.say.length ? { ...again, say: followedBy(told.say.slice(0, 1), again.say) } : again
}

/** 'No early mornings', プライベートプール付きのヴィラ希望です: what no answer and no other line of the note holds. */
async function wishesBeside(turn: CustomerTurn, draft: Draft, noted: readonly string[]): Promise<string[]> {
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  const asked = kind ? [...kind.requiredSlots, ...kind.optionalSlots] : []
  const answers = Object.values(draft.answers).map(String)
  // 'no early mornings' tells no time to a request that asks for none
  const tellsSlots = (part: string) => Object.keys(turn.slotsFor(part, draft.kind)).some((it) => asked.includes(it))
  return wishesIn(turn.said, tellsSlots).filter((it) => ![...noted, ...answers].some((one) => one.includes(it)))
}

/** 'We hate crowds', whatever is asked just then, of which nothing else is heard: it goes with the request, and the question is asked again. */
export async function keepsWishes(turn: CustomerTurn, draft: Draft): Promise<Answer | undefined> {
  const wishes = await wishesBeside(turn, draft, [String(draft.answers['note'] ?? '')])
  return wishes.length > 0 ? keepWish({ ...turn, said: wishes.join('\n') }, draft) : undefined
}

/** Asked of something that this booking does not ask for itself, and no wish put as a question. */
function isQuestion(turn: CustomerTurn, draft: Draft, said: string, understand: Understand): boolean {
  const it = understand(said)
  if (it.intent === 'question') return it.intentConfidence >= SURELY_ASKED
  return it.intent !== 'booking_request' && Object.keys(turn.slotsFor(said, draft.kind)).length === 0
}
