import type { Draft } from '../../api/conversations/schema.ts'
import type { SlotName, Understanding } from '../../api/triage/understanding.ts'
import { answerFromCatalogue, factsInBooking } from '../dialogues/answer-from-catalogue.ts'
import { answerIfKnown, articleIfKnown } from '../dialogues/answer-question.ts'
import { asksIncluded } from '../dialogues/asks-included.ts'
import { continueBooking } from '../dialogues/book.ts'
import { catalogueQuestion } from '../dialogues/catalogue-question.ts'
import { followedBy, inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { personAct } from '../dialogues/small-matters.ts'
import { whatIsIncluded } from '../dialogues/what-is-included.ts'
import { answerEach } from './answers-each.ts'
import { answersAndAsks } from './answered-and-asked.ts'
import { CORRECTS, plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { INTERRUPTS_FROM } from './words/elsewhere.ts'
import { followsUp } from './follow-up.ts'
import { isOwnQuestion, withNote } from './goes-with-request.ts'
import { questionsIn } from './words/questions-in.ts'
import { asksToChange, asksWhatThereIs, looksAsked } from './words/set-words.ts'
import { sentencesOf } from './words/told-and-asked.ts'
import { whoComes } from './words/who-comes.ts'
import { tellsOfCare, tellsWish } from './words/wishes.ts'

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
    asksIncluded(said)?.surely ||
    isOwnQuestion(turn, draft.asked ?? '')
  if (!isQuestion && it.intent !== 'status_query') return false
  const told = turn.slotsFor(said, draft.kind)
  // 'do I need an apron?' names a thing, and chooses none
  const mayChoose =
    NAMED.includes(draft.asked as SlotName) || draft.asked === 'change' || it.intentConfidence < SURELY_ASKED
  const named = mayChoose ? [...ANSWERS, ...NAMED] : ANSWERS
  // 'does it rain in March?', of a trip in March, names no day
  const isKnown = (name: SlotName) => told[name]?.every((it) => it.value === draft.answers[name]) ?? true
  return !(draft.asked === 'time' && told.time) && named.every(isKnown)
}

/** The answer, if we know it, and the question that waits; else theirs goes with the request, for those who know. */
export async function answerBeside(turn: CustomerTurn, before: Draft): Promise<Answer> {
  const draft = withPlaceInstead(turn, before)
  const each = await answerEach(turn, draft, { questions: questionsIn(turn.said), isAsked: () => true })
  if (each) return each
  // whether there is room is told of all its days
  const isOfRoom = catalogueQuestion(turn.said)?.asks.every((it) => it === 'seats' || it === 'when') ?? false
  const facts = isOfRoom ? undefined : await factsInBooking(turn, draft)
  const inPart =
    facts || isOfRoom || NOT_ITS_PRICE.test(turn.said) ? undefined : await factsInBooking(turn, draft, true)
  if (inPart) return andTheRest(turn, draft, inPart)
  // 'and the river cruise?', of another thing than the one in hand
  const another = followsUp(turn.said) ? await answerFromCatalogue(turn, ['price', 'when']) : undefined
  const known =
    facts ??
    (another?.sure ? another.answer : undefined) ??
    (await answerIfKnown(turn)) ??
    (isOfRoom ? await factsInBooking(turn, draft) : undefined)
  const part = known ? undefined : await knownInPart(turn, draft)
  if (part) {
    const again = await continueBooking(turn, withNote(turn, draft))
    return { ...again, say: followedBy(part.say, again.say) }
  }
  if (known) {
    // 'could we have a single room each?' is told the rule, and is wished for; so are two sets of clubs, whatever they cost
    const isOpen = facts === undefined && (await whatIsIncluded(turn, { draft }))?.sure === false
    const isWished =
      isOpen ||
      whoComes(turn.said) !== undefined ||
      tellsWish(turn.said) ||
      tellsOfCare(turn.said) ||
      WISHES_TOO.test(turn.said)
    const spoken = known.state.spokenOf ? { ...turn, state: { ...turn.state, spokenOf: known.state.spokenOf } } : turn
    const again = await continueBooking(spoken, isWished ? withNote(turn, draft) : draft)
    return { ...again, say: followedBy(known.say, again.say) }
  }
  const again = await continueBooking(turn, withNote(turn, draft))
  return { ...again, say: inTwoBubbles(turn.copy.ask.passedOn(), [personAct(turn)], again.say) }
}

/** 'The doctor says no mountains, so rather somewhere else. Could I manage Nan?' asks about Nan, and goes there. */
function withPlaceInstead(turn: CustomerTurn, draft: Draft): Draft {
  if (!ELSEWHERE.test(turn.said)) return draft
  const { item, destination } = plainSlots(turn.slotsFor(turn.said, draft.kind))
  const { item: was, slot: _, destination: __, ...rest } = draft.answers
  if (item === undefined && destination === undefined) return draft
  if (item === was || (item === undefined && destination === draft.answers['destination'])) return draft
  return {
    ...draft,
    answers: { ...rest, ...(item !== undefined && { item }), ...(destination !== undefined && { destination }) },
  }
}
const ELSEWHERE =
  /ไปที่อื่น|ที่อื่นดีกว่า|งั้น(?:ไป|เอา|ขอ)|เปลี่ยน(?:ไป|เป็น|ที่)|\b(?:somewhere|someplace) else\b|\b(?:a )?different (?:place|trip|tour|one)\b|\banother (?:place|trip|tour|one) (?:then|instead)\b|\binstead\b|(?:別|他|ほか)の(?:ところ|場所|ツアー|行き先|コース)/i

/** 'Is breakfast in the price?' asks for no price, and what a child pays is another one. */
const NOT_ITS_PRICE =
  /\b(?:includ\w+|part of|covered|in) (?:in |by )?(?:the |this |that |your )?(?:price|cost|fee|rate)|\b(?:does|is) (?:the |this |that )?(?:price|cost|fee|rate) includ|ราคา(?:นี้|ทัวร์|คอร์ส)?รวม|(?:料金|代金|価格)に[はも]?.{0,14}含|(?:价格|費用|费用)(?:包含|包括|含)|เด็ก|ลูก|หลาน|\b(?:kid|child|infant|bab(?:y|ies)|toddler)|\byear[- ]olds?\b|\d\s?(?:ขวบ|歳|才|岁)|子供|子ども|小人|幼児|小孩|孩子|儿童/i

/** 'What does it cost, and is a transfer included?': the price, and of the rest what an article says; those who take up the request read all of it. */
async function andTheRest(turn: CustomerTurn, draft: Draft, facts: Answer): Promise<Answer> {
  const [told] = facts.say
  const [more] = (await articleIfKnown(turn))?.say ?? []
  const again = await continueBooking(turn, withNote(turn, draft))
  if (told?.type !== 'text') return again
  const rest = more?.type === 'text' ? more.text : turn.copy.ask.passedOn()
  return { ...again, say: inTwoBubbles(`${told.text}\n\n${rest}`, [personAct(turn)], again.say) }
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
