import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { undoesBooked } from '../../api/cases/schema.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { teach } from '../../api/triage/commands/examples.ts'
import { readCancel } from '../../api/triage/slots/yes-no.ts'
import type { Matter, Understanding } from '../../api/triage/understanding.ts'
import { closeThanked, saidToGoOn, solvedTooEarly, stillBroken } from '../dialogues/after-resolved.ts'
import { gladItArrived, tellProgress } from '../dialogues/how-it-goes.ts'
import { askWhichBooking, beginBooking, beginBoth, continueBooking } from '../dialogues/book.ts'
import { areAkin } from '../dialogues/book-items.ts'
import { answeredCancel } from '../dialogues/cancel-booking.ts'
import { forgetMe } from '../dialogues/consent.ts'
import { askedOfCatalogue, bookSpokenOf } from '../dialogues/answer-from-catalogue.ts'
import { answerIfKnown, answerQuestion, answerWas } from '../dialogues/answer-question.ts'
import { aBookingToMove, answeredMove } from '../dialogues/move-booking.ts'
import { answeredOffer } from '../dialogues/other-time.ts'
import { askDetailAgain, askWhichProblem, reportProblem } from '../dialogues/report-problem.ts'
import { drop, resumeBooking } from '../dialogues/set-aside.ts'
import { getAPerson, greet, notSure, otherLanguage, tellStatus } from '../dialogues/small-matters.ts'
import { answeredWithdraw, doubtedCase } from '../dialogues/take-case-back.ts'
import { besides, followedBy } from '../dialogues/two-bubbles.ts'
import { text } from '../messages.ts'
import { asksBeside } from './asked-beside.ts'
import { answerWithIt } from './asked-with-it.ts'
import { answerAsked, notClear, perhapsAQuestion, priceWish, reasked } from './asked-something.ts'
import { asksWhatTheyGet } from './asks-of-case.ts'
import { besideTheMatter, closedQuietly, smallTalk, THANKS } from './in-small-talk.ts'
import { answeredStaff } from './answered-staff.ts'
import { backInWords, isSureTrouble } from './back-in-words.ts'
import { aBookingToCancel, nothingToCancel } from './cancel-in-words.ts'
import { changesBooking } from './changes-booking.ts'
import { answeredFollowUp } from './follow-up.ts'
import { saysWish } from './in-a-report.ts'
import { interrupts } from './interrupts.ts'
import { asksIfThere, haggles } from './small-words.ts'
import { takenHelp } from './offered-help.ts'
import { dayOfTheSame, spokenOf, whereItHappened } from './spoken-of.ts'
import {
  clarify,
  isFresh,
  moreOfTrouble,
  noteOnOpenCase,
  ofWhatWasJustTold,
  orderOfOpenCase,
  pickedInWords,
} from './clarify.ts'
import { clausesOf } from './clauses.ts'
import { moreOfBooking } from './more-of-booking.ts'
import { CORRECTS, corrections, furtherOrders, impossibleDate, plainSlots, slotsOfAll } from './corrections.ts'
import { courseOf, isSureOfLabel, isUnread, isUnsure, SURE_LABEL } from './course.ts'
import { type Answer, answer, type CustomerTurn, type Understand, withoutDraft } from './customer-turn.ts'
import { fromMenu, mean } from './decide-tap.ts'
import { afterCourtesy, asksForPerson, letsItGo, thinksItOver } from './loose-words.ts'
import { tellsOnlyWho } from './told-details.ts'
import {
  A_REFERENCE,
  asksSomewhere,
  isAdvertising,
  isForgetMe,
  isGreeting,
  isNoAnswer,
  isRepeat,
  isResume,
  isStillBroken,
  isThanks,
  isVagueTrouble,
  languageAsked,
  looksAsked,
  menuNamed,
  referenceAlone,
} from './set-words.ts'
import { smallWords, weAreHere } from '../dialogues/small-words.ts'
import { callsItOff, saysOnlyCancel } from './wants-to-cancel.ts'
import { asksToLook, isArrived, isImpatient } from './waiting-words.ts'
import { BARE_ANSWER, changesThis } from './elsewhere.ts'
import { notUnderstood, readAsAnswer } from './waiting-question.ts'

