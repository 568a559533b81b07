import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { learnExample } from '../../api/triage/commands.ts'
import { dateValue, readDateAnswer, readDates } from '../../api/triage/slots/dates.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { readCancel, readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Slots, Understanding } from '../../api/triage/understanding.ts'
import {
  areAkin,
  askSlotAgain,
  askWhichBooking,
  backActs,
  choseItem,
  continueBooking,
  resumeBooking,
  startBooking,
} from '../dialogues/book.ts'
import { answeredOffer, answerOffer } from '../dialogues/other-time.ts'
import { askWhatToChange } from '../dialogues/read-back.ts'
import { askWhichProblem, reportProblem, tellDetail } from '../dialogues/report-problem.ts'
import {
  cannotAnswer,
  getAPerson,
  greet,
  menuActs,
  notSolved,
  notSure,
  otherLanguage,
  tellStatus,
} from '../dialogues/small-matters.ts'
import { followedBy, inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { text } from '../messages.ts'
import type { Tap } from '../taps.ts'
import { calendarDay } from '../copy/formats.ts'
import { answeredStaff } from './answered-staff.ts'
import { clarify, noteOnOpenCase } from './clarify.ts'
import { type Answer, answer, type CustomerTurn, withDraft, withoutDraft } from './customer-turn.ts'
import { readAnswer } from './questions.ts'
import { isAdvertising, isGreeting, isResume, isThanks, menuNamed, TAILOR_MADE } from './set-words.ts'

/** A critical trouble is acted on below the usual bar: missing one costs more than opening one too many. */
const CRITICAL_BAR = 0.3
const SURE_LABEL = 0.45
const INTERRUPTS_FROM = 0.6
/** 'I want the beach side' in the middle of a booking is no wish for a person. */
const HANDOFF_INTERRUPTS_FROM = 0.8
const BARE_ANSWER = 24

/** What a customer's words come to: the question that waits reads first, a trouble or a wish for a person interrupts it. */
export async function decide(turn: CustomerTurn, understood: Understanding): Promise<Answer> {
  const draft = turn.state.draft
  const named = menuNamed(turn.said)
  if (named) return fromMenu(turn, named)
  if (readCancel(turn.said) && (draft || turn.state.parked)) return drop(turn)
  if (isResume(turn.said)) {
    if (draft?.dialogue === 'book') return continueBooking(turn, draft)
    if (turn.state.parked?.dialogue === 'book') return resumeBooking(turn, turn.state.parked)
  }
  const offered = draft ? undefined : await answeredOffer(turn)
  if (offered) return offered
  if (isGreeting(turn.said) || isThanks(turn.said)) {
    if (draft?.dialogue !== 'book') return smallTalk(turn)
    return reasked(turn, answer(turn, isThanks(turn.said) ? [text(turn.copy.thanks())] : []))
  }
  const answered = draft ? undefined : await answeredStaff(turn, understood)
  if (answered) return answered
  if (isAdvertising(turn.said)) return notSure(turn)
  if (draft && !interrupts(turn, draft, understood)) {
    const read = await readAsAnswer(turn, draft, understood)
    if (read) return read
  }
  return act(turn, understood)
}

const sureFrom = (turn: CustomerTurn, understood: Understanding): number =>
  understood.severity === 'critical'
    ? Math.min(CRITICAL_BAR, turn.tenant.settings.sureFrom)
    : turn.tenant.settings.sureFrom

function interrupts(turn: CustomerTurn, draft: Draft, it: Understanding): boolean {
  if (it.intent === 'handoff') return it.intentConfidence >= HANDOFF_INTERRUPTS_FROM
  if (it.intent !== 'case_report') return false
  if (it.severity === 'critical') return it.intentConfidence >= INTERRUPTS_FROM && !isBareAnswer(turn, draft, it)
  const sameCase = draft.dialogue === 'report' && it.caseType === draft.kind
  return !sameCase && it.intentConfidence >= 0.75 && turn.said.length > BARE_ANSWER
}

/** 'me and my wife', while people are being counted: a few words that say what a booking needs are no emergency. */
const isBareAnswer = (turn: CustomerTurn, draft: Draft, it: Understanding): boolean =>
  draft.dialogue === 'book' && turn.said.length <= BARE_ANSWER && corrections(turn, draft, it) !== undefined

async function act(turn: CustomerTurn, it: Understanding): Promise<Answer> {
  if (it.language === 'other') return otherLanguage(turn)
  if (it.intentConfidence < sureFrom(turn, it)) return (await noteOnOpenCase(turn, it)) ?? clarify(turn, it)
  switch (it.intent) {
    case 'case_report': {
      const sure = it.caseType && ((it.labelConfidence ?? 0) >= SURE_LABEL || it.severity === 'critical')
      if (!sure || !it.caseType) return clarify(turn, it)
      return reportProblem(turn, {
        type: it.caseType,
        ...(it.severity && { severity: it.severity }),
        slots: plainSlots(it.slots),
      })
    }
    case 'booking_request':
      if (turn.state.parked?.dialogue === 'book' && goesOnWith(turn.state.parked, it))
        return resumeBooking(turn, corrections(turn, turn.state.parked, it) ?? turn.state.parked)
      if (!it.bookingKind) return askWhichBooking(turn)
      if ((it.labelConfidence ?? 0) < SURE_LABEL) return clarify(turn, it)
      return beginBooking(turn, it.bookingKind, plainSlots(it.slots))
    case 'status_query': {
      const named = it.slots.reference?.[0]?.value ?? A_REFERENCE.exec(turn.said)?.[0]
      return tellStatus(turn, typeof named === 'string' ? named : undefined)
    }
    case 'handoff':
      return getAPerson(turn, 'asked')
    case 'question':
      return reasked(turn, cannotAnswer(turn))
    case 'smalltalk':
      if (!turn.state.draft) return smallTalk(turn)
      return reasked(turn, answer(turn, THANKS.test(turn.said) ? [text(turn.copy.thanks())] : []))
    case 'other':
      if (turn.state.draft?.dialogue === 'book') return notUnderstood(turn, turn.state.draft)
      return (await noteOnOpenCase(turn, it)) ?? notSure(turn)
  }
}

/** Words of booking, after a booking was set aside, mean that one: unless they name another kind for sure. */
const goesOnWith = (parked: Draft, it: Understanding): boolean =>
  !it.bookingKind || it.bookingKind === parked.kind || (it.labelConfidence ?? 0) < SURE_LABEL

/** `ML-C-5521`, `ATP-5033`, `ORD-20261118-003`: letters, a dash, and a number. */
const A_REFERENCE = /(?<![a-z0-9])[a-z]{2,4}(?:-[a-z])?-\d[\d-]{2,14}(?![a-z0-9])/i

const THANKS = /ขอบ(?:คุณ|ใจ)|thank|thx|ありがと|感謝|tks/i

/** A greeting is answered with what can be done; thanks with a word; a sticker in the middle of things with nothing. */
function smallTalk(turn: CustomerTurn): Answer {
  if (THANKS.test(turn.said)) return answer(turn, [text(turn.copy.thanks())])
  const greeted = turn.state.greetedAt ? Date.parse(turn.state.greetedAt) : 0
  const lately = turn.ctx.now.getTime() - greeted < 10 * 60_000
  return lately ? answer(turn, []) : greet(turn)
}

/** An impossible date is asked about, not guessed: it never travels as a slot. */
async function beginBooking(turn: CustomerTurn, kind: string, slots: Record<string, AnswerValue>): Promise<Answer> {
  const begun = await startBooking(turn, kind, slots)
  const wrong = readDates(turn.said, { now: turn.ctx.now, zone: turn.tenant.zone }).find((it) => it.impossible)
  if (!wrong || slots['date'] !== undefined || begun.state.draft?.asked !== 'date') return begun
  const [first, ...rest] = begun.say
  const asked = first && 'text' in first ? { ...first, text: turn.copy.ask.impossibleDate(wrong.text) } : first
  return { ...begun, say: asked ? [asked, ...rest] : rest }
}

/** After something else was answered, the question that waits is asked again, so that the booking goes on where it was. */
async function reasked(turn: CustomerTurn, said: Answer): Promise<Answer> {
  const draft = turn.state.draft
  if (draft?.dialogue !== 'book') return said
  const again = await continueBooking(turn, draft)
  return { ...again, say: followedBy(said.say, again.say) }
}

/** The waiting question reads the words; what else they say (a correction, a slot not asked yet) goes in by name. */
async function readAsAnswer(turn: CustomerTurn, draft: Draft, understood: Understanding): Promise<Answer | undefined> {
  const asked = draft.asked ?? ''
  if (draft.dialogue === 'report') {
    const read = readAnswer(asked, turn.said, {
      now: turn.ctx.now,
      zone: turn.tenant.zone,
      copy: turn.copy,
      mayBeRange: false,
    })
    if (read && 'value' in read) return tellDetail(turn, draft, read.value)
    // not an answer to it, but words about the trouble: they belong to the case, and the question is not repeated
    if (understood.intent === 'case_report' || understood.intentConfidence < turn.tenant.settings.sureFrom)
      return noteOnOpenCase({ ...turn, state: withoutDraft(turn.state) }, understood)
    return undefined
  }
  const other = await anotherBooking(turn, draft, understood)
  if (other) return other
  const wrong = impossibleDate(turn)
  if (wrong && asked !== 'date') {
    const again = await continueBooking(turn, draft)
    return { ...again, say: inTwoBubbles(turn.copy.ask.impossibleDate(wrong), [], again.say) }
  }
  if (asked === 'agreed') {
    const yes = readYesNo(turn.said)
    if (yes === 'yes') return continueBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } })
    const corrected = corrections(turn, draft, understood)
    if (corrected) return continueBooking(turn, corrected)
    if (yes === 'no') return askWhatToChange(turn, draft)
    return isElsewhere(understood) ? undefined : notUnderstood(turn, draft)
  }
  if (asked === 'slot' || asked === 'item' || asked === 'change') {
    if (asked === 'item' && TAILOR_MADE.test(turn.said))
      return continueBooking(turn, await choseItem(turn, draft, 'none'))
    const corrected = corrections(turn, draft, understood)
    const item = corrected?.answers['item']
    if (corrected && asked === 'item' && typeof item === 'string')
      return continueBooking(turn, await choseItem(turn, corrected, item))
    if (corrected) return continueBooking(turn, corrected)
    if (Object.keys(understood.slots).length > 0) return continueBooking(turn, draft)
    return isElsewhere(understood) ? undefined : notUnderstood(turn, draft)
  }
  const slots = plainSlots(understood.slots)
  const place =
    asked === 'venue' ? (slots['venue'] ?? slots['item']) : asked === 'destination' ? slots[asked] : undefined
  const words = { now: turn.ctx.now, zone: turn.tenant.zone, copy: turn.copy, mayBeRange: true }
  const read = place === undefined ? readAnswer(asked, turn.said, words) : { value: place }
  const changed = corrections(turn, draft, understood, asked)
  if (read && 'problem' in read) return { say: [text(read.problem)], state: withDraft(turn.state, changed ?? draft) }
  if (read && (understood.intent !== 'question' || turn.said.length <= BARE_ANSWER)) {
    const answers = { ...(changed ?? draft).answers, [asked]: read.value }
    return continueBooking(turn, { ...draft, misses: 0, answers })
  }
  if (changed) return continueBooking(turn, changed)
  return isElsewhere(understood) ? undefined : notUnderstood(turn, draft)
}

