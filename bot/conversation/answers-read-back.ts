import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems } from '../../api/catalogue/queries.ts'
import { plain } from '../../api/triage/slots/plain.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { continueBooking } from '../dialogues/book.ts'
import { isDetail } from '../dialogues/consent.ts'
import { choseItem } from '../dialogues/book-items.ts'
import { namedOfferTo } from '../dialogues/named-offer.ts'
import { itemOf } from '../dialogues/offers.ts'
import { ratherThan } from '../dialogues/rather-than.ts'
import { askWhatToChange } from '../dialogues/read-back.ts'
import { whatGoesAlong } from '../dialogues/what-goes-along.ts'
import { text } from '../messages.ts'
import { notUnderstood } from './ask-again.ts'
import { answerBeside } from './asked-beside.ts'
import { addsOnlyWho, goOn } from './changed-draft.ts'
import { corrections, plainSlots } from './corrections.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { mayBeNote, speaksOfSome, withCare, withNote } from './goes-with-request.ts'
import { detailsIn, openIn } from './told-details.ts'
import type { Waiting } from './waiting.ts'
import { agreesToAll, agreesWithAll, besidesYes, partsOf, saysOnlyYes, wantsElse, withoutTag } from './words/agrees.ts'
import { asksAnother } from './words/another-one.ts'
import { questionsIn } from './words/questions-in.ts'
import { BARE_ANSWER, isElsewhere } from './words/elsewhere.ts'
import { isLeftOpen } from './words/left-open.ts'
import { booksIt, saysWithout, sendsIt } from './words/loose-words.ts'
import { saysNoneOf } from './words/none-of-it.ts'
import { asksSomewhere, looksAsked } from './words/set-words.ts'
import { areaIn } from './words/where.ts'
import { saysReply } from './words/says-reply.ts'
import { tellsOfCare } from './words/wishes.ts'
import { tellsTrouble } from './words/wishes-only.ts'

/** What is said to all of it, read back: yes, no, something put right, or a word to go with it. */
export async function answersReadBack(it: Waiting): Promise<Answer | undefined> {
  const { turn, draft, understood, kind, named } = it
  const area = areaBeside(turn, draft, kind)
  if (area) return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, venue: area } })
  // 'and another one for my sister, 2 of them' leaves this one as it is; those who take it up read of the other
  if (asksAnother(turn.said)) return continueBooking(turn, withNote(turn, draft))
  const yes = readYesNo(turn.said)
  if (
    yes === 'yes' ||
    GO_AHEAD.test(turn.said.trim().replace(/[.!。！]+$/, '')) ||
    (booksIt(turn.said) && !corrections(turn, draft, understood))
  )
    return continueBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } })
  const changed = corrections(turn, draft, understood)
  const corrected = changed && withCare(turn, changed)
  if (speaksOfOne(turn, draft)) return continueBooking(turn, withNote(turn, draft))
  const other = await anotherThing(turn, corrected ?? draft)
  if (other) return continueBooking(turn, other)
  if (corrected && addsOnlyWho(draft, corrected) && saysToSend(turn.said) && !/[?？]/.test(withoutTag(turn.said)))
    return continueBooking(turn, { ...corrected, answers: { ...corrected.answers, agreed: true } })
  if (speaksOfSome(turn, draft)) return goOn(turn, draft, withNote(turn, corrected ?? draft))
  if (repeatsWithYes(turn, draft, named))
    return continueBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } })
  const along = await whatGoesAlong(turn, draft.kind, draft.answers)
  // a flight's number may be read as that of an order
  if (corrected)
    return goOn(turn, draft, along.length > 0 ? withNote({ ...turn, said: along.join(', ') }, corrected) : corrected)
  // 'no budget, I'd like to know the price first', over a request for a quote: that is what it asks for
  if (kind?.requiredSlots.includes('budget') && isLeftOpen(turn.said)) return answerBeside(turn, draft)
  // 'no coupon for now': of that there is none, and nothing is to be otherwise
  if (saysNoneOf(turn.said) && !looksAsked(turn.said)) return continueBooking(turn, withNote(turn, draft))
  if (yes === 'no' && !saysWithout(turn.said)) return askWhatToChange(turn, draft)
  const asks = looksAsked(turn.said) || saysReply(turn.said, 'question')
  // 'let me run it by the missus': nothing is sent, and nothing is lost
  if (!asks && along.length === 0 && saysReply(turn.said, 'no'))
    return answer(turn, [text(turn.copy.booking.takeYourTime())])
  if (along.length > 0 && !asks) return continueBooking(turn, withNote(turn, draft))
  const thing = await thingNamed(turn, draft)
  if (thing) return continueBooking(turn, thing)
  if (isElsewhere(understood)) return undefined
  if (Object.keys(understood.slots).length > 0 && !asksSomewhere(turn.said)) return continueBooking(turn, draft)
  if (!mayBeNote(turn.said)) return notUnderstood(turn, draft)
  return asks ? answerBeside(turn, draft) : continueBooking(turn, withNote(turn, draft))
}

