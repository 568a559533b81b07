import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems } from '../../api/catalogue/queries.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { readSkip, readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { beginBooking } from '../dialogues/begin-booking.ts'
import { consentInBooking, continueBooking } from '../dialogues/book.ts'
import { areAkin, choseItem, ofItsKind } from '../dialogues/book-items.ts'
import { isDetail } from '../dialogues/consent.ts'
import { namedOfferTo } from '../dialogues/named-offer.ts'
import { personAct } from '../dialogues/small-matters.ts'
import { askWhatToChange } from '../dialogues/read-back.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { text } from '../messages.ts'
import { answersAndAsks } from './answered-and-asked.ts'
import { bareAnswer, readDayOfMonth, readNamedDayOfMonth } from './words/bare-answers.ts'
import { clausesOf } from './words/clauses.ts'
import { CORRECTS, corrections, impossibleDate, plainSlots } from './corrections.ts'
import { type Answer, type CustomerTurn, withDraft, withoutDraft } from './customer-turn.ts'
import { BARE_ANSWER, isClear, isElsewhere } from './words/elsewhere.ts'
import {
  isOwnQuestion,
  keepWish,
  MEASURED,
  mayBeNote,
  speaksOfSome,
  tellsBeside,
  tellsOnlyCare,
  withLinks,
  withNote,
} from './goes-with-request.ts'
import { readInReport } from './in-a-report.ts'
import { isLeftOpen } from './words/left-open.ts'
import { booksIt, leavesOpen, saysWithout, sendsIt, wantsSoonest } from './words/loose-words.ts'
import { isMeasure, isNoOwnAnswer } from './words/own-answers.ts'
import { isStretch, readAnswer } from './questions.ts'
import { looksAsked, TAILOR_MADE } from './words/set-words.ts'
import { offerNamed, takenOffer, tookSpokenOf } from './taken-offer.ts'
import { detailsIn, openIn } from './told-details.ts'
import { answerBeside, asksBeside } from './asked-beside.ts'
import { withoutRefusedDays } from './words/rejected-days.ts'
import { areaIn } from './words/where.ts'
import { dayNear } from './words/which-day.ts'
import { isWish, tellsOfCare, tellsWish } from './words/wishes.ts'