/** Words that are about something else than the question: they are answered, and the question is asked again. */
const isElsewhere = (it: Understanding): boolean =>
  ['question', 'status_query', 'smalltalk', 'case_report'].includes(it.intent) && it.intentConfidence >= INTERRUPTS_FROM

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

/** What the words change in what is already known: 'no, 5 people', 'make it the 14th'. Nothing when they change nothing. */
function corrections(turn: CustomerTurn, draft: Draft, understood: Understanding, except?: string): Draft | undefined {
  const fresh = { ...plainSlots(understood.slots), ...correctedDate(turn) }
  const changed = Object.entries(fresh).filter(
    ([name, value]) =>
      name !== except && (name !== 'amount' || 'amount' in draft.answers) && draft.answers[name] !== value,
  )
  if (changed.length === 0) return undefined
  const answers = { ...draft.answers, ...Object.fromEntries(changed) }
  if (changed.some(([name]) => ['date', 'time', 'item', 'venue'].includes(name))) delete answers['slot']
  delete answers['agreed']
  return { ...draft, misses: 0, answers }
}

function correctedDate(turn: CustomerTurn): { date?: string } {
  const reading = readDateAnswer(turn.said, { now: turn.ctx.now, zone: turn.tenant.zone })
  const value = reading && dateValue(reading)
  return value && reading.text.length > 2 ? { date: value } : {}
}

