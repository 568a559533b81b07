import { notifyStaff } from '../../api/notifications/commands.ts'
import { readCancel } from '../../api/triage/slots/yes-no.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { closeThanked, stillBroken } from '../dialogues/after-resolved.ts'
import { bookSpokenOf } from '../dialogues/book-spoken-of.ts'
import { answerIfKnown, answerQuestion, answerWas, askedOfHours } from '../dialogues/answer-question.ts'
import { continueBooking } from '../dialogues/book.ts'
import { answeredCancel } from '../dialogues/cancel-booking.ts'
import { forgetMe } from '../dialogues/consent.ts'
import { gladItArrived, tellProgress } from '../dialogues/how-it-goes.ts'
import { aBookingToMove, answeredMove } from '../dialogues/move-booking.ts'
import { oneForTheChild } from '../dialogues/for-which-age.ts'
import { answeredOffer } from '../dialogues/other-time.ts'
import { askDetailAgain, askWhichProblem } from '../dialogues/report-problem.ts'
import { askWhatToChange } from '../dialogues/read-back.ts'
import { drop, resumeBooking } from '../dialogues/set-aside.ts'
import { getAPerson, greet, notSure, otherLanguage, tellStatus } from '../dialogues/small-matters.ts'
import { smallWords, weAreHere } from '../dialogues/small-words.ts'
import { answeredWithdraw, doubtedCase, offerToClose } from '../dialogues/take-case-back.ts'
import { text } from '../messages.ts'
import { answeredFollowUp } from './follow-up.ts'
import { answeredStaff } from './answered-staff.ts'
import { anotherOfSame } from './another-of-same.ts'
import { ordersBesideCase } from './orders-beside-case.ts'
import { asksBeside } from './asked-beside.ts'
import { answerWithIt, keepsWishes } from './asked-with-it.ts'
import { priceWish, reasked } from './asked-something.ts'
import { asksIfDone, asksWhatTheyGet, asksWhy } from './asks-of-case.ts'
import { backInWords, isSureTrouble } from './back-in-words.ts'
import { aBookingToCancel, nothingToCancel } from './cancel-in-words.ts'
import { changesBooking } from './changes-booking.ts'
import { careBeforeBooking } from './care-before-booking.ts'
import { rememberingCare } from './care-told.ts'
import { clarify, isFresh, noteOnOpenCase, orderOfOpenCase, pickedInWords } from './clarify.ts'
import { corrections } from './corrections.ts'
import { courseOf, isUnread, surely } from './course.ts'
import { type Answer, answer, type CustomerTurn, type Understand } from './customer-turn.ts'
import { fromMenu, mean } from './decide-tap.ts'
import { closedQuietly, smallTalk } from './in-small-talk.ts'
import { asNoCase, heardAs } from './heard-as.ts'
import { interrupts, isAgreed, saysNothingWrong } from './interrupts.ts'
import { afterCourtesy, asksForPerson, letsItGo, thinksItOver } from './words/loose-words.ts'
import { moneyDemanded } from './words/money-demanded.ts'
import { careOfBooking, moreOfBooking } from './more-of-booking.ts'
import { takenHelp } from './offered-help.ts'
import { tieWhatWasUnclear } from './told-before.ts'
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
  menuNamed,
  referenceAlone,
} from './words/set-words.ts'
import { orderThatStands } from './order-that-stands.ts'
import { bothMatters, twoRecords, withAnswerBeside } from './several-matters.ts'
import { asksToBeTold } from './words/asks-to-be-told.ts'
import { asksIfBot, asksIfThere, haggles } from './words/small-words.ts'
import { tellsOnlyWho } from './told-details.ts'
import { asksItsNumber, asksToLook, isArrived, isImpatient } from './words/waiting-words.ts'
import { readAsAnswer } from './waiting-question.ts'
import { clausesOf } from './words/clauses.ts'
import { callsItOff, leavesAsItIs, saysOnlyCancel } from './words/wants-to-cancel.ts'
import { praises } from './words/praises.ts'
import { wentWrong } from './words/wishes-only.ts'
import { editsIt } from './words/edits-it.ts'
import { isWrongChat } from './words/wrong-chat.ts'