/** The waiting question reads the words; what else they say (a correction, a slot not asked yet) goes in by name. */
export async function readAsAnswer(
  turn: CustomerTurn,
  waiting: Draft,
  understood: Understanding,
): Promise<Answer | undefined> {
  const asked = waiting.asked ?? ''
  if (waiting.dialogue === 'report') return readInReport(turn, waiting, understood)
  const draft = asked === 'email' ? waiting : withLinks(turn, waiting)
  const kept = CORRECTS.test(turn.said) ? undefined : withoutRefused(turn)
  if (kept) return readAsAnswer({ ...turn, said: kept }, draft, { ...understood, slots: {} })
  if (kept === '' && asked === 'slot') return noneOfThem(turn, draft)
  if ((asked === 'budget' || asked === 'date') && isLeftOpen(turn.said)) return leaveOpen(turn, draft, asked)
  const spoken = await tookSpokenOf(turn, draft)
  if (spoken) return continueBooking(turn, corrections(turn, spoken, understood) ?? spoken)
  const both = answersAndAsks(turn, draft)
  if (both) {
    const alone: Understanding = { ...understood, intent: 'booking_request', intentConfidence: SURELY_TOLD, slots: {} }
    // the question beside it is answered by who reads the whole
    const told = await readAsAnswer({ ...turn, said: both.told }, draft, alone)
    if (told) return told
  }
  if (asksBeside(turn, draft, understood)) return answerBeside(turn, draft)
  const tells = isWish(turn.said) || tellsOnlyCare(turn, draft) || tellsBeside(turn, draft, understood)
  // 'garden room' is where one sits, unless that is what a room on sale is called
  const isNamed = asked === 'item' && turn.slotsFor(turn.said, draft.kind).item !== undefined
  if (tells && !isNamed && !isOwnQuestion(turn, asked)) return keepWish(turn, draft)
  const other = await anotherBooking(turn, draft, understood)
  if (other) return other
  const wrong = impossibleDate(turn)
  if (wrong && asked !== 'date') {
    const again = await continueBooking(turn, draft)
    return { ...again, say: inTwoBubbles(turn.copy.ask.impossibleDate(wrong), [], again.say) }
  }
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  const words = { now: turn.ctx.now, zone: turn.tenant.zone, copy: turn.copy, mayBeRange: true }
  const named = plainSlots(turn.slotsFor(turn.said, draft.kind))
  // '22 มกรา' is no count of people, and 'two adults' none of nights
  const isElse =
    (MEASURED.includes(asked) && Object.keys(named).length > 0 && named[asked] === undefined) ||
    (asked === 'party_size' && isMeasure(turn.said)) ||
    (kind !== undefined && isNoOwnAnswer(asked, turn.said, kind, (draft.misses ?? 0) > 0))
  const inMonth = asked === 'slot' ? undefined : dayInMonth(turn, draft)
  if (inMonth) return continueBooking(turn, inMonth)
  const answered = isElse ? undefined : readAnswer(asked, turn.said, words)
  // 'some time before Christmas' is not that day, and '5,000 each' not 5,000
  // 'Sunday', of next week
  const near = asked === 'date' ? dayNear(turn.said, draft.answers['date'], words) : undefined
  const said = asked === 'date' || asked === 'budget' ? (near ?? named[asked]) : undefined
  const own = answered && 'value' in answered && said !== undefined ? { value: said } : answered
  if (
    asked === 'budget' &&
    own &&
    'value' in own &&
    own.value === draft.answers['amount'] &&
    !SAYS_MONEY.test(turn.said)
  )
    return continueBooking(turn, draft)
  if (asked === 'slot' && (draft.answers['party_size'] !== undefined || wantsSoonest(turn.said))) {
    const onDay = await offerNamed(turn, draft, [])
    const { party_size: people = onDay?.answers['party_size'] } = named
    if (onDay)
      return continueBooking(turn, {
        ...onDay,
        answers: { ...onDay.answers, ...(people !== undefined && { party_size: people }) },
      })
  }
  const bare = own || Object.keys(named).length > 0 ? undefined : bareAnswer(turn.said, openIn(draft, kind), words)
  if (bare && asked !== 'consent')
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [bare.name]: bare.value } })
  const area = asked === 'agreed' ? areaBeside(turn, draft, kind) : undefined
  if (area) return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, venue: area } })
  if (asked === 'agreed') {
    const yes = readYesNo(turn.said)
    if (yes === 'yes' || (booksIt(turn.said) && !corrections(turn, draft, understood)))
      return continueBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } })
    const corrected = corrections(turn, draft, understood)
    if (speaksOfOne(turn, draft)) return continueBooking(turn, withNote(turn, draft))
    if (corrected && addsOnlyWho(draft, corrected) && saysToSend(turn.said))
      return continueBooking(turn, { ...corrected, answers: { ...corrected.answers, agreed: true } })
    if (speaksOfSome(turn, draft)) return goOn(turn, draft, withNote(turn, corrected ?? draft))
    if (repeatsWithYes(turn, draft, named))
      return continueBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } })
    if (corrected) return goOn(turn, draft, corrected)
    // 'no budget, I'd like to know the price first', over a request for a quote: that is what it asks for
    if (kind?.requiredSlots.includes('budget') && isLeftOpen(turn.said)) return answerBeside(turn, draft)
    if (yes === 'no' && !saysWithout(turn.said)) return askWhatToChange(turn, draft)
    const thing = await thingNamed(turn, draft)
    if (thing) return continueBooking(turn, thing)
    if (isElsewhere(understood)) return undefined
    if (Object.keys(understood.slots).length > 0) return continueBooking(turn, draft)
    if (!mayBeNote(turn.said)) return notUnderstood(turn, draft)
    return looksAsked(turn.said) ? answerBeside(turn, draft) : continueBooking(turn, withNote(turn, draft))
  }
  if (asked === 'slot' || asked === 'item' || asked === 'change') {
    const taken =
      (await takenOffer(turn, draft, kind?.requiredSlots.includes('item') ?? false)) ??
      (await offerNamed(turn, draft, kind?.itemTypes ?? []))
    if (taken) return continueBooking(turn, taken)
    // a yes to several dates is to none of them
    if (asked === 'slot' && (readYesNo(turn.said) === 'yes' || sendsIt(turn.said) || booksIt(turn.said)))
      return askAgain(turn, draft, turn.copy.ask.whichOfThem)
    if (asked === 'item' && (TAILOR_MADE.test(turn.said) || leavesOpen(turn.said)))
      return continueBooking(turn, await choseItem(turn, draft, 'none'))
    const corrected = corrections(turn, draft, understood)
    const item = corrected?.answers['item']
    if (corrected && asked === 'item' && typeof item === 'string')
      return continueBooking(turn, await ofItsKind(turn, corrected, item))
    // what was offered once, and may be left out, is not offered again and again
    if (
      corrected &&
      asked === 'item' &&
      kind &&
      !kind.requiredSlots.includes('item') &&
      onlyAdds(draft, corrected) &&
      !addsOnlyWho(draft, corrected)
    )
      return continueBooking(turn, await choseItem(turn, corrected, 'none'))
    if (corrected) return goOn(turn, draft, corrected)
    // what is known already was understood, too
    if (Object.keys({ ...understood.slots, ...named }).length > 0) return continueBooking(turn, draft)
    const needed = asked === 'change' ? undefined : await skipIt(turn, draft, asked)
    if (needed) return needed
    return isElsewhere(understood) ? undefined : notUnderstood(turn, draft, understood)
  }
  if (asked === 'consent') {
    const yes = readYesNo(turn.said)
    // 'send it', to somebody who has read it back already, is a yes to both
    const send = yes === 'yes' && draft.readBack && sendsIt(turn.said)
    if (send) return consentInBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } }, true)
    if (yes) return consentInBooking(turn, draft, yes === 'yes')
    const details = detailsIn(turn, draft, openIn(draft, kind))
    if (Object.keys(details).length > 0)
      return consentInBooking(turn, { ...draft, answers: { ...draft.answers, ...details } }, true)
    return isElsewhere(understood) ? undefined : notUnderstood(turn, corrections(turn, draft, understood) ?? draft)
  }
  const isOwn = !Object.hasOwn(turn.copy.slot, asked)
  if (isOwn && kind?.optionalSlots.includes(asked) && sendsIt(turn.said))
    return continueBooking(turn, unasked(draft, kind))
  const taken =
    asked === 'venue'
      ? ((await takenOffer(turn, draft, true)) ?? (await offerNamed(turn, draft, kind?.itemTypes ?? [])))
      : undefined
  if (taken) return continueBooking(turn, taken)
  const nights = asked === 'duration_nights' && named[asked] === undefined ? nightsOf(named['date']) : undefined
  if (nights !== undefined)
    return continueBooking(turn, {
      ...draft,
      misses: 0,
      answers: { ...draft.answers, ...named, duration_nights: nights },
    })
  if (asked === 'destination' && named[asked] === undefined && (leavesOpen(turn.said) || readSkip(turn.said))) {
    const noted = turn.said.length > BARE_ANSWER ? withNote(turn, draft) : draft
    const answers = { ...noted.answers, destination: turn.copy.ask.openPlace() }
    return continueBooking(turn, { ...noted, misses: 0, answers })
  }
  // nothing was chosen, and they want it sent: which place is for us to say
  if (asked === 'venue' && named[asked] === undefined && (leavesOpen(turn.said) || sendsIt(turn.said)))
    return continueBooking(turn, {
      ...draft,
      misses: 0,
      answers: { ...draft.answers, venue: turn.copy.ask.openPlace() },
    })
  // 'to the one in Sathorn': where they are fetched is known
  const fetched = draft.answers['venue']
  if (
    asked === 'destination' &&
    fetched !== undefined &&
    named['venue'] !== undefined &&
    !named[asked] &&
    !FETCHED.test(turn.said)
  )
    return continueBooking(turn, {
      ...draft,
      misses: 0,
      answers: { ...draft.answers, ...named, venue: fetched, destination: named['venue'] },
    })
  const skipped = await skipIt(turn, draft, asked)
  if (skipped) return skipped
  const slots = { ...plainSlots(understood.slots), ...named }
  const isPlace = asked === 'venue' || asked === 'destination'
  const place =
    asked === 'venue'
      ? (slots['venue'] ?? slots['item'] ?? areaIn(turn.said))
      : asked === 'destination'
        ? slots[asked]
        : undefined
  const read = place === undefined ? own : { value: place }
  const changed = corrections(turn, draft, understood, asked)
  if (read && 'problem' in read) return { say: [text(read.problem)], state: withDraft(turn.state, changed ?? draft) }
  if (changed && isAnotherItem(draft, changed)) return goOn(turn, draft, changed)
  if (isOwn && changed && CORRECTS.test(turn.said)) return goOn(turn, draft, changed)
  if (isOwn && isElsewhere(understood) && isClear(understood) && turn.said.length > BARE_ANSWER) return undefined
  // 'with a child, a high chair please' is none either
  if (isPlace && place === undefined && turn.said.length > BARE_ANSWER && tellsWish(turn.said))
    return keepWish(turn, changed ?? draft)
  // 'no, 5 people' is no place, whatever else a place may be called
  if (isPlace && place === undefined && changed) return goOn(turn, draft, changed)
  if (isPlace && place === undefined && turn.said.length <= BARE_ANSWER && Object.keys(named).length > 0)
    return continueBooking(turn, draft)
  if (read && isOwn)
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [asked]: read.value } })
  if (read && (understood.intent !== 'question' || turn.said.length <= BARE_ANSWER)) {
    const answers = { ...(changed ?? draft).answers, [asked]: read.value }
    return continueBooking(turn, { ...draft, misses: 0, answers })
  }
  if (changed) return continueBooking(turn, changed)
  if (isElsewhere(understood)) return undefined
  return tellsWish(turn.said) ? keepWish(turn, draft) : notUnderstood(turn, draft, understood)
}

