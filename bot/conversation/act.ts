import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { teach } from '../../api/triage/commands/examples.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { dateValue } from '../../api/triage/slots/dates.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { saidToGoOn, solvedTooEarly } from '../dialogues/after-resolved.ts'
import { askedOfCatalogue } from '../dialogues/answer-from-catalogue.ts'
import { answerQuestion } from '../dialogues/answer-question.ts'
import { askWhichBooking, beginBooking } from '../dialogues/begin-booking.ts'
import { areAkin } from '../dialogues/book-items.ts'
import { onlyOneCalledSo } from '../dialogues/called-so.ts'
import { askWhichProblem, reportProblem } from '../dialogues/report-problem.ts'
import { resumeBooking } from '../dialogues/set-aside.ts'
import { getAPerson, notSure, otherLanguage, tellStatus } from '../dialogues/small-matters.ts'
import { text } from '../messages.ts'
import { answerWithIt } from './asked-with-it.ts'
import { answerAsked, notClear, perhapsAQuestion, reasked } from './asked-something.ts'
import { aBookingToCancel } from './cancel-in-words.ts'
import { clarify, isFresh, moreOfTrouble, noteOnOpenCase, ofWhatWasJustTold, orderOfOpenCase } from './clarify.ts'
import { clausesOf } from './words/clauses.ts'
import { datesSaid } from './words/dates-said.ts'
import { corrections, furtherOrders, impossibleDate, plainSlots, withThoseJoining } from './corrections.ts'
import { courseOf, isSureOfLabel, surely } from './course.ts'
import { type Answer, answer, type CustomerTurn, type Understand } from './customer-turn.ts'
import { addsToEarlier, readWithEarlier } from './earlier-words.ts'
import { answersSeveral } from './asks-several.ts'
import { notListed } from './not-listed.ts'
import { byWhatItNames } from './by-what-it-names.ts'
import { changesThis } from './words/elsewhere.ts'
import { saysWish } from './in-a-report.ts'
import { besideTheMatter, smallTalk, THANKS } from './in-small-talk.ts'
import { A_REFERENCE, asksSomewhere, isAcknowledged, looksAsked } from './words/set-words.ts'
import { isLaughter, saysSorry } from './words/small-words.ts'
import { dayOfTheSame, spokenOf, whereItHappened } from './spoken-of.ts'
import { toldBefore, withNumberSought } from './told-before.ts'
import { notUnderstood } from './ask-again.ts'
import { wentWrong } from './words/wishes-only.ts'