/** What a customer's words come to. What the bot offered before them is over then. */
export async function decide(turn: CustomerTurn, heard: Understanding, understand: Understand): Promise<Answer> {
  const { help } = turn.state
  const decided = rememberingCare(turn, await decideWords(turn, heard, understand))
  await tieWhatWasUnclear(turn, decided)
  if (!help || decided.state.help !== help) return decided
  const { help: _, ...state } = decided.state
  return { ...decided, state }
}

type Heard = {
  turn: CustomerTurn
  /** what the engine made of the words; without the greeting before them, where it made small talk of it all */
  it: Understanding
  /** with the greeting */
  whole: Understanding
  understand: Understand
}

/** Hears one thing in a message and answers it; what it does not hear, the next one may. */
type Ear = (heard: Heard) => Answer | undefined | Promise<Answer | undefined>

/** The question that waits reads first, a trouble or a wish for a person interrupts it. */
async function decideWords(asked: CustomerTurn, whole: Understanding, understand: Understand): Promise<Answer> {
  // a question whether to cancel is answered by the very next words, or not at all
  const { cancelling, moving, withdrawing, ...state } = asked.state
  const turn = { ...asked, state }
  const answered =
    (cancelling && (await answeredCancel(turn, cancelling))) ??
    (moving && (await answeredMove(turn, moving, whole))) ??
    (withdrawing && (await answeredWithdraw(turn, withdrawing)))
  if (answered) return answered
  const demand = moneyDemanded(turn.said)
  const read = demand === undefined ? afterGreeting(turn.said, whole, understand) : asDemand(understand(demand))
  const it = await heardAs(turn, read)
  const heard: Heard = { turn, it, whole, understand }
  for (const hears of ears) {
    const hearing = hears(heard)
    // most know at once that it is not theirs: dozens of waits for nothing are felt with every message
    const said = hearing instanceof Promise ? await hearing : hearing
    if (said) return said
  }
  return (await bothMatters(turn, it, understand)) ?? withAnswerBeside(turn, it, understand)
}

/** 'Refund me or I call my bank': a case for sure, whatever else it sounds like. */
function asDemand(it: Understanding): Understanding {
  const likeliest = it.caseType ?? it.alternatives.find((one) => one.kind === 'case')?.key
  return likeliest === undefined
    ? it
    : surely({ ...it, intent: 'case_report', caseType: likeliest, intentConfidence: SURE_DEMAND })
}
const SURE_DEMAND = 0.9

const isBooking = ({ state }: CustomerTurn): boolean => state.draft?.dialogue === 'book'

const takesFromMenu: Ear = ({ turn, understand }) => {
  const named = menuNamed(turn.said)
  return named ? fromMenu(turn, named, understand) : undefined
}

const picksChoice: Ear = async ({ turn, understand }) => {
  const picked = await pickedInWords(turn)
  return picked && mean(turn, picked.kind, picked.key, understand)
}

/** The button under the request that was read back, in words. */
const editsRequest: Ear = ({ turn }) => {
  const { draft } = turn.state
  const isReadBack = draft?.dialogue === 'book' && (draft.asked === 'agreed' || draft.asked === 'change')
  return isReadBack && editsIt(turn.said) ? askWhatToChange(turn, draft) : undefined
}

const wasNoAnswer: Ear = ({ turn }) => {
  const questionId = turn.state.help?.questionId
  return questionId && isNoAnswer(turn.said) ? answerWas(turn, questionId, false) : undefined
}

const cancelsBooking: Ear = ({ turn, it }) => (twoRecords(it) ? undefined : aBookingToCancel(turn, it))
const movesBooking: Ear = ({ turn, it }) => (twoRecords(it) ? undefined : aBookingToMove(turn, it))