const withoutRefused = ({ ctx, said, tenant }: CustomerTurn): string | undefined =>
  withoutRefusedDays(said, { now: ctx.now, zone: tenant.zone })

/** 'January won't work', and nothing else: none of what was offered is taken, and those who take up the request read why. */
async function noneOfThem(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const again = await continueBooking(turn, withNote(turn, draft))
  return { ...again, say: inTwoBubbles(turn.copy.ask.noneOfThem(), [personAct(turn)], again.say) }
}

/** 'Go ahead and book. Gareth Pugh', 西田です。送ってください: a yes, with who they are beside it. */
const saysToSend = (said: string): boolean =>
  said.split(/[.。,、!！\n]+/).some((part) => sendsIt(part) || booksIt(part) || GO_AHEAD.test(part.trim()))
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

/** 'Comments, make it 150', of a request for several things: which of them it is stands in the words alone. */
function speaksOfOne(turn: CustomerTurn, { answers, kind }: Draft): boolean {
  const several = new Set(turn.slotsFor(String(answers['note'] ?? ''), kind).item?.map((it) => it.value)).size > 1
  const told = turn.slotsFor(turn.said, kind)
  return several && (told.item !== undefined || told.amount !== undefined) && !looksAsked(turn.said)
}

/** What is left of a message without its question: of what is under way, and hardly of a new booking. */
const SURELY_TOLD = 0.7