/** What one matter comes to, once it is known what it is about. */
export async function act(said: CustomerTurn, it: Understanding, understand: Understand): Promise<Answer> {
  const asked = it.intent === 'case_report' ? withNumberSought(said) : said
  const course = courseOf(it, asked.tenant.settings.sureFrom, asked.said)
  if (course === 'other_language') return otherLanguage(asked)
  // what is asked of a thing on sale is clear by itself, also right after a question to clarify
  const listed = (await notListed(asked, it)) ?? (await askedOfCatalogue(asked, it))
  if (listed) return reasked(asked, listed)
  const several = await answersSeveral(asked, it)
  if (several) return several
  const named = await byWhatItNames(asked, it)
  if (named) return act(asked, named, understand)
  const clearer = isFresh(asked) && addsToEarlier(asked, it) ? await withEarlierWords(asked, understand, it) : undefined
  if (clearer) return clearer
  // so many of a thing are ordered, whatever else is asked of them
  const isOrder = it.intent === 'booking_request' && it.slots.item !== undefined && it.slots.amount !== undefined
  const known = isOrder ? undefined : await perhapsAQuestion(asked, it)
  if (known) return known
  if (!asked.state.draft && (course === 'unsure' || course === 'not_understood' || it.intent === 'status_query')) {
    const reopened = await saidToGoOn(asked)
    if (reopened) return reopened
  }
  const wish = course === 'unsure' ? likelyWish(asked, it) : undefined
  if (wish) return act(asked, wish, understand)
  if (course === 'unsure')
    return (await noteOnOpenCase(asked, it)) ?? (await withEarlierWords(asked, understand)) ?? notClear(asked, it)
  const { clarifying: _, ...state } = asked.state
  const turn = { ...asked, state }
  switch (course === 'not_understood' ? 'other' : it.intent) {
    case 'case_report': {
      const toCancel = await aBookingToCancel(turn, it)
      if (toCancel) return toCancel
      // who has told at length what happened is not asked what happened
      if (!it.caseType)
        return askWhichProblem(turn, turn.said.length > TOLD_AT_LENGTH ? turn.copy.whichMatter() : undefined)
      const joined = await moreOfTrouble(turn, it)
      if (joined) return joined
      if (course === 'unsure_which')
        return (await withEarlierWords(asked, understand)) ?? (await ofWhatWasJustTold(turn, it)) ?? clarify(turn, it)
      const reopened = await solvedTooEarly(turn, it.caseType, it.slots)
      if (reopened) {
        await learnFromReopening(turn, it.caseType, reopened.caseId)
        return reopened
      }
      const mine = changesThis(it) ? await justBooked(turn) : {}
      const wrongDate = it.slots.date ? undefined : impossibleDate(turn)
      return reportProblem(turn, {
        type: it.caseType,
        ...(it.severity && { severity: it.severity }),
        slots: { ...toldBefore(asked, understand), ...plainSlots(it.slots), ...mine },
        orders: furtherOrders(it),
        ...(wrongDate && { wrongDate }),
      })
    }
    case 'booking_request': {
      if (turn.state.parked?.dialogue === 'book' && goesOnWith(turn.state.parked, it))
        return resumeBooking(turn, corrections(turn, turn.state.parked, it) ?? turn.state.parked)
      if (!it.bookingKind) return askWhichBooking(turn)
      const asWas = ofWhatWasAsked(asked, it, understand)
      if (asWas) return act(withoutHelp(asked), asWas, understand)
      const before: Record<string, AnswerValue> = { ...(await whereItHappened(turn)), ...(await dayOfTheSame(turn)) }
      const named = { ...before, ...saidBefore(asked, it.bookingKind), ...spokenOf(turn, it), ...plainSlots(it.slots) }
      // 'it is for tomorrow's class, please do something today', right after the money did not come: why it is urgent
      const hurried = HURRIES.test(turn.said) && !BOOKS.test(turn.said) ? await ofWhatWasJustTold(turn, it) : undefined
      if (hurried) return hurried
      // 'Tuesday the 17th, in the morning', right after a complaint: when it was, and no wish; 'could I have it in English, too?': of what that was about
      const joined = wishesByItself(turn, it) && namesWhat(turn, it) ? undefined : await ofWhatWasJustTold(turn, it)
      if (joined) return joined
      // what was named by its own name says itself what kind of booking it is
      const akin = course === 'unsure_which' && !named.item ? await ofSameThings(turn, it) : undefined
      if (akin)
        return answerWithIt(turn, await beginBooking(turn, akin.kind, { ...named, ...akin.item }), understand, true)
      if (course === 'unsure_which' && !named.item) {
        const more = it.intentConfidence < SURE_WISH ? await noteOnOpenCase(turn, it) : undefined
        return more ?? (await withEarlierWords(asked, understand)) ?? clarify(turn, it)
      }
      return answerWithIt(turn, await beginBooking(turn, it.bookingKind, named), understand, true)
    }
    case 'status_query': {
      // 'his name was Toon', after a complaint, asks for nothing
      const detail =
        looksAsked(turn.said) || it.intentConfidence >= SURE_QUESTION ? undefined : await noteOnOpenCase(turn, it)
      if (detail) return detail
      const named = it.slots.reference?.[0]?.value ?? A_REFERENCE.exec(turn.said)?.[0]
      const told = named === undefined ? undefined : await orderOfOpenCase(turn, it)
      if (told) return told
      return tellStatus(turn, { ...(typeof named === 'string' && { number: named }), asked: it })
    }
    case 'handoff':
      return getAPerson(turn, 'asked')
    case 'question':
      // 'do you have 1,000 followers?' is as good as an order
      if (
        it.intentConfidence < SURE_QUESTION &&
        (it.alternatives[0]?.confidence ?? 0) >= LIKELY_WISH &&
        !turn.state.draft
      )
        return clarify(turn, it)
      return answerAsked(turn, it)
    case 'smalltalk':
      if (!turn.state.draft && tellsWhatWentWrong(turn))
        return (await noteOnOpenCase(turn, it)) ?? askWhichProblem(turn, turn.copy.whichMatter())
      if (!turn.state.draft) return (await besideTheMatter(turn, it)) ?? smallTalk(turn)
      return (
        (tellsInAReport(turn) ? await noteOnOpenCase(turn, it, { asked: true }) : undefined) ??
        reasked(turn, answer(turn, THANKS.test(turn.said) ? [text(turn.copy.thanks())] : []))
      )
    case 'other':
      if (turn.state.draft?.dialogue === 'book') return notUnderstood(turn, turn.state.draft)
      return (
        (await noteOnOpenCase(turn, it)) ??
        (looksAsked(turn.said) ? reasked(turn, await answerQuestion(turn)) : notSure(turn))
      )
  }
}