const asksUsToLook: Ear = ({ turn, it }) =>
  !isBooking(turn) && asksToLook(turn.said) ? noteOnOpenCase(turn, it, { wished: true }) : undefined

const asksWhatIsDue: Ear = async ({ turn, it }) =>
  isBooking(turn)
    ? undefined
    : (asksItsNumber(turn.said) || asksIfDone(turn.said)) && turn.state.about
      ? tellStatus(turn)
      : ((await asksWhatTheyGet(turn, it)) ?? asksWhy(turn))

const wishesToBeTold: Ear = async ({ turn, it }) => {
  if (turn.state.draft || it.severity === 'critical' || !asksToBeTold(turn.said)) return undefined
  // who asks how one cancels has not cancelled anything
  return (await answerIfKnown(turn, 'no guess')) ?? (it.intent === 'case_report' ? answerQuestion(turn) : undefined)
}

const asksHours: Ear = async ({ turn }) => {
  const told = await askedOfHours(turn, turn.state.help?.text)
  return told && reasked(turn, told)
}

const answersFollowUp: Ear = ({ turn, it }) => (turn.state.draft ? undefined : answeredFollowUp(turn, it))

/** 'So sorry, wrong number': what was under way was never meant; a case that came of it is asked about, as none is closed by a word alone. */
const wroteToTheWrongOne: Ear = async ({ turn }) => {
  if (!isWrongChat(turn.said)) return undefined
  if (isBooking(turn)) return drop(turn)
  return (await offerToClose(turn)) ?? answer(turn, [text(turn.copy.wrongChat(turn.tenant.name))], NOTHING_WAITS)
}
const NOTHING_WAITS = { clarifying: undefined, draft: undefined }

const dropsIt: Ear = ({ turn }) => {
  if (!readCancel(turn.said)) return undefined
  if (turn.state.draft || turn.state.parked) return drop(turn)
  // 'never mind', to a question what was meant
  return isFresh(turn) ? answer(turn, [text(turn.copy.thanks())], NOTHING_WAITS) : undefined
}

const asksIfWeAreHere: Ear = ({ turn }) =>
  turn.state.draft?.dialogue === 'report' && asksIfThere(turn.said) ? weAreHere(turn) : undefined

const saysSmallWords: Ear = async ({ turn }) => {
  if (!turn.state.draft) return smallWords(turn)
  const told = isBooking(turn) && asksIfBot(turn.said) ? await smallWords(turn) : undefined
  return told && reasked(turn, told)
}

const cancelsNothing: Ear = ({ turn }) => (saysOnlyCancel(turn.said) ? nothingToCancel(turn) : undefined)

const givesUpBooking: Ear = ({ turn }) => {
  const givesUp = letsItGo(turn.said) || clausesOf(turn.said).some(callsItOff)
  return isBooking(turn) && givesUp && !A_REFERENCE.test(turn.said) ? drop(turn) : undefined
}

const takesTime: Ear = ({ turn, it }) => {
  if (isBooking(turn))
    return thinksItOver(turn.said) ? answer(turn, [text(turn.copy.booking.takeYourTime())]) : undefined
  const isIdle = it.intent === 'smalltalk' || it.intent === 'other'
  return !turn.state.draft && !turn.state.about && isIdle && thinksItOver(turn.said)
    ? answer(turn, [text(turn.copy.thanks())])
    : undefined
}

const leavesItBe: Ear = ({ turn, it }) => {
  if (turn.state.draft || !leavesAsItIs(turn.said) || A_REFERENCE.test(turn.said)) return undefined
  return turn.state.about?.caseId ? noteOnOpenCase(turn, it) : answer(turn, [text(turn.copy.thanks())])
}

const wantsToBeForgotten: Ear = ({ turn }) => (isForgetMe(turn.said) ? forgetMe(turn) : undefined)

const wantsAPerson: Ear = ({ turn, it }) =>
  asksForPerson(turn.said) && !isSureTrouble(it) && !isAgreed(turn, turn.state.draft)
    ? getAPerson(turn, 'asked')
    : undefined