/** 'Go ahead and book. Gareth Pugh', 西田です。送ってください: a yes, with who they are beside it. */
const saysToSend = (said: string): boolean =>
  said.split(/[.。,、!！\n]+/).some((part) => sendsIt(part) || booksIt(part) || GO_AHEAD.test(part.trim()))

/** A yes to all of it, in whatever words, and nothing else but who says so: 'โอเคจองเลยค่ะ สมศรี 081-000-7712', 'yes, put us down. Johanna Brandt'. */
export async function agreedTo(
  turn: CustomerTurn,
  draft: Draft,
  kind: Asks | undefined,
  it: Understanding,
): Promise<Draft | undefined> {
  const beside =
    agreesToAll(turn.said) || saysOnlyYes(turn.said)
      ? draft
      : (whoAgrees(turn, draft, kind) ?? withWordsBeside(turn, draft) ?? (await agreedInWords(turn, draft, it)))
  return beside && { ...beside, answers: { ...beside.answers, agreed: true } }
}

/** 'Lovely, that's us to a T. Go ahead and pop it in': in words nobody listed, with nothing in them that is to be otherwise; a fact beside it goes along. */
async function agreedInWords(asked: CustomerTurn, draft: Draft, it: Understanding): Promise<Draft | undefined> {
  const turn = { ...asked, said: withoutTag(asked.said) }
  const said = withoutRepeated(turn, draft)
  const asks = /[?？]/.test(turn.said) || looksAsked(turn.said) || questionsIn(turn.said).length > 0
  const isElse = asks || tellsTrouble(turn.said) || saysNumber(said)
  if (isElse || !agreesWithAll(said)) return undefined
  const changed = corrections(turn, draft, it)
  const news = Object.entries(changed?.answers ?? {}).filter(([name, value]) => draft.answers[name] !== value)
  if (!news.every(([name]) => name === 'name' || isDetail(name))) return undefined
  // 'fine, go with the Alphard' chooses one
  if ((await thingNamed(turn, draft)) || (await anotherThing(turn, draft))) return undefined
  const along = said.filter((part) => saysReply(part, 'note'))
  const isWho = news.length > 0 && along.length < 2
  return along.length > 0 && !isWho
    ? withNote({ ...turn, said: along.join(', ') }, changed ?? draft)
    : (changed ?? draft)
}

/** 'She can come after all, 3 again': a number that nobody understood may be what is to be otherwise. */
const saysNumber = (parts: readonly string[]): boolean =>
  parts.some((part) => /(?<![\d-])\d{1,2}(?![\d-])/.test(part.normalize('NFKC')))

/** はーい、5人でオッケーです, of five: what only says again what is known changes nothing. */
export const withoutRepeated = (turn: CustomerTurn, { kind, answers }: Draft): string[] =>
  partsOf(turn.said).filter((part) => {
    const slots = turn.slotsFor(part, kind)
    const told = Object.entries(plainSlots(slots))
    const rest = Object.values(slots)
      .flat()
      .reduce((words, it) => words.replace(it.text, ' '), part)
    const saysMore = rest.replace(/[^\p{L}\p{M}]/gu, '').length > MOST_ROUND_IT
    return told.length === 0 || saysMore || told.some(([name, value]) => !isKnown(answers[name], name, value))
  })
const MOST_ROUND_IT = 18

function whoAgrees(turn: CustomerTurn, draft: Draft, kind: Asks | undefined): Draft | undefined {
  const said = besidesYes(turn.said)
  if (said === undefined) return undefined
  const who = detailsIn({ ...turn, said }, draft, openIn(draft, kind))
  const isAll = Object.keys(turn.slotsFor(said, draft.kind)).every((name) => name in who)
  const isWho = Object.keys(who).length > 0 && isAll && !looksAsked(said) && !tellsOfCare(said)
  return isWho ? { ...draft, answers: { ...draft.answers, ...who } } : undefined
}