/** No budget, no day yet: what was said of it stays, and those who take up the request ask. A question beside it goes to them, too. */
async function leaveOpen(turn: CustomerTurn, draft: Draft, asked: string): Promise<Answer> {
  const answers = { [asked]: '', ...draft.answers }
  const open = { ...draft, misses: 0, answers, leftOpen: [...(draft.leftOpen ?? []), asked] }
  return continueBooking(turn, looksAsked(turn.said) ? withNote(turn, open) : open)
}

/** 'Yes, two of us, the April one', over a request for two on 10 April. */
const YES_FIRST =
  /^(?:yes|yep|yeah|ok(?:ay)?|sure|correct|right|that'?s right|ใช่|ถูก(?:ต้อง)?(?:แล้ว)?|ตกลง|โอเค|はい|ええ|そうです|对|對|是的|好的?)(?:ค่ะ|ครับ|คับ)?[\s,.、。!]+\S/i

const repeatsWithYes = ({ said }: CustomerTurn, { answers }: Draft, named: Record<string, AnswerValue>): boolean =>
  said.length <= LONGEST_YES &&
  YES_FIRST.test(said) &&
  !looksAsked(said) &&
  !tellsOfCare(said) &&
  Object.keys(named).length > 0 &&
  Object.entries(named).every(([name, value]) => {
    const known = answers[name]
    return known === value || (name === 'date' && String(known).startsWith(String(value)))
  })
const LONGEST_YES = 40

/** 'The 16th', after 'some time in January'. */
function dayInMonth(turn: CustomerTurn, draft: Draft): Draft | undefined {
  const known = draft.answers['date']
  const day = draft.asked === 'date' ? readDayOfMonth(turn.said) : readNamedDayOfMonth(turn.said)
  const month = typeof known === 'string' ? /^(\d{4}-\d{2})(?:$|-)/.exec(known)?.[1] : undefined
  if (day === undefined || !month) return undefined
  const date = `${month}-${String(day).padStart(2, '0')}`
  const isThere = new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
  const isAhead = date >= isoDay(today({ now: turn.ctx.now, zone: turn.tenant.zone }))
  if (!isThere || !isAhead || date === known) return undefined
  const { slot: _, agreed: __, ...answers } = draft.answers
  return { ...draft, misses: 0, answers: { ...answers, date } }
}

const FETCHED = /\b(?:from|pick)\b|รับ|จาก|から|迎え|从|從|接/i

/** 'I'll take 3,000', of which they had asked the price: how many again, and no money. */
const SAYS_MONEY = /บาท|งบ|฿|\$|€|£|¥|\b(?:baht|thb|usd|dollars?|euros?|budget|k)\b|円|予算|元/i

const MOST_NIGHTS = 60

/** 'Fri 12 till Mon 15', to how many nights: from the one day to the other. */
function nightsOf(date: AnswerValue | undefined): number | undefined {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(String(date)) ?? []
  const nights = from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : 0
  return nights > 0 && nights <= MOST_NIGHTS ? nights : undefined
}

/** 'Around Thong Lo', over a finished request that names no place yet. */
function areaBeside({ said }: CustomerTurn, { answers }: Draft, kind: Asks | undefined): string | undefined {
  const takesPlace = kind?.optionalSlots.includes('venue') && answers['venue'] === undefined
  return takesPlace && said.length <= BARE_ANSWER && !looksAsked(said) ? areaIn(said) : undefined
}

const onlyAdds = (before: Draft, after: Draft): boolean =>
  Object.keys(before.answers).every((name) => before.answers[name] === after.answers[name])

/** A name says nothing of which one they want. */
const addsOnlyWho = (before: Draft, after: Draft): boolean =>
  Object.keys(after.answers).every((name) => name === 'name' || isDetail(name) || name in before.answers)

/** 'Send it', instead of an answer to what may be left out: nothing more is asked. */
const unasked = (draft: Draft, kind: Asks): Draft => ({
  ...draft,
  answers: {
    ...Object.fromEntries(
      kind.optionalSlots.filter((name) => kind.slotWords[name]?.question).map((name) => [name, '']),
    ),
    ...draft.answers,
  },
})

const isAnotherItem = (before: Draft, after: Draft): boolean =>
  typeof after.answers['item'] === 'string' && after.answers['item'] !== before.answers['item']

/** On with what was corrected; another item may be of another kind of booking, with questions of its own. */
const goOn = async (turn: CustomerTurn, before: Draft, after: Draft): Promise<Answer> =>
  continueBooking(
    turn,
    isAnotherItem(before, after) ? await ofItsKind(turn, after, String(after.answers['item'])) : after,
  )

/** 'Skip': passes by what may be left out; for what is needed the person hears so, and is asked again. */
async function skipIt(turn: CustomerTurn, draft: Draft, asked: string): Promise<Answer | undefined> {
  if (!readSkip(turn.said)) return undefined
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  if (kind?.optionalSlots.includes(asked) && !kind.requiredSlots.includes(asked))
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [asked]: '' } })
  // 'none' is a good answer to a question of the business's own
  if (asked !== 'slot' && !Object.hasOwn(turn.copy.slot, asked) && !SAYS_SKIP.test(turn.said)) return undefined
  return askAgain(turn, draft, (question) => turn.copy.ask.needed(question))
}

