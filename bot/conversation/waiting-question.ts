import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { readJoining } from '../../api/triage/slots/joining.ts'
import { readPeople } from '../../api/triage/slots/people.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { beginBooking } from '../dialogues/begin-booking.ts'
import { consentInBooking, continueBooking } from '../dialogues/book.ts'
import { roomThen } from '../dialogues/answer-from-catalogue.ts'
import { areAkin, madeForThem, withWhatIsNew } from '../dialogues/book-items.ts'
import { hasDetails, isDetail } from '../dialogues/consent.ts'
import { personAct } from '../dialogues/small-matters.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { answersAndAsks, asksBesideYes } from './answered-and-asked.ts'
import { answersChoice } from './answers-choice.ts'
import { answersDetail } from './answers-detail.ts'
import { agreedTo, answersReadBack, withoutRepeated } from './answers-read-back.ts'
import { notUnderstood } from './ask-again.ts'
import { answerBeside, asksBeside } from './asked-beside.ts'
import { CORRECTS, corrections, impossibleDate, plainSlots, theOtherDay } from './corrections.ts'
import { type Answer, type CustomerTurn, setAside } from './customer-turn.ts'
import {
  isOwnQuestion,
  keepWish,
  MEASURED,
  tellsBeside,
  tellsOnlyCare,
  withLinks,
  withNote,
  speaksOfSome,
} from './goes-with-request.ts'
import { readInReport, saysWish } from './in-a-report.ts'
import { isStretch, readAnswer } from './questions.ts'
import { offerNamed, tookSpokenOf } from './taken-offer.ts'
import { detailsIn, openIn } from './told-details.ts'
import type { Waiting } from './waiting.ts'
import { agreesToAll, agreesWithAll, besidesYes, sendsAll } from './words/agrees.ts'
import { bareAnswer, readDayOfMonth, readNamedDayOfMonth } from './words/bare-answers.ts'
import { BARE_ANSWER, isElsewhere } from './words/elsewhere.ts'
import { isLeftOpen } from './words/left-open.ts'
import { saysConsent } from './words/says-consent.ts'
import { datesSaid } from './words/dates-said.ts'
import { followingDay } from './words/following-day.ts'
import { booksIt, sendsIt, wantsSoonest } from './words/loose-words.ts'
import { isMeasure, isNoOwnAnswer } from './words/own-answers.ts'
import { withoutRefusedDays } from './words/rejected-days.ts'
import { looksAsked, saysTailorMade } from './words/set-words.ts'
import { dayNear } from './words/which-day.ts'
import { ifPossible, isWish } from './words/wishes.ts'