/** A day that is in no calendar, in words that say little else. */
const impossibleDate = (turn: CustomerTurn): string | undefined =>
  readDates(turn.said, { now: turn.ctx.now, zone: turn.tenant.zone }).find((it) => it.impossible)?.text

/** Asks again in other words; after the second time a person is offered. */
async function notUnderstood(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const misses = (draft.misses ?? 0) + 1
  const again = await continueBooking(turn, { ...draft, misses })
  const [first, ...rest] = again.say
  if (!first) return again
  const person = misses >= 2 ? [turn.tap(turn.copy.menu.person, 'menu', 'person')] : []
  // a card is what was read back: it stands as it is, with a word before it
  if (first.type === 'card') return { ...again, say: inTwoBubbles(turn.copy.ask.again('').trim(), person, again.say) }
  const worded =
    first.type === 'text' || first.type === 'date' || first.type === 'list'
      ? { ...first, text: turn.copy.ask.again(first.text), acts: [...(first.acts ?? []), ...person].slice(0, 13) }
      : first
  return { ...again, say: [worded, ...rest] }
}

function drop(turn: CustomerTurn): Answer {
  if (turn.state.draft?.dialogue === 'report')
    return { say: [text(turn.copy.case.skipped(), backActs(turn, turn.state.parked))], state: withoutDraft(turn.state) }
  const { parked: _, ...state } = withoutDraft(turn.state)
  return { say: [text(turn.copy.booking.dropped(), menuActs(turn))], state }
}