/** What a customer's words come to. What the bot offered before them is over then. */
export async function decide(turn: CustomerTurn, heard: Understanding, understand: Understand): Promise<Answer> {
  const { help } = turn.state
  const decided = await decideWords(turn, heard, understand)
  if (!help || decided.state.help !== help) return decided
  const { help: _, ...state } = decided.state
  return { ...decided, state }
}

/** The question that waits reads first, a trouble or a wish for a person interrupts it. */
async function decideWords(asked: CustomerTurn, heard: Understanding, understand: Understand): Promise<Answer> {
  // a question whether to cancel is answered by the very next words, or not at all
  const { cancelling, moving, withdrawing, ...state } = asked.state
  const turn = { ...asked, state }
  const cancelled = cancelling && (await answeredCancel(turn, cancelling))
  if (cancelled) return cancelled
  const moved = moving && (await answeredMove(turn, moving, heard))
  if (moved) return moved
  const withdrawn = withdrawing && (await answeredWithdraw(turn, withdrawing))
  if (withdrawn) return withdrawn
  const draft = turn.state.draft
  const understood = afterGreeting(turn.said, heard, understand)
  const named = menuNamed(turn.said)
  if (named) return fromMenu(turn, named, understand)
  const picked = await pickedInWords(turn)
  if (picked) return mean(turn, picked.kind, picked.key, understand)
  const questionId = turn.state.help?.questionId
  if (questionId && isNoAnswer(turn.said)) return answerWas(turn, questionId, false)
  const helped = await takenHelp(turn, understand)
  if (helped) return helped
  const toCancel = twoRecords(understood) ? undefined : await aBookingToCancel(turn, understood)
  if (toCancel) return toCancel
  const toMove = twoRecords(understood) ? undefined : await aBookingToMove(turn, understood)
  if (toMove) return toMove
  const looked =
    draft?.dialogue !== 'book' && asksToLook(turn.said) ? await noteOnOpenCase(turn, understood) : undefined
  if (looked) return looked
  const owed = draft?.dialogue === 'book' ? undefined : await asksWhatTheyGet(turn, understood)
  if (owed) return owed
  const followed = draft ? undefined : await answeredFollowUp(turn, understood)
  if (followed) return followed
  const doubted = await doubtedCase(turn)
  if (doubted) return doubted
  if (readCancel(turn.said) && (draft || turn.state.parked)) return drop(turn)
  if (draft?.dialogue === 'report' && asksIfThere(turn.said)) return weAreHere(turn)
  const small = draft ? undefined : await smallWords(turn)
  if (small) return small
  const nothing = saysOnlyCancel(turn.said) ? await nothingToCancel(turn) : undefined
  if (nothing) return nothing
  const givesUp = letsItGo(turn.said) || callsItOff(turn.said)
  if (draft?.dialogue === 'book' && givesUp && !A_REFERENCE.test(turn.said)) return drop(turn)
  if (draft?.dialogue === 'book' && thinksItOver(turn.said))
    return answer(turn, [text(turn.copy.booking.takeYourTime())])
  if (isForgetMe(turn.said)) return forgetMe(turn)
  if (asksForPerson(turn.said) && !isSureTrouble(understood)) return getAPerson(turn, 'asked')
  if (isRepeat(turn.said) || languageAsked(turn.said)) return repeatQuestion(turn, understand)
  if (isResume(turn.said)) {
    if (draft?.dialogue === 'book') return continueBooking(turn, draft)
    if (turn.state.parked?.dialogue === 'book') return resumeBooking(turn, turn.state.parked)
  }
  const back = await backInWords(turn, understood, heard)
  if (back) return back
  const offered = draft ? undefined : await answeredOffer(turn)
  if (offered) return offered
  const spoken = await bookSpokenOf(turn, understood)
  if (spoken) return answerWithIt(turn, spoken, understand, false)
  const arrived = draft?.dialogue !== 'book' && isArrived(turn.said) ? await gladItArrived(turn) : undefined
  if (arrived) return arrived
  if (isGreeting(turn.said) || isThanks(turn.said)) {
    if (isThanks(turn.said)) await closeThanked(turn)
    if (draft?.dialogue !== 'book') return smallTalk(turn)
    return reasked(turn, answer(turn, isThanks(turn.said) ? [text(turn.copy.thanks())] : []))
  }
  const toColleague = draft ? undefined : await answeredStaff(turn, understood)
  if (toColleague) return toColleague
  if (isForeign(turn, understood)) return otherLanguage(turn)
  const answered = draft
    ? undefined
    : ((await moreOfBooking(turn, understood)) ??
      (await changesBooking(turn, understood)) ??
      (tellsOnlyWho(turn.said, understood) ? await noteOnOpenCase(turn, understood) : undefined) ??
      closedQuietly(turn))
  if (answered) return answered
  if (isAdvertising(turn.said)) return notSure(turn)
  if (isVagueTrouble(turn.said) && !draft && !turn.state.about?.caseId) return askWhichProblem(turn)
  if (haggles(turn.said) && (draft?.dialogue === 'book' || !isSureTrouble(understood)))
    return priceWish(turn, understood)
  const asksOfCase = draft?.dialogue === 'report' && (isImpatient(turn.said) || isArrived(turn.said))
  if (draft && !asksOfCase && !interrupts(turn, draft, understood)) {
    const read = await readAsAnswer(turn, draft, understood)
    const isAnswered = draft.dialogue !== 'book' || asksBeside(turn, draft, understood) || tellsAll(read, turn)
    if (read) return isAnswered ? read : answerWithIt(turn, read, understand, false)
  }
  const number = referenceAlone(turn.said)
  if (!draft && !isFresh(turn) && number)
    return (await orderOfOpenCase(turn, understood)) ?? tellStatus(turn, { number })
  if (draft?.dialogue !== 'book' && isStillBroken(turn.said)) {
    const reopened = await stillBroken(turn)
    if (reopened) return reopened
  }
  if (draft?.dialogue !== 'book') {
    const told = isImpatient(turn.said) ? await tellProgress(turn) : undefined
    if (told) return told
  }
  return (await bothMatters(turn, understood, understand)) ?? withAnswerBeside(turn, understood, understand)
}