const SAYS_SKIP =
  /^\s*(?:(?:ขอ)?ข้าม|skip|pass\b|(?:can|could|may) (?:i|we) skip|(?:この質問は?)?(?:スキップ|飛ば|とば))/i

/** A wish for something of quite another kind is a booking of its own: the one under way waits. */
async function anotherBooking(turn: CustomerTurn, draft: Draft, it: Understanding): Promise<Answer | undefined> {
  const sure = it.intent === 'booking_request' && it.intentConfidence >= 0.75 && (it.labelConfidence ?? 0) >= 0.75
  if (!sure || !it.bookingKind || it.bookingKind === draft.kind || turn.said.length <= BARE_ANSWER) return undefined
  if (onlyTells(turn, draft)) return undefined
  if (await areAkin(turn, it.bookingKind, draft.kind)) return undefined
  // golf, and dinner after it: of the same day, until they say another; it is read back
  const day = draft.answers['date']
  const sameDay: Record<string, AnswerValue> =
    typeof day === 'string' && day !== '' && !isStretch(day) ? { date: day } : {}
  return beginBooking({ ...turn, state: { ...withoutDraft(turn.state), parked: draft } }, it.bookingKind, {
    ...sameDay,
    ...plainSlots(it.slots),
  })
}

/** '28 December till 2 January': days, numbers and names alone are of what is under way, whatever they are like. */
function onlyTells(turn: CustomerTurn, draft: Draft): boolean {
  const told = Object.values(turn.slotsFor(turn.said, draft.kind)).flatMap((found) => found.map((it) => it.text))
  const rest = told.reduce((words, it) => words.replace(it, ' '), turn.said)
  return told.length > 0 && !/\p{L}[\p{L}\p{M}]{3,}/u.test(rest.replace(BETWEEN, ' '))
}
const BETWEEN = /วันที่|ช่วง|ถึง|ครับ|ค่ะ|นะคะ|\b(?:from|until|till|please|with|about)\b|お願いします|でしょうか|です/gi