/** The waiting question reads the words; what else they say (a correction, a slot not asked yet) goes in by name. */
export async function readAsAnswer(
  turn: CustomerTurn,
  waiting: Draft,
  understood: Understanding,
): Promise<Answer | undefined> {
  const asked = waiting.asked ?? ''
  if (waiting.dialogue === 'report') return readInReport(turn, waiting, understood)
  const draft = asked === 'email' ? waiting : withLinks(turn, waiting)
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  // ยินยอมค่ะ, over what was read back or to another question: to the one that came before it
  const holdsDetails = hasDetails(draft.answers) || (asked !== 'agreed' && kind?.requiredSlots.some(isDetail))
  if (asked !== 'consent' && holdsDetails && !isOwnQuestion(turn, asked) && saysConsent(turn.said))
    return consentInBooking(turn, draft, true)
  const asksFirst = asksBesideYes(turn, draft)
  if (asksFirst !== undefined) return answerBeside({ ...turn, said: asksFirst }, draft)
  // 希望に合わせて手配してください, over a hotel alone or a tour from the list, wishes for another kind of request
  const forThem = asked === 'agreed' && saysTailorMade(turn.said) ? await madeForThem(turn, draft) : undefined
  if (forThem) return continueBooking(turn, forThem)
  const agreed = asked === 'agreed' ? await agreedTo(turn, draft, kind, understood) : undefined
  if (agreed) return continueBooking(turn, agreed)
  // 'looks right, pass it on', to somebody who has read it back already, is a yes to both
  const mayConsent = asked === 'consent' && readYesNo(turn.said) !== 'yes' && !/[?？]/.test(turn.said)
  const consents = mayConsent && agreesWithAll(withoutRepeated(turn, draft))
  if (consents && !corrections(turn, draft, understood)) {
    const both = draft.readBack ? { ...draft, answers: { ...draft.answers, agreed: true } } : draft
    return consentInBooking(turn, both, true)
  }
  const left = withoutRefused(turn)
  // 'sorry, the 15th clashes, 22 Feb then': what is put right stands in the rest
  const namesOther = left !== undefined && datesSaid(left, { now: turn.ctx.now, zone: turn.tenant.zone }).length > 0
  const kept = CORRECTS.test(turn.said) && !namesOther ? undefined : left
  if (kept) return readAsAnswer({ ...turn, said: kept }, draft, { ...understood, slots: {} })
  if (kept === '' && asked === 'slot') return noneOfThem(turn, draft)
  if ((asked === 'budget' || asked === 'date') && isLeftOpen(turn.said)) return leaveOpen(turn, draft, asked)
  const onOther = theOtherDay(turn, draft) === undefined ? undefined : corrections(turn, draft, understood)
  if (onOther) return continueBooking(turn, onOther)
  const spoken = await tookSpokenOf(turn, draft)
  if (spoken) return continueBooking(turn, corrections(turn, spoken, understood) ?? spoken)
  const apart = APART.test(turn.said) ? await anotherBooking(turn, draft, understood) : undefined
  if (apart) return apart
  const both = answersAndAsks(turn, draft)
  if (both) {
    const alone: Understanding = { ...understood, intent: 'booking_request', intentConfidence: SURELY_TOLD, slots: {} }
    // of what is sent at once nobody reads the question beside it, unless it goes along; else it is answered by who reads the whole
    const kept = asked === 'agreed' && sendsAll(both.told) ? withNote({ ...turn, said: both.asked }, draft) : draft
    const told = await readAsAnswer({ ...turn, said: both.told }, kept, alone)
    if (told) return told
  }
  const next = asked === 'slot' ? undefined : await onAnotherDay(turn, draft)
  if (next) return next
  const withThem = asked === 'party_size' ? comesAlong(turn, draft) : undefined
  if (withThem) return continueBooking(turn, withThem)
  if (asked === 'agreed' && ifPossible(turn.said) && !corrections(turn, draft, understood)) return keepWish(turn, draft)
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
  const onDay = asked === 'slot' ? await dayOnOffer(turn, draft, named) : undefined
  if (onDay) return continueBooking(turn, onDay)
  const bare = own || Object.keys(named).length > 0 ? undefined : bareAnswer(turn.said, openIn(draft, kind), words)
  if (bare && asked !== 'consent')
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [bare.name]: bare.value } })
  const it: Waiting = { turn, draft, understood, asked, kind, named, own }
  switch (asked) {
    case 'agreed':
      return answersReadBack(it)
    case 'slot':
    case 'item':
    case 'change':
      return answersChoice(it)
    case 'consent':
      return answersConsent(it)
    default:
      return answersDetail(it)
  }
}

/** 'The 24th, for two of us', to the dates on offer. */
async function dayOnOffer(turn: CustomerTurn, draft: Draft, named: Record<string, AnswerValue>) {
  if (draft.answers['party_size'] === undefined && !wantsSoonest(turn.said)) return undefined
  const onDay = await offerNamed(turn, draft, [])
  const { party_size: people = onDay?.answers['party_size'] } = named
  return onDay && { ...onDay, answers: { ...onDay.answers, ...(people !== undefined && { party_size: people }) } }
}