/** All of it stands in the note by now. */
const tellsAll = (it: Answer | undefined, { said }: CustomerTurn): boolean =>
  String(it?.state.draft?.answers['note'] ?? '').includes(said.trim())

/** Words nobody here reads are filed nowhere, unless they may be the name or place that was asked for. */
function isForeign(turn: CustomerTurn, it: Understanding): boolean {
  const { draft } = turn.state
  const mayBeAnswer = draft && (draft.dialogue === 'book' || !ASKS_FIGURES.includes(draft.asked ?? ''))
  if (mayBeAnswer || /\d/.test(turn.said) || !isUnread(it, turn.said)) return false
  return courseOf(it, turn.tenant.settings.sureFrom, turn.said) === 'other_language'
}
const ASKS_FIGURES = ['order_id', 'reference', 'amount', 'date', 'time', 'party_size', 'phone', 'consent']

/** The question that waits, once more; after none, what can be done here. */
async function repeatQuestion(turn: CustomerTurn, understand: Understand): Promise<Answer> {
  const { clarifying, draft, parked } = turn.state
  if (draft?.dialogue === 'book') return continueBooking(turn, draft)
  if (draft?.dialogue === 'report') return askDetailAgain(turn, draft)
  if (isFresh(turn)) return clarify({ ...turn, said: clarifying?.text ?? '' }, understand(clarifying?.text ?? ''))
  return parked?.dialogue === 'book' ? resumeBooking(turn, parked) : greet(turn)
}