/** A question is answered or passed on. Else it is asked again in other words; after the second time a person is offered. Who only says again that they want it is asked as before. */
export const notUnderstood = (turn: CustomerTurn, draft: Draft, it?: Understanding): Promise<Answer> => {
  if (clausesOf(turn.said).some(looksAsked) && mayBeNote(turn.said)) return answerBeside(turn, draft)
  const isSameWish = it?.intent === 'booking_request' && !draft.misses
  return askAgain(turn, draft, (question) => (isSameWish ? question : turn.copy.ask.again(question)))
}

async function askAgain(turn: CustomerTurn, draft: Draft, worded: (question: string) => string): Promise<Answer> {
  const misses = (draft.misses ?? 0) + 1
  const again = await continueBooking(turn, { ...draft, misses })
  const [first, ...rest] = again.say
  if (!first) return again
  const person = misses >= 2 ? [turn.tap(turn.copy.menu.person, 'menu', 'person')] : []
  // a card is what was read back: it stands as it is, with a word before it
  if (first.type === 'card') return { ...again, say: inTwoBubbles(worded('').trim(), person, again.say) }
  const reworded =
    first.type === 'text' || first.type === 'date' || first.type === 'list'
      ? { ...first, text: worded(first.text), acts: [...(first.acts ?? []), ...person].slice(0, 13) }
      : first
  return { ...again, say: [reworded, ...rest] }
}