/** A tap of a customer. One that belongs to an earlier question says where things stand now. */
export async function decideTap(
  turn: CustomerTurn,
  tap: Tap,
  picked: string | undefined,
  reread: (said: string) => Understanding,
): Promise<Answer> {
  const [first = '', second = '', third = ''] = tap.args
  switch (tap.action) {
    case 'answer':
      return tapAnswer(turn, first, second, third === 'picked' ? (picked ?? '') : third)
    case 'mean':
      return mean(turn, first, second, reread)
    case 'offer':
      return answerOffer(turn, first, second, third === 'yes')
    case 'not_solved':
      return notSolved(turn, first)
    case 'menu':
      return fromMenu(turn, first)
    default:
      return answer(turn, [text(turn.copy.refusal.not_allowed)])
  }
}

function fromMenu(turn: CustomerTurn, choice: string): Promise<Answer> {
  const { draft, parked } = turn.state
  switch (choice) {
    case 'report':
      return askWhichProblem(turn)
    case 'book':
      return askWhichBooking(turn)
    case 'status':
      return tellStatus(turn)
    case 'resume':
      if (draft?.dialogue === 'book') return continueBooking(turn, draft)
      if (parked?.dialogue === 'book') return resumeBooking(turn, parked)
      return Promise.resolve(answer(turn, [text(turn.copy.booking.nothingToResume(), menuActs(turn))]))
    default:
      return getAPerson(turn, 'asked')
  }
}