/** 'And the 8th?', of a booking whose day is known: it is for that day then, and whether there is room is told unless the next step shows it. */
async function onAnotherDay(turn: CustomerTurn, draft: Draft): Promise<Answer | undefined> {
  const before = draft.answers['date']
  const at = { now: turn.ctx.now, zone: turn.tenant.zone }
  const date = typeof before === 'string' ? followingDay(turn.said, before, at) : undefined
  if (date === undefined) return undefined
  const { slot: _, ...answers } = draft.answers
  const moved = { ...draft, misses: 0, answers: { ...answers, date } }
  const next = await continueBooking(turn, moved)
  const room = next.state.draft?.asked === 'party_size' ? await roomThen(turn, moved) : undefined
  return room === undefined ? next : { ...next, say: inTwoBubbles(room, [], next.say) }
}

const withoutRefused = ({ ctx, said, tenant }: CustomerTurn): string | undefined =>
  withoutRefusedDays(said, { now: ctx.now, zone: tenant.zone })

/** 'January won't work', and nothing else: none of what was offered is taken, and those who take up the request read why. */
async function noneOfThem(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const again = await continueBooking(turn, withNote(turn, draft))
  return { ...again, say: inTwoBubbles(turn.copy.ask.noneOfThem(), [personAct(turn)], again.say) }
}

/** What is left of a message without its question: of what is under way, and hardly of a new booking. */
const SURELY_TOLD = 0.7

/** No budget, no day yet: what was said of it stays, and those who take up the request ask. A question beside it goes to them, too. */
async function leaveOpen(turn: CustomerTurn, draft: Draft, asked: string): Promise<Answer> {
  const answers = { [asked]: '', ...draft.answers }
  const open = { ...draft, misses: 0, answers, leftOpen: [...(draft.leftOpen ?? []), asked] }
  return continueBooking(turn, looksAsked(turn.said) ? withNote(turn, open) : open)
}

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

/** 'Can my girlfriend come too?', to how many: she, and whoever writes. */
function comesAlong({ said }: CustomerTurn, draft: Draft): Draft | undefined {
  if (draft.answers['party_size'] !== undefined || readPeople(said).length > 0 || readJoining(said)?.by !== 1)
    return undefined
  return { ...draft, misses: 0, answers: { ...draft.answers, party_size: 2 } }
}

/** A wish for something of quite another kind is a booking of its own: the one under way waits. */
async function anotherBooking(turn: CustomerTurn, draft: Draft, it: Understanding): Promise<Answer | undefined> {
  const isApart = APART.test(turn.said)
  const kind = isApart ? likelyKind(it) : surelyKind(it)
  // 'three of them are clients, what does a guest pay?' asks of this one
  if (!isApart && looksAsked(turn.said) && !saysWish(turn.said)) return undefined
  const makesIt = MAKES_IT.test(turn.said) && corrections(turn, draft, it) !== undefined
  if (!isApart && makesIt && !namesThing(turn, kind)) return undefined
  if (!kind || kind === draft.kind || turn.said.length <= BARE_ANSWER) return undefined
  if (draft.asked === 'agreed' && Object.keys(it.slots).length === 0 && !saysWish(turn.said)) return undefined
  if (onlyTells(turn, draft) || answersAndWishesNone(turn, draft) || LUGGAGE.test(turn.said)) return undefined
  if (!isApart && (await areAkin(turn, kind, draft.kind))) return undefined
  // มีเด็ก 1 คนขอเก้าอี้เด็กด้วย is of these six
  if (!isApart && draft.asked === 'agreed' && speaksOfSome(turn, draft)) return undefined
  // golf, and dinner after it: of the same day, until they say another; it is read back
  const day = draft.answers['date']
  const sameDay: Record<string, AnswerValue> =
    typeof day === 'string' && day !== '' && !isStretch(day) ? { date: day } : {}
  // it goes on by itself when the other one is sent or given up
  return beginBooking({ ...turn, state: setAside(turn.state, { ...draft, follows: true }) }, kind, {
    ...sameDay,
    ...plainSlots(turn.slotsFor(turn.said, kind)),
  })
}

/** 'Oh wait, make it 3 January, flights are cheaper': the same on another day, and no flight. */
const MAKES_IT = /\b(?:make (?:it|that)|change (?:it|that) to)\b|(?:เปลี่ยน|แก้|เลื่อน)เป็น|(?:に|へ)変更/i
const namesThing = (turn: CustomerTurn, kind: string | undefined): boolean => {
  const told: Partial<Record<string, unknown>> = kind === undefined ? {} : turn.slotsFor(turn.said, kind)
  return ['item', 'venue', 'destination'].some((name) => told[name] !== undefined)
}