const asksAgain: Ear = ({ turn, understand }) =>
  isRepeat(turn.said) || languageAsked(turn.said) ? repeatQuestion(turn, understand) : undefined

const goesOn: Ear = ({ turn }) => {
  if (!isResume(turn.said)) return undefined
  const { draft, parked } = turn.state
  if (draft?.dialogue === 'book') return continueBooking(turn, draft)
  return parked?.dialogue === 'book' ? resumeBooking(turn, parked) : undefined
}

const takesOffer: Ear = ({ turn }) => (turn.state.draft ? undefined : answeredOffer(turn))

const booksWhatWasSpokenOf: Ear = async ({ turn, it, understand }) => {
  const spoken = await bookSpokenOf(turn, it)
  return spoken && answerWithIt(turn, spoken, understand, false)
}

/** Of what we know nothing: glad all the same, and nothing is opened for what has come right. */
const saysItArrived: Ear = async ({ turn }) => {
  // 'found it, ATP-5061', is the number that was looked for
  if (isBooking(turn) || !isArrived(turn.said) || A_REFERENCE.test(turn.said)) return undefined
  return (await gladItArrived(turn)) ?? (turn.state.draft ? undefined : answer(turn, [text(turn.copy.thanks())]))
}

/** 'Our guide was an angel' is no trouble with a guide; the one who earned it hears of it. */
const saysKindWords: Ear = async ({ turn, it }) => {
  const means = it.intentConfidence >= SURELY_ELSE && ['case_report', 'booking_request', 'question'].includes(it.intent)
  if (means || it.slots.reference || !praises(turn.said) || wentWrong(turn.said)) return undefined
  await notifyStaff(turn.ctx, {
    event: 'conversation.praised',
    conversationId: turn.conversationId,
    facts: { from: turn.at.toISOString(), until: turn.ctx.now.toISOString() },
  })
  return reasked(turn, answer(turn, [text(turn.copy.praised())]))
}
const SURELY_ELSE = 0.6

const greetsOrThanks: Ear = async ({ turn }) => {
  const thanks = isThanks(turn.said)
  if (!thanks && !isGreeting(turn.said)) return undefined
  if (thanks) await closeThanked(turn)
  return isBooking(turn) ? reasked(turn, answer(turn, thanks ? [text(turn.copy.thanks())] : [])) : smallTalk(turn)
}

const ordersBeside: Ear = async ({ turn, it, understand }) => {
  const ordered = turn.state.draft ? undefined : await ordersBesideCase(turn, it)
  return ordered && answerWithIt(turn, ordered, understand, true)
}

const answersStaff: Ear = ({ turn, it }) => (turn.state.draft ? undefined : answeredStaff(turn, it))

const isInAnotherLanguage: Ear = ({ turn, it }) => (isForeign(turn, it) ? otherLanguage(turn) : undefined)

const addsToWhatWasSent: Ear = async ({ turn, it }) =>
  turn.state.draft
    ? turn.state.draft.dialogue === 'report'
      ? careOfBooking(turn, it)
      : undefined
    : ((await anotherOfSame(turn, it)) ??
      (await moreOfBooking(turn, it)) ??
      (await careOfBooking(turn, it)) ??
      (await changesBooking(turn, it)) ??
      (tellsOnlyWho(turn.said, it) ? await noteOnOpenCase(turn, it) : undefined) ??
      closedQuietly(turn))

const advertises: Ear = ({ turn }) => (isAdvertising(turn.said) ? notSure(turn) : undefined)

const hasSomeTrouble: Ear = ({ turn }) =>
  isVagueTrouble(turn.said) && !turn.state.draft && !turn.state.about?.caseId ? askWhichProblem(turn) : undefined