/** 'Tomorrow at half past three, around Thong Lo', after a question about a massage: a massage, though alone it might be anything. */
function ofWhatWasAsked(
  { said, slotsFor, state }: CustomerTurn,
  it: Understanding,
  understand: Understand,
): Understanding | undefined {
  if (!state.help || (it.labelConfidence ?? 0) >= SURE_KIND) return undefined
  const both = understand(`${state.help.text}\n${said}`)
  const isClearer = (both.labelConfidence ?? 0) > Math.max(it.labelConfidence ?? 0, SURE_KIND)
  if (both.intent !== 'booking_request' || !both.bookingKind || both.bookingKind === it.bookingKind || !isClearer)
    return undefined
  return {
    ...it,
    bookingKind: both.bookingKind,
    labelConfidence: both.labelConfidence ?? 0,
    slots: slotsFor(said, both.bookingKind),
  }
}
const SURE_KIND = 0.7

const withoutHelp = (turn: CustomerTurn): CustomerTurn => {
  const { help: _, ...state } = turn.state
  return { ...turn, state }
}

/** What the words said that were asked about: 'around 20 February', after 'Vietnam and Cambodia together'. */
const saidBefore = (turn: CustomerTurn, kind: string): Record<string, AnswerValue> =>
  isFresh(turn) && turn.state.clarifying ? plainSlots(turn.slotsFor(turn.state.clarifying.text, kind)) : {}

/** Between a tour from the list and one made to measure nobody needs to choose beforehand: where it goes, when and for how many says enough to show what there is. */
async function ofSameThings(turn: CustomerTurn, { alternatives, slots }: Understanding) {
  const [first, second] = alternatives
  if (first?.kind !== 'booking' || second?.kind !== 'booking') return undefined
  if (!slots.destination || !slots.date || !slots.party_size || first.confidence + second.confidence < SURE_WISH)
    return undefined
  if (!(await areAkin(turn, first.key, second.key))) return undefined
  const item = await onlyOneCalledSo(turn, slots.destination[0]?.value)
  const named: Record<string, AnswerValue> = item ? { item: item.name } : {}
  return { kind: first.key, item: named }
}

/** 'Yesterday's guide was an hour late': of a day that is over, and nobody is only greeted for it. */
function tellsWhatWentWrong({ ctx, said, tenant }: CustomerTurn): boolean {
  const at = { now: ctx.now, zone: tenant.zone }
  const [first] = datesSaid(said, at)
  const day = first && dateValue(first)
  return day !== undefined && day < isoDay(today(at)) && wentWrong(said)
}

/** A few words to 'which course?' may sound like chatter ('ナガリッジです'): whoever has just told of a trouble is not met with silence. */
const tellsInAReport = ({ said, state }: CustomerTurn): boolean =>
  state.draft?.dialogue === 'report' &&
  !THANKS.test(said) &&
  !isAcknowledged(said) &&
  !isLaughter(said) &&
  !saysSorry(said) &&
  /\p{L}{2}/u.test(said)

/** Says that it wishes or asks, or names so much that it is a wish by itself. */
const wishesByItself = ({ said }: CustomerTurn, { slots }: Understanding): boolean =>
  (saysWish(said) && !tellsBooked(said)) ||
  asksSomewhere(said) ||
  (!tellsBooked(said) &&
    ['date', 'time', 'party_size', 'venue', 'item', 'amount'].filter((name) => name in slots).length >=
      A_WISH_BY_ITSELF)
const A_WISH_BY_ITSELF = 3

/** Says that it is to be booked, or something that a booking is of: a day alone, or who they are, may be of anything. */
const namesWhat = ({ said }: CustomerTurn, { slots }: Understanding): boolean =>
  BOOKS.test(said) ||
  ['item', 'venue', 'destination', 'party_size', 'amount', 'duration_nights', 'budget'].some((name) => name in slots)
const BOOKS =
  /จอง|สั่ง(?!ไว้|ไป)|ลง(?:เรียน|ชื่อ|ทะเบียน)|สมัคร(?!งาน)|เช่า|\b(?:book|reserve|order|enrol+|sign (?:me|us|him|her|them)? ?up|join|rent|hire|arrange)\b|予約(?:した|をお願い|でき|取)|申し?込み?(?:た|を|でき)|注文(?:した|を|でき)|受けたい|参加した|手配|预订|預訂|预约|預約|报名|報名/i