/** 'ธนากร ภูวดล คานดะครับ ส่งจองได้เลย': a few words beside a yes that change nothing go with it. */
function withWordsBeside(turn: CustomerTurn, draft: Draft): Draft | undefined {
  const said = besidesYes(turn.said)
  if (said === undefined || said.length > MOST_BESIDE || /\d/.test(said) || CHANGES.test(said)) return undefined
  if (wantsElse(said)) return undefined
  const isOnlyWords = Object.keys(turn.slotsFor(said, draft.kind)).every((name) => name === 'name')
  return isOnlyWords && !looksAsked(said) ? withNote({ ...turn, said }, draft) : undefined
}
const MOST_BESIDE = 40
const CHANGES =
  /แต่|เปลี่ยน|แก้|ไม่ใช่|ยกเลิก|เลื่อน|ก่อน|อีก|ถ้า|\b(?:but|change|instead|not|except|cancel|after|first|if|when|later|another|also|wait)\b|変更|変え|でも|けど|ただ|ではなく|キャンセル|後で|但|改|不/i
const GO_AHEAD =
  /^(?:(?:yes|yep|ok(?:ay)?|so|then|please|pls)\s+)*(?:(?:go ahead|please do|do it)(?: and (?:book|send|confirm|reserve)(?: (?:it|that|us in))?)?|(?:book|send|confirm) (?:it|that)(?: then)?)(?: please| pls| thanks)?$|^(?:ส่ง|จอง)(?:ได้)?(?:เลย)?(?:ค่ะ|คะ|ครับ|คับ)?$|^(?:これで|それで)?(?:送って|予約して|お願いし)(?:ください|ます)$/i

/** 'The aroma one then', 'go with the Alphard', over a finished request that names no thing yet. */
async function thingNamed(turn: CustomerTurn, draft: Draft): Promise<Draft | undefined> {
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  const needsThing = kind?.requiredSlots.some((name) => name === 'item' || name === 'venue')
  if (!kind?.itemTypes.length || needsThing || draft.answers['item'] !== undefined || looksAsked(turn.said))
    return undefined
  const goal = String(draft.answers['destination'] ?? '')
  const named = namedOfferTo(turn.said, await activeItems(turn.ctx, kind.itemTypes), goal)
  return named && choseItem(turn, { ...draft, misses: 0 }, named.key)
}

/** 'Make it 500 likes', over a request for followers: the likes, or which of them. */
async function anotherThing(turn: CustomerTurn, draft: Draft): Promise<Draft | undefined> {
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  if (!kind?.requiredSlots.includes('item')) return undefined
  const items = await activeItems(turn.ctx, kind.itemTypes)
  const now = itemOf(draft.answers, items)
  const others = now && ratherThan(turn.said, now, items)
  if (!others) return undefined
  const { item: _, slot: __, ...answers } = draft.answers
  const [only, ...more] = others
  return { ...draft, misses: 0, answers: { ...answers, ...(only && more.length === 0 && { item: only.key }) } }
}

/** 'Comments, make it 150', of a request for several things: which of them it is stands in the words alone. */
function speaksOfOne(turn: CustomerTurn, { answers, kind }: Draft): boolean {
  const several = new Set(turn.slotsFor(String(answers['note'] ?? ''), kind).item?.map((it) => it.value)).size > 1
  const told = turn.slotsFor(turn.said, kind)
  return several && (told.item !== undefined || told.amount !== undefined) && !looksAsked(turn.said)
}

/** 'Yes, two of us, the April one', over a request for two on 10 April. */
const YES_FIRST =
  /^(?:yes|yep|yeah|ok(?:ay)?|sure|correct|right|that'?s right|ใช่|ถูก(?:ต้อง)?(?:แล้ว)?|ตกลง|โอเค|はい|ええ|そうです|对|對|是的|好的?)(?:ค่ะ|ครับ|คับ)?[\s,.、。!]+\S/i

const repeatsWithYes = ({ said }: CustomerTurn, { answers }: Draft, named: Record<string, AnswerValue>): boolean =>
  said.length <= LONGEST_YES &&
  YES_FIRST.test(said) &&
  !looksAsked(said) &&
  !tellsOfCare(said) &&
  (Object.keys(named).length > 0
    ? Object.entries(named).every(([name, value]) => isKnown(answers[name], name, value))
    : isCountOf(said, answers))
/** 'Yep, 4', of four. */
function isCountOf(said: string, answers: Draft['answers']): boolean {
  const [only, ...others] = plain(said).match(/\d+/g) ?? []
  return only !== undefined && others.length === 0 && [answers['party_size'], answers['amount']].includes(Number(only))
}
const isKnown = (known: AnswerValue | undefined, name: string, value: AnswerValue): boolean =>
  known === value || (name === 'date' && String(known).startsWith(String(value)))
const LONGEST_YES = 40

/** 'Around Thong Lo', over a finished request that names no place yet. */
function areaBeside({ said }: CustomerTurn, { answers }: Draft, kind: Asks | undefined): string | undefined {
  const takesPlace = kind?.optionalSlots.includes('venue') && answers['venue'] === undefined
  return takesPlace && said.length <= BARE_ANSWER && !looksAsked(said) ? areaIn(said) : undefined
}