/** A question told beside something else opens nothing by itself. */
function twoRecords({ matters }: Understanding): [Matter, Matter] | undefined {
  const [first, second] = matters ?? []
  return first && second && second.understood.intent !== 'question' ? [first, second] : undefined
}

/** Two matters in one message are two records: each is answered, the trouble first. */
async function bothMatters(turn: CustomerTurn, it: Understanding, understand: Understand): Promise<Answer | undefined> {
  const matters = twoRecords(it)
  if (!matters) return undefined
  const [first, second] = matters
  if (first.understood.intent === 'booking_request')
    return turn.state.draft ? undefined : twoBookings(turn, { first, second })
  const one = await act({ ...turn, said: first.said }, surely(first.understood), understand)
  // what the first still wanted to know is left to the team: two questions at once are one too many
  const state = one.state.draft?.dialogue === 'report' ? withoutDraft(one.state) : one.state
  const other = await act({ ...turn, said: second.said, state }, surely(second.understood), understand)
  return {
    ...one,
    ...other,
    say: [...one.say.slice(0, 1), ...other.say].slice(0, 2),
    ...(one.caseId && { caseId: one.caseId }),
  }
}

/** A table, and a car to get there: both are kept, and written down one after the other. Of kindred kinds it is one wish told at length. */
async function twoBookings(turn: CustomerTurn, it: { first: Matter; second: Matter }): Promise<Answer | undefined> {
  const [first, second] = [it.first, it.second].sort((a, b) => turn.said.indexOf(a.said) - turn.said.indexOf(b.said))
  const [kind, then] = [first?.understood.bookingKind, second?.understood.bookingKind]
  if (!first || !second || !kind || !then || (await areAkin(turn, kind, then))) return undefined
  const told = plainSlots(turn.slotsFor(first.said, kind))
  const shared: Record<string, AnswerValue> = told['date'] === undefined ? {} : { date: told['date'] }
  const own = plainSlots(turn.slotsFor(second.said, then))
  return beginBoth(
    turn,
    { said: first.said, kind, slots: told },
    { said: second.said, kind: then, slots: { ...shared, ...own } },
  )
}

/** A trouble or a wish with a question beside it: the question is answered too, if we know; if not, those who take up the matter read it. */
async function withAnswerBeside(turn: CustomerTurn, it: Understanding, understand: Understand): Promise<Answer> {
  const [main, asked] = twoRecords(it) ? [] : (it.matters ?? [])
  const one = await act({ ...turn, said: main?.said ?? turn.said }, main?.understood ?? it, understand)
  if (!asked || one.say.length === 0) return one
  // a wish to book was begun with all of the words, and its question answered with it
  if (one.state.draft?.dialogue === 'book' && main?.said === turn.said) return one
  // what a model said of the whole message is not said of this part
  const { meant: _, ...rest } = turn
  const known = await answerIfKnown({ ...rest, said: asked.said })
  if (!known) return one
  return { ...one, say: one.caseId ? besides(one.say, known.say) : followedBy(known.say, one.say) }
}

/** 'Hello, …' may be all that was heard of a wish. */
function afterGreeting(said: string, heard: Understanding, understand: Understand): Understanding {
  if (heard.intent !== 'smalltalk' && heard.intent !== 'other') return heard
  const rest = afterCourtesy(said)
  return rest ? { ...understand(rest), language: heard.language } : heard
}