const HURRIES =
  /(?:なん|何)とかして|今日中に|急いで|至急|間に合わ|\b(?:asap|urgent(?:ly)?|hurry|in time|need (?:it|this|that|the money|them) (?:by|before|for|today|tomorrow))\b|ต้องใช้|เร่ง(?:ให้|หน่อย|ด่วน)|ด่วน|ให้ทัน|ไม่ทัน/i
const tellsBooked = (said: string): boolean => TELLS_BOOKED.test(said.replaceAll('’', "'"))
/** 'We're down for 11:40, three players': of what was booked before. */
const TELLS_BOOKED =
  /\b(?:(?:we|they)(?:'re| are| were)|(?:i|it|he|she)(?:'m|'s| am| is| was)) (?:down|booked|in|listed|registered|due|supposed|meant|confirmed) (?:for|at|to|in|on)\b|\b(?:booked|reserved|confirmed) (?:for|at|under|by)\b|\b(?:our|my) (?:booking|tee ?time|table|slot|reservation) (?:is|was)\b|จอง(?:ไว้|มาแล้ว|ตอน|เวลา|เป็น)|คิว(?:คือ|ตอน)|予約(?:は|して(?:い|あり|おり))|(?:取って|押さえて)(?:い|あり|おり)/i

/** 'Thinking of Sri Lanka in February, is the leopard one still open?' is half a question and half a wish: as a wish it is answered and goes on. */
function likelyWish(turn: CustomerTurn, it: Understanding): Understanding | undefined {
  const [first] = it.alternatives
  const likeliest = first?.kind === 'booking' ? first : it.alternatives.find((one) => one.kind === 'booking')
  if (!likeliest || !HALF_WISHES.includes(it.intent) || turn.state.about?.caseId) return undefined
  if (A_REFERENCE.test(turn.said)) return undefined
  const slots = { ...it.slots, ...turn.slotsFor(turn.said, likeliest.key) }
  const namesThing = slots.item !== undefined || slots.destination !== undefined
  // what a trouble is as likely to be tells no wish, unless it says of what, when and for how many
  const isOrder = slots.item !== undefined && slots.amount !== undefined
  const isWhole = ((slots.date !== undefined && slots.party_size !== undefined) || isOrder) && !wentWrong(turn.said)
  if (likeliest !== first && !(namesThing && isWhole)) return undefined
  const saysMore =
    isOrder || slots.date !== undefined || slots.party_size !== undefined || clausesOf(turn.said).some(looksAsked)
  if (!namesThing || !saysMore) return undefined
  return surely({
    ...it,
    intent: 'booking_request',
    bookingKind: likeliest.key,
    slots,
    intentConfidence: SURE_QUESTION,
  })
}
const HALF_WISHES: Understanding['intent'][] = ['question', 'smalltalk', 'booking_request', 'other']

const SURE_QUESTION = 0.7
const SURE_WISH = 0.8
const LIKELY_WISH = 0.25

/** The answer to a question to clarify, with the words that were not clear before it. */
async function withEarlierWords(
  turn: CustomerTurn,
  understand: Understand,
  alone?: Understanding,
): Promise<Answer | undefined> {
  const read = await readWithEarlier(turn, understand, alone)
  if (!read) return undefined
  return 'ask' in read ? read.ask : act(read.turn, read.it, understand)
}

/** 'Make it two', 'my sister comes too', of the booking that was sent a moment ago: nobody needs to look up its number, or how many they were. */
async function justBooked({
  ctx,
  said,
  state,
  contactId,
}: CustomerTurn): Promise<{ reference?: string; party_size?: number }> {
  const booking = state.about?.bookingId ? await bookingById(ctx, state.about.bookingId) : undefined
  const isLately = booking && ctx.now.getTime() - booking.requestedAt.getTime() < JUST_BOOKED_MS
  if (!isLately || booking.contactId !== contactId) return {}
  const all = withThoseJoining(said, { answers: { party_size: Number(booking.slots['party_size']) } })
  return { reference: booking.reference, ...(all !== undefined && Number.isFinite(all) && { party_size: all }) }
}
const JUST_BOOKED_MS = 60 * 60_000

/** Words that brought a case back were about its trouble: nobody may say it, but it is so. */
const learnFromReopening = (turn: CustomerTurn, label: string, caseId: string | undefined): Promise<void> =>
  teach(turn.ctx, {
    text: turn.said,
    intent: 'case_report',
    label,
    language: turn.language,
    origin: 'reopened',
    caseId,
  })

/** Words of booking, after a booking was set aside, mean that one: unless they name another kind for sure. */
const goesOnWith = (parked: Draft, it: Understanding): boolean =>
  !it.bookingKind || it.bookingKind === parked.kind || !isSureOfLabel(it)

const TOLD_AT_LENGTH = 40