const surelyKind = (it: Understanding): string | undefined =>
  it.intent === 'booking_request' &&
  it.intentConfidence >= SURELY_ANOTHER &&
  (it.labelConfidence ?? 0) >= SURELY_ANOTHER
    ? it.bookingKind
    : undefined
const SURELY_ANOTHER = 0.75
/** Who says that it is of its own is believed with less: also where an allergy beside it sounds like a trouble. */
const likelyKind = ({ alternatives: [first] }: Understanding): string | undefined =>
  first?.kind === 'booking' && first.confidence >= LIKELY_APART ? first.key : undefined
const LIKELY_APART = 0.5
/** 'And separately a table that evening': of its own, however akin. */
const APART =
  /\bseparate(?:ly)?\b|\bin addition\b|\b(?:one|another) more thing\b|แยก(?:ต่างหาก|กัน)|อีกเรื่อง|อีกอย่าง|อีกรายการ|別(?:件|途|に)|另外/i

/** 'Two of us plus 2 golf bags', of a ride: what goes along, and no round of golf. */
const LUGGAGE =
  /\b(?:golf|surf|ski|dive) (?:bags?|clubs|boards?|gear|sets?)\b|\bluggage\b|ถุงกอล์ฟ|กระเป๋า|ゴルフバッグ|スーツケース|荷物|行李|球包/i

/** 'In January, 2 of us, in one room', to how many: what is under way is answered, and nothing else is named or asked for. */
function answersAndWishesNone(turn: CustomerTurn, draft: Draft): boolean {
  const told: Partial<Record<string, unknown>> = turn.slotsFor(turn.said, draft.kind)
  const namesOther = ['item', 'venue', 'destination', 'time'].some((name) => told[name] !== undefined)
  return told[draft.asked ?? ''] !== undefined && !namesOther && !saysWish(turn.said) && !booksIt(turn.said)
}

/** '28 December till 2 January': days, numbers and names alone are of what is under way, whatever they are like. */
function onlyTells(turn: CustomerTurn, draft: Draft): boolean {
  const told = Object.values(turn.slotsFor(turn.said, draft.kind)).flatMap((found) => found.map((it) => it.text))
  const rest = told.reduce((words, it) => words.replace(it, ' '), turn.said)
  return told.length > 0 && !/\p{L}[\p{L}\p{M}]{3,}/u.test(rest.replace(BETWEEN, ' '))
}
const BETWEEN = /วันที่|ช่วง|ถึง|ครับ|ค่ะ|นะคะ|\b(?:from|until|till|please|with|about)\b|お願いします|でしょうか|です/gi

async function answersConsent({ turn, draft, understood, kind }: Waiting): Promise<Answer | undefined> {
  const yes = readYesNo(turn.said) ?? (agreesToAll(turn.said) ? 'yes' : undefined)
  // 'send it', to somebody who has read it back already, is a yes to both
  const send = yes === 'yes' && draft.readBack && (sendsIt(turn.said) || sendsAll(turn.said))
  if (send) return consentInBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } }, true)
  if (yes) return consentInBooking(turn, draft, yes === 'yes')
  const details = detailsIn({ ...turn, said: besidesYes(turn.said) ?? turn.said }, draft, openIn(draft, kind))
  if (Object.keys(details).length > 0)
    return consentInBooking(turn, { ...draft, answers: { ...draft.answers, ...details } }, true)
  const told = corrections(turn, draft, understood)
  if (!told) return isElsewhere(understood) ? undefined : notUnderstood(turn, draft)
  // 'tomorrow afternoon' was understood: it is said so, and the question comes again
  const again = await continueBooking(turn, told)
  const [first, ...rest] = again.say
  if (first?.type !== 'text' || !kind) return again
  return { ...again, say: [{ ...first, text: withWhatIsNew(turn, draft, told, kind, first.text) }, ...rest] }
}