/** A button of something that is over: what became of it. */
async function tellWhatBecame(turn: CustomerTurn): Promise<Answer> {
  const { copy, ctx, state } = turn
  const booking = state.about?.bookingId ? await bookingById(ctx, state.about.bookingId) : undefined
  if (booking && booking.contactId === turn.contactId) {
    const words = copy.booking.alreadySent({ reference: booking.reference, stage: copy.staff.stage[booking.stage] })
    return { ...answer(turn, [text(words)]), bookingId: booking.id }
  }
  return answer(turn, [text(copy.booking.notOpen(), menuActs(turn))])
}

async function tapAnswer(turn: CustomerTurn, draftId: string, name: string, value: string): Promise<Answer> {
  const { draft, parked } = turn.state
  if (draft?.id !== draftId) {
    if (parked?.id === draftId) {
      const { parked: _, ...state } = turn.state
      return tapAnswer({ ...turn, state: withDraft(state, parked) }, draftId, name, value)
    }
    if (draft?.dialogue !== 'book') return tellWhatBecame(turn)
    const now = await continueBooking(turn, draft)
    return { ...now, say: inTwoBubbles(turn.copy.booking.staleAnswer(), [], now.say) }
  }
  if (draft.dialogue === 'report') return tellDetail(turn, draft, value)
  if (name === 'cancel') return drop(turn)
  if (name === 'edit') return askWhatToChange(turn, draft)
  if (name === 'change') {
    const { [value]: _, agreed: __, ...answers } = draft.answers
    if (['date', 'time', 'item', 'venue'].includes(value)) delete answers['slot']
    return continueBooking(turn, { ...draft, answers })
  }
  if (name === 'agreed') {
    if (draft.asked !== 'agreed') return continueBooking(turn, draft)
    return continueBooking(turn, { ...draft, answers: { ...draft.answers, agreed: true } })
  }
  if (name === 'item') return continueBooking(turn, await choseItem(turn, draft, value))
  if (name === 'date') {
    const said = calendarDay(value, turn.language)
    if (!value || value < isoDay(today({ now: turn.ctx.now, zone: turn.tenant.zone }))) {
      const again = await continueBooking(turn, draft)
      return { ...again, say: value ? inTwoBubbles(turn.copy.ask.pastDate(said), [], again.say) : again.say }
    }
    const { slot: _, ...answers } = draft.answers
    return continueBooking(turn, { ...draft, misses: 0, answers: { ...answers, date: value } })
  }
  return continueBooking(turn, { ...draft, misses: 0, answers: { ...draft.answers, [name]: value } })
}

/** What the person picked when the bot was not sure: done at once with their own earlier words, and remembered. */
async function mean(
  turn: CustomerTurn,
  kind: string,
  key: string,
  reread: (said: string) => Understanding,
): Promise<Answer> {
  const words = turn.state.clarifying?.text ?? ''
  const { clarifying: _, ...state } = turn.state
  const next = { ...turn, state, said: words }
  const understood = words ? reread(words) : undefined
  if (words)
    await learnExample(turn.ctx, {
      text: words,
      intent: kind === 'case' ? 'case_report' : 'booking_request',
      label: key,
      language: turn.language,
      origin: 'clarified',
    })
  const slots = understood ? plainSlots(understood.slots) : {}
  return kind === 'case' ? reportProblem(next, { type: key, slots }) : startBooking(next, key, slots)
}

/** Somebody else was faster: the draft stays, only the place is asked again. */
export const afterSlotGone = (turn: CustomerTurn): Promise<Answer> =>
  turn.state.draft ? askSlotAgain(turn, turn.state.draft) : Promise.resolve(notSure(turn))

/** The first value of each slot, in the taxonomy's own formats. */
export function plainSlots(slots: Slots): Record<string, AnswerValue> {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([name, values]) => (values[0] === undefined ? [] : [[name, values[0].value]])),
  )
}
