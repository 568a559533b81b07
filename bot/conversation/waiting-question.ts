import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import { readNameAnswer, readNames } from '../../api/triage/slots/names.ts'
import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems, slotById } from '../../api/catalogue/queries.ts'
import { readJoining } from '../../api/triage/slots/joining.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { readOfParty } from '../../api/triage/slots/some-of-party.ts'
import { readSkip, readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { beginBooking, consentInBooking, continueBooking } from '../dialogues/book.ts'
import { areAkin, choseItem, ofItsKind } from '../dialogues/book-items.ts'
import { isDetail } from '../dialogues/consent.ts'
import { namedOffer } from '../dialogues/named-offer.ts'
import { askWhatToChange } from '../dialogues/read-back.ts'
import { consentInReport, tellDetail } from '../dialogues/report-problem.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { text } from '../messages.ts'
import { bareAnswer, looksLikeName, readDayOfMonth, readNamedDayOfMonth } from './bare-answers.ts'
import { noteOnOpenCase } from './clarify.ts'
import { besidesJoining, CORRECTS, corrections, impossibleDate, plainSlots, withThoseJoining } from './corrections.ts'
import { type Answer, type CustomerTurn, withDraft, withoutDraft } from './customer-turn.ts'
import { booksIt, leavesOpen, nthMeant, saysWithout, sendsIt, takesIt, wantsSoonest } from './loose-words.ts'
import { readAnswer } from './questions.ts'
import { isWish, tellsWish } from './wishes.ts'
import { wentWrong } from './wishes-only.ts'
import { isAcknowledged, isSetWords, looksAsked, TAILOR_MADE } from './set-words.ts'

export const INTERRUPTS_FROM = 0.6
export const BARE_ANSWER = 24
/** A trouble in which the engine hardly believes itself is, while a question waits, an answer: 'the terrace, by the river'. */
export const HARDLY = 0.45

/** The waiting question reads the words; what else they say (a correction, a slot not asked yet) goes in by name. */
export async function readAsAnswer(
  turn: CustomerTurn,
  draft: Draft,
  understood: Understanding,
): Promise<Answer | undefined> {
  const asked = draft.asked ?? ''
  if (draft.dialogue === 'report') {
    const read = readAnswer(asked, turn.said, {
      now: turn.ctx.now,
      zone: turn.tenant.zone,
      copy: turn.copy,
      mayBeRange: false,
      mayBePast: true,
    })
    if (read && 'problem' in read) return { say: [text(read.problem)], state: withDraft(turn.state, draft) }
    const yes = asked === 'consent' ? readYesNo(turn.said) : undefined
    if (yes) return consentInReport(turn, draft, yes === 'yes')
    const isOwn = !Object.hasOwn(turn.copy.slot, asked)
    const elsewhere =
      isOwn && isElsewhere(understood) && understood.intent !== 'case_report' && turn.said.length > BARE_ANSWER
    if (readSkip(turn.said)) return tellDetail(turn, draft, '')
    if (read && 'value' in read && !elsewhere) return tellDetail(turn, draft, read.value)
    const details = asked === 'consent' ? detailsIn(turn, draft, saysOwnName(turn.said) ? ['name'] : []) : {}
    if (Object.keys(details).length > 0) return consentInReport(turn, draft, true, details)
    // not an answer to it, but words about the trouble: they belong to the case, and the question is not repeated
    if (!isOtherMatter(turn, understood))
      return noteOnOpenCase({ ...turn, state: withoutDraft(turn.state) }, understood, { asked: mayBeNote(turn.said) })
    return undefined
  }
  const tells = isWish(turn.said) || tellsBeside(turn, draft, understood)
  if (tells && !isOwnQuestion(turn, asked)) return keepWish(turn, draft)
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
  const isElse = MEASURED.includes(asked) && Object.keys(named).length > 0 && named[asked] === undefined
  const inMonth = asked === 'slot' ? undefined : dayInMonth(turn, draft)
  if (inMonth) return continueBooking(turn, inMonth)
  const answered = isElse ? undefined : readAnswer(asked, turn.said, words)
  // 'some time before Christmas' is not that day, and '5,000 each' not 5,000
  const said = asked === 'date' || asked === 'budget' ? named[asked] : undefined
  const own = answered && 'value' in answered && said !== undefined ? { value: said } : answered
  if (asked === 'slot' && (draft.answers['party_size'] !== undefined || wantsSoonest(turn.said))) {
    const onDay = await offerNamed(turn, draft, [])
    if (onDay) return continueBooking(turn, onDay)
  }
  const bare = own || Object.keys(named).length > 0 ? undefined : bareAnswer(turn.said, openIn(draft, kind), words)
  if (bare && asked !== 'consent')
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [bare.name]: bare.value } })
  if (asked === 'agreed') {
    const yes = readYesNo(turn.said)
    if (yes === 'yes' || (booksIt(turn.said) && !corrections(turn, draft, understood)))
      return continueBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } })
    const corrected = corrections(turn, draft, understood)
    if (speaksOfSome(turn, draft)) return goOn(turn, draft, withNote(turn, corrected ?? draft))
    if (corrected) return goOn(turn, draft, corrected)
    if (yes === 'no' && !saysWithout(turn.said)) return askWhatToChange(turn, draft)
    if (isElsewhere(understood)) return undefined
    if (Object.keys(understood.slots).length > 0) return continueBooking(turn, draft)
    return mayBeNote(turn.said) ? continueBooking(turn, withNote(turn, draft)) : notUnderstood(turn, draft)
  }
  if (asked === 'slot' || asked === 'item' || asked === 'change') {
    const taken =
      (await takenOffer(turn, draft, kind?.requiredSlots.includes('item') ?? false)) ??
      (await offerNamed(turn, draft, kind?.itemTypes ?? []))
    if (taken) return continueBooking(turn, taken)
    if (asked === 'item' && (TAILOR_MADE.test(turn.said) || leavesOpen(turn.said)))
      return continueBooking(turn, await choseItem(turn, draft, 'none'))
    const corrected = corrections(turn, draft, understood)
    const item = corrected?.answers['item']
    if (corrected && asked === 'item' && typeof item === 'string')
      return continueBooking(turn, await choseItem(turn, corrected, item))
    // what was offered once, and may be left out, is not offered again and again
    if (corrected && asked === 'item' && kind && !kind.requiredSlots.includes('item') && onlyAdds(draft, corrected))
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
  const skipped = await skipIt(turn, draft, asked)
  if (skipped) return skipped
  const slots = { ...plainSlots(understood.slots), ...named }
  const isPlace = asked === 'venue' || asked === 'destination'
  const place =
    asked === 'venue' ? (slots['venue'] ?? slots['item']) : asked === 'destination' ? slots[asked] : undefined
  const read = place === undefined ? own : { value: place }
  const changed = corrections(turn, draft, understood, asked)
  if (read && 'problem' in read) return { say: [text(read.problem)], state: withDraft(turn.state, changed ?? draft) }
  if (changed && isAnotherItem(draft, changed)) return goOn(turn, draft, changed)
  if (isOwn && changed && CORRECTS.test(turn.said)) return goOn(turn, draft, changed)
  if (isOwn && isElsewhere(understood) && isClear(understood) && turn.said.length > BARE_ANSWER) return undefined
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

const LEAST_OF_NOTE = 8
const LONGEST_NOTE = 300

/** 'Window table please', a link, 'no pork': what was said over the finished request goes with it, and is read back. */
function withNote(turn: CustomerTurn, draft: Draft): Draft {
  const words = turn.said.trim()
  const before = typeof draft.answers['note'] === 'string' ? `${draft.answers['note']}\n` : ''
  const note = `${before}${words}`.slice(0, LONGEST_NOTE).toWellFormed()
  return { ...draft, misses: 0, answers: { ...draft.answers, note } }
}

/** 'Vegetarian', whatever is asked just then: it goes with the request, and the question is asked again. */
async function keepWish(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const again = await continueBooking(turn, withNote(turn, draft))
  const [first, ...rest] = again.say
  if (first?.type !== 'text' && first?.type !== 'date' && first?.type !== 'list') return again
  if (first.text.includes(turn.said.trim())) return again
  return { ...again, say: [{ ...first, text: turn.copy.ask.noted(turn.said.trim(), first.text) }, ...rest] }
}

/** Questions of the desk that are no slot. */
export const STEPS = ['agreed', 'slot', 'item', 'change', 'consent']

/** Asked by this business alone: whatever is said may be the answer to it. */
const isOwnQuestion = (turn: CustomerTurn, asked: string): boolean =>
  !Object.hasOwn(turn.copy.slot, asked) && !STEPS.includes(asked)

const mayBeNote = (said: string): boolean =>
  said.trim().length >= LEAST_OF_NOTE && /\p{L}{3}/u.test(said) && !isSetWords(said)

/** 'One of us is a child', when it is known how many come. Who only says that more come speaks of all. */
function speaksOfSome(turn: CustomerTurn, draft: Draft): boolean {
  if (draft.answers['party_size'] === undefined) return false
  const joining = withThoseJoining(turn.said, draft) === undefined ? undefined : readJoining(turn.said)
  if (!joining) return readOfParty(turn.said).some
  return OF_CHILDREN.test(joining.text) || readOfParty(besidesJoining(turn.said, joining)).some
}
const OF_CHILDREN = /kid|child|bab|toddler|teen|เด็ก|ลูก|หลาน|子|小孩|孩/i

/** This goes with the request, whatever else it may seem to be: a wish at any time, and over the finished request what is said of some. An emergency is one. */
export const goesWithRequest = (turn: CustomerTurn, draft: Draft, it: Understanding): boolean =>
  draft.dialogue === 'book' &&
  (((isWish(turn.said) || tellsBeside(turn, draft, it)) && !isOwnQuestion(turn, draft.asked ?? '')) ||
    (draft.asked === 'agreed' && it.severity !== 'critical' && speaksOfSome(turn, draft)))

const MEASURED = ['party_size', 'duration_nights', 'time', 'date']

/** 'One of us is in a wheelchair' tells something of this visit, and nothing that went wrong, whatever the engine hears in it. */
const tellsBeside = (turn: CustomerTurn, draft: Draft, it: Understanding): boolean =>
  it.intent === 'case_report' &&
  it.severity !== 'critical' &&
  (it.labelConfidence ?? 0) < SURELY_TROUBLE &&
  tellsWish(turn.said) &&
  !wentWrong(turn.said) &&
  // 'the one on the 28th, please' may be the answer
  !(['slot', ...MEASURED].includes(draft.asked ?? '') && /[\d๐-๙]/.test(turn.said)) &&
  Object.keys(turn.slotsFor(turn.said, draft.kind)).length === 0
const SURELY_TROUBLE = 0.9

/** What is still open, the question that waits first. */
function openIn(draft: Draft, kind: Asks | undefined): string[] {
  const listed = [...(kind?.requiredSlots ?? []), ...(kind?.optionalSlots ?? [])]
  return [draft.asked ?? '', ...listed.filter((name) => name !== draft.asked && draft.answers[name] === undefined)]
}

/** A few words in the middle of a trouble may be where it is as well as who they are. */
const saysOwnName = (said: string): boolean =>
  /ชื่อ|คุณ|นาย|นาง|name|i'?m |this is|call me|と申|です|名前|我叫|姓/i.test(said) || readNames(said).length > 0

/** How to reach a person, written to the very question whether we may keep it: that is a yes. */
function detailsIn(turn: CustomerTurn, draft: Draft, open: string[]): Record<string, AnswerValue> {
  const said = plainSlots(turn.slotsFor(turn.said, draft.kind))
  const name = open.includes('name') && looksLikeName(turn.said) ? readNameAnswer(turn.said)?.value : undefined
  const found = { ...said, ...(name && { name }) }
  return Object.fromEntries(
    Object.entries(found).filter(([slot]) => isDetail(slot) && (slot !== 'name' || open.includes('name'))),
  )
}

/** 'This one', 'yes': what was put before them, where it is clear which; it is read back before it is sent. */
async function takenOffer(turn: CustomerTurn, draft: Draft, isNeeded: boolean): Promise<Draft | undefined> {
  const nth = nthMeant(turn.said)
  const [first, ...others] = nth === undefined ? (draft.offered ?? []) : [draft.offered?.at(nth)]
  if (!first || !(nth !== undefined || takesIt(turn.said) || readYesNo(turn.said) === 'yes')) return undefined
  const isPlainYes = nth === undefined && !takesIt(turn.said)
  // a yes to several dates is none to the first of them
  if (draft.asked === 'slot')
    return isPlainYes && others.length > 0
      ? undefined
      : { ...draft, misses: 0, answers: { ...draft.answers, slot: first } }
  if (others.length > 0) return undefined
  // a yes to 'there is this tour, or one of your own' is one to the tour, if it is as long as they wish
  if (draft.asked === 'item' && !isNeeded && isPlainYes && !(await isAsLong(turn, draft, first)))
    return choseItem(turn, draft, 'none')
  return draft.asked === 'item'
    ? choseItem(turn, draft, first)
    : { ...draft, misses: 0, answers: { ...draft.answers, venue: first } }
}

async function isAsLong(turn: CustomerTurn, { answers }: Draft, key: string): Promise<boolean> {
  const nights = answers['duration_nights']
  const types = (await activeBookingKinds(turn.ctx)).flatMap((it) => it.itemTypes)
  const item = (await activeItems(turn.ctx, types)).find((it) => it.key === key || it.name === key)
  return item !== undefined && (nights === undefined || item.nights === nights)
}

/** One of what was put before them, by a word of its name, by its place, or by its day: 'the northern one', 'แถวปทุม', 'รอบ 12'. */
async function offerNamed(turn: CustomerTurn, draft: Draft, types: string[]): Promise<Draft | undefined> {
  const { answers, asked, offered = [] } = draft
  if (looksAsked(turn.said) || offered.length === 0) return undefined
  if (asked === 'slot') {
    const slot = wantsSoonest(turn.said) ? await soonestOf(turn, offered) : await slotOnDay(turn, offered)
    return slot === undefined ? undefined : { ...draft, misses: 0, answers: { ...answers, slot } }
  }
  if (asked !== 'item' && asked !== 'venue') return undefined
  const items = await activeItems(turn.ctx, types)
  const named = namedOffer(
    turn.said,
    items.filter((it) => offered.includes(it.key) || offered.includes(it.name)),
  )
  if (!named) return undefined
  if (asked === 'item') return choseItem(turn, { ...draft, misses: 0 }, named.key)
  return { ...draft, misses: 0, answers: { ...answers, venue: named.name } }
}

/** 'The 12th', 'รอบ 12 ค่ะ': the only one of the departures on that day of its month. */
async function slotOnDay(turn: CustomerTurn, offered: string[]): Promise<string | undefined> {
  const day = readDayOfMonth(turn.said)
  if (day === undefined) return undefined
  const zone = { timeZone: turn.tenant.zone, day: 'numeric' } as const
  const slots = await Promise.all(offered.map((id) => slotById(turn.ctx, id)))
  const onDay = slots.filter((it) => it && Number(it.startsAt.toLocaleString('en', zone)) === day)
  return onDay.length === 1 ? onDay[0]?.id : undefined
}

async function soonestOf(turn: CustomerTurn, offered: string[]): Promise<string | undefined> {
  const slots = await Promise.all(offered.map((id) => slotById(turn.ctx, id)))
  const coming = slots.flatMap((it) => (it && it.startsAt > turn.ctx.now ? [it] : []))
  return coming.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())[0]?.id
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

const MOST_NIGHTS = 60

/** 'Fri 12 till Mon 15', to how many nights: from the one day to the other. */
function nightsOf(date: AnswerValue | undefined): number | undefined {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(String(date)) ?? []
  const nights = from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : 0
  return nights > 0 && nights <= MOST_NIGHTS ? nights : undefined
}

const onlyAdds = (before: Draft, after: Draft): boolean =>
  Object.keys(before.answers).every((name) => before.answers[name] === after.answers[name])

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

/** Case types about a booking that was made; of one that is only being written down nothing need be undone. */
export const CHANGES = /cancel|change|reschedul|(?:^|_)edit/

/** Of this booking, not of one that was made: no number is named. */
const changesThis = (it: Understanding): boolean =>
  it.intent === 'case_report' && CHANGES.test(it.caseType ?? '') && !it.slots.order_id && !it.slots.reference

/** Words that are about something else than the question: they are answered, and the question is asked again. */
const isElsewhere = (it: Understanding): boolean =>
  ['question', 'status_query', 'smalltalk', 'case_report'].includes(it.intent) &&
  !changesThis(it) &&
  it.intentConfidence >= INTERRUPTS_FROM &&
  it.confidence >= HARDLY

/** Whether words said after a trouble are surely about something else than it. */
function isOtherMatter(turn: CustomerTurn, it: Understanding): boolean {
  if (it.intentConfidence < turn.tenant.settings.sureFrom || it.intent === 'case_report' || it.intent === 'other')
    return false
  // 'my user is tukta_shop, thanks' is polite, and tells something
  if (it.intent === 'smalltalk' && mayBeNote(turn.said) && !isAcknowledged(turn.said)) return false
  if (it.intent !== 'booking_request') return true
  const isWished = SAYS_WISH.test(turn.said) || it.slots.date !== undefined || it.slots.party_size !== undefined
  return (
    isWished &&
    it.intentConfidence >= SURELY_OTHER &&
    (it.labelConfidence ?? 0) >= 0.7 &&
    turn.said.length > BARE_ANSWER
  )
}
/** 'Room 305, in Luang Prabang', after a trouble with a hotel, books none. */
const SAYS_WISH =
  /\b(?:book|reserve|order|want|would like|need|looking for|interested|quote|price|available)\b|'d like|จอง|สั่ง|อยาก|สนใจ|ต้องการ|สมัคร|ขอ(?:ราคา|ใบเสนอ|โต๊ะ|ห้อง|รถ)|予約|注文|希望|申し?込|したい|预订|想/i
const SURELY_OTHER = 0.85

/** A trouble that half of the engine sees in 'the terrace, by the river' is none. */
const isClear = (it: Understanding): boolean => it.intent !== 'case_report' || (it.labelConfidence ?? 0) >= 0.6

/** A wish for something of quite another kind is a booking of its own: the one under way waits. */
async function anotherBooking(turn: CustomerTurn, draft: Draft, it: Understanding): Promise<Answer | undefined> {
  const sure = it.intent === 'booking_request' && it.intentConfidence >= 0.75 && (it.labelConfidence ?? 0) >= 0.75
  if (!sure || !it.bookingKind || it.bookingKind === draft.kind || turn.said.length <= BARE_ANSWER) return undefined
  if (await areAkin(turn, it.bookingKind, draft.kind)) return undefined
  return beginBooking(
    { ...turn, state: { ...withoutDraft(turn.state), parked: draft } },
    it.bookingKind,
    plainSlots(it.slots),
  )
}

/** Asks again in other words; after the second time a person is offered. Who only says again that they want it is asked as before. */
export const notUnderstood = (turn: CustomerTurn, draft: Draft, it?: Understanding): Promise<Answer> => {
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