async function act(asked: CustomerTurn, it: Understanding, understand: Understand): Promise<Answer> {
  const course = courseOf(it, asked.tenant.settings.sureFrom, asked.said)
  if (course === 'other_language') return otherLanguage(asked)
  // what is asked of a thing on sale is clear by itself, also right after a question to clarify
  const listed = await askedOfCatalogue(asked, it)
  if (listed) return reasked(asked, listed)
  const clearer = isFresh(asked) && addsToEarlier(asked, it) ? await withEarlierWords(asked, understand, it) : undefined
  if (clearer) return clearer
  const known = await perhapsAQuestion(asked, it)
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
      if (!it.caseType) return askWhichProblem(turn)
      const joined = await moreOfTrouble(turn, it)
      if (joined) return joined
      if (course === 'unsure_which') return (await withEarlierWords(asked, understand)) ?? clarify(turn, it)
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
        slots: { ...plainSlots(it.slots), ...mine },
        orders: furtherOrders(it),
        ...(wrongDate && { wrongDate }),
      })
    }
    case 'booking_request': {
      if (turn.state.parked?.dialogue === 'book' && goesOnWith(turn.state.parked, it))
        return resumeBooking(turn, corrections(turn, turn.state.parked, it) ?? turn.state.parked)
      if (!it.bookingKind) return askWhichBooking(turn)
      const before: Record<string, AnswerValue> = { ...(await whereItHappened(turn)), ...(await dayOfTheSame(turn)) }
      const named = { ...before, ...spokenOf(turn, it), ...plainSlots(it.slots) }
      // 'Tuesday the 17th, in the morning', right after a complaint: when it was, and no wish
      const joined = wishesByItself(turn, it) ? undefined : await ofWhatWasJustTold(turn, it)
      if (joined) return joined
      // what was named by its own name says itself what kind of booking it is
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
      if (!turn.state.draft) return (await besideTheMatter(turn, it)) ?? smallTalk(turn)
      return reasked(turn, answer(turn, THANKS.test(turn.said) ? [text(turn.copy.thanks())] : []))
    case 'other':
      if (turn.state.draft?.dialogue === 'book') return notUnderstood(turn, turn.state.draft)
      return (
        (await noteOnOpenCase(turn, it)) ??
        (looksAsked(turn.said) ? reasked(turn, await answerQuestion(turn)) : notSure(turn))
      )
  }
}

/** Says that it wishes or asks, or names so much that it is a wish by itself. */
const wishesByItself = ({ said }: CustomerTurn, { slots }: Understanding): boolean =>
  saysWish(said) ||
  asksSomewhere(said) ||
  ['date', 'time', 'party_size', 'venue', 'item', 'amount'].filter((name) => name in slots).length >= A_WISH_BY_ITSELF
const A_WISH_BY_ITSELF = 3