const bargains: Ear = ({ turn, it }) => {
  const { draft } = turn.state
  if (!haggles(turn.said) || (!isBooking(turn) && isSureTrouble(it))) return undefined
  // 'make it the 3rd, flights are cheaper then' says why it is changed, and asks for no better price
  const isReason = draft && !asksSomewhere(turn.said) && corrections(turn, draft, it)
  return isReason ? undefined : priceWish(turn, it)
}

const answersTheQuestion: Ear = async ({ turn, it, understand }) => {
  const { draft } = turn.state
  const asksOfCase = draft?.dialogue === 'report' && (isImpatient(turn.said) || isArrived(turn.said))
  if (!draft || asksOfCase || interrupts(turn, draft, it)) return undefined
  const answered = await readAsAnswer(turn, draft, it)
  // what said nothing that went wrong is no trouble either where it answers nothing
  const isDismissed = draft.dialogue === 'book' && saysNothingWrong(turn, it)
  const read =
    answered ?? (isDismissed ? await readAsAnswer(turn, draft, asNoCase(it, 'other', HARDLY_HEARD)) : undefined)
  const isIdle = it.intent === 'smalltalk' || it.intent === 'other'
  if (!read && draft.dialogue === 'book' && isIdle) return keepsWishes(turn, draft)
  const isAnswered = draft.dialogue !== 'book' || asksBeside(turn, draft, it) || tellsAll(read, turn)
  return read && !isAnswered ? answerWithIt(turn, read, understand, false) : read
}

const namesOnlyANumber: Ear = async ({ turn, it }) => {
  const number = referenceAlone(turn.said)
  if (turn.state.draft || isFresh(turn) || !number) return undefined
  return (await orderOfOpenCase(turn, it)) ?? tellStatus(turn, { number })
}

const saysStillBroken: Ear = ({ turn }) =>
  !isBooking(turn) && isStillBroken(turn.said) ? stillBroken(turn) : undefined

const isKeptWaiting: Ear = ({ turn }) => (!isBooking(turn) && isImpatient(turn.said) ? tellProgress(turn) : undefined)

/** Who stands first has the word. What is left is what the engine says it is (act.ts). */
const ears: readonly Ear[] = [
  // what was offered to be tapped, said in words
  takesFromMenu,
  picksChoice,
  editsRequest,
  wasNoAnswer,
  ({ turn, understand }) => takenHelp(turn, understand),
  wishesToBeTold,
  // what was sent before, called off, moved or asked about
  cancelsBooking,
  movesBooking,
  asksUsToLook,
  asksWhatIsDue,
  asksHours,
  answersFollowUp,
  ({ turn, it }) => doubtedCase(turn, it),
  wroteToTheWrongOne,
  // what is under way, given up or put off
  dropsIt,
  asksIfWeAreHere,
  saysSmallWords,
  cancelsNothing,
  givesUpBooking,
  takesTime,
  leavesItBe,
  // set words, whatever is under way
  wantsToBeForgotten,
  wantsAPerson,
  asksAgain,
  goesOn,
  // back to what was spoken of before
  ({ turn, it, whole }) => backInWords(turn, it, whole),
  takesOffer,
  booksWhatWasSpokenOf,
  saysItArrived,
  saysKindWords,
  greetsOrThanks,
  ordersBeside,
  answersStaff,
  isInAnotherLanguage,
  addsToWhatWasSent,
  advertises,
  hasSomeTrouble,
  ({ turn, it }) => careBeforeBooking(turn, it),
  bargains,
  ({ turn }) => oneForTheChild(turn),
  ({ turn, it }) => orderThatStands(turn, it),
  // the question that waits
  answersTheQuestion,
  namesOnlyANumber,
  saysStillBroken,
  isKeptWaiting,
]

const HARDLY_HEARD = 0.4

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

/** 'Hello, …' may be all that was heard of a wish. */
function afterGreeting(said: string, heard: Understanding, understand: Understand): Understanding {
  if (heard.intent !== 'smalltalk' && heard.intent !== 'other') return heard
  const rest = afterCourtesy(said)
  return rest ? { ...understand(rest), language: heard.language } : heard
}