/** 'Thinking of Sri Lanka in February, is the leopard one still open?' is half a question and half a wish: as a wish it is answered and goes on. */
function likelyWish(turn: CustomerTurn, it: Understanding): Understanding | undefined {
  const [likeliest] = it.alternatives
  if (likeliest?.kind !== 'booking' || !HALF_WISHES.includes(it.intent) || turn.state.about?.caseId) return undefined
  const slots = { ...it.slots, ...turn.slotsFor(turn.said, likeliest.key) }
  const namesThing = slots.item !== undefined || slots.destination !== undefined
  const saysMore = slots.date !== undefined || slots.party_size !== undefined || clausesOf(turn.said).some(looksAsked)
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

/** What follows a question to clarify belongs to it, unless it is surely something by itself. */
const addsToEarlier = (turn: CustomerTurn, it: Understanding): boolean => {
  if (correctsWish(turn, it)) return true
  // chatter adds nothing; '1000' may be what was asked for
  if (it.intent === 'smalltalk' || it.intent === 'other') return /\d/.test(turn.said)
  if (turn.said.trim().length <= BARE_ANSWER) return true
  return it.intentConfidence < 0.8 || (it.labelConfidence ?? 1) < SURE_LABEL
}

/** 'Sorry, make it 5', while we ask which booking they mean: nothing is booked yet that a case could change. */
const correctsWish = ({ said, state }: CustomerTurn, it: Understanding): boolean =>
  CORRECTS.test(said) &&
  it.intent === 'case_report' &&
  undoesBooked(it) &&
  (state.clarifying?.choices?.some((one) => one.kind === 'booking') ?? false)

/** 'Make it two', of the booking that was sent a moment ago: nobody needs to look up its number. */
async function justBooked({ ctx, state, contactId }: CustomerTurn): Promise<{ reference?: string }> {
  const booking = state.about?.bookingId ? await bookingById(ctx, state.about.bookingId) : undefined
  const isLately = booking && ctx.now.getTime() - booking.requestedAt.getTime() < JUST_BOOKED_MS
  return isLately && booking.contactId === contactId ? { reference: booking.reference } : {}
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

/**
 * One question to clarify is enough: its answer is read together with the words that were not clear. What the answer says by itself for sure
 * counts most; then both together; and then the likeliest type, which staff can change.
 */
async function withEarlierWords(
  turn: CustomerTurn,
  understand: Understand,
  alone?: Understanding,
): Promise<Answer | undefined> {
  if (!isFresh(turn)) return undefined
  const { clarifying, ...state } = turn.state
  const said = `${clarifying?.text ?? ''}\n${turn.said}`
  const both = { ...withNumber(turn, understand(said)), slots: slotsOfAll(said, understand) }
  const next = { ...turn, state, said }
  const isSure = (it: Understanding) =>
    !isUnsure(it, turn.tenant.settings.sureFrom) && isSureOfLabel(it) && it.labelConfidence !== undefined
  const told = alone?.bookingKind ? turn.slotsFor(said, alone.bookingKind) : both.slots
  if (alone && isSure(alone) && !correctsWish(turn, alone))
    return act(next, { ...alone, slots: { ...told, ...alone.slots } }, understand)
  if (alone && !['case_report', 'booking_request'].includes(both.intent)) return undefined
  if (isUnsure(both, turn.tenant.settings.sureFrom)) return notSure(next)
  const label = both.labelConfidence ?? 0
  // who was asked twice has told what there is to tell
  const isLikelyTrouble = label >= LIKELY_LABEL || both.severity === 'critical' || clarifying?.choices === undefined
  if (label >= SURE_LABEL || (both.intent === 'case_report' && isLikelyTrouble))
    return act(next, surely(both), understand)
  // the words wait for what is picked from the list
  const waiting = {
    ...next,
    state: { ...state, clarifying: { text: said, at: clarifying?.at ?? turn.ctx.now.toISOString() } },
  }
  if (both.intent === 'booking_request') return askWhichBooking(waiting)
  if (both.intent === 'case_report') return askWhichProblem(waiting, turn.copy.whichMatter())
  return act(next, both, understand)
}
const LIKELY_LABEL = 0.3

/** Nothing more is asked: this is what it is taken for. */
const surely = (it: Understanding): Understanding => ({
  ...it,
  confidence: Math.max(it.confidence, SURE_LABEL),
  labelConfidence: Math.max(it.labelConfidence ?? 0, SURE_LABEL),
})

/** A number alone, after a question to clarify, says nothing new of what it is about: that is still the likeliest. */
function withNumber({ said, state }: CustomerTurn, both: Understanding): Understanding {
  const likeliest = state.clarifying?.choices?.find((it) => it.kind === 'case')
  if (!referenceAlone(said) || !likeliest) return both
  const { severity: _, severityReason: __, bookingKind: ___, concerns: ____, ...rest } = both
  return surely({ ...rest, intent: 'case_report', intentConfidence: 1, caseType: likeliest.key })
}

/** Words of booking, after a booking was set aside, mean that one: unless they name another kind for sure. */
const goesOnWith = (parked: Draft, it: Understanding): boolean =>
  !it.bookingKind || it.bookingKind === parked.kind || !isSureOfLabel(it)
