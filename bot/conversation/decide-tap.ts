import { isDay } from '../../api/written-slots.ts'
import type { Refusal } from '../../api/errors.ts'
import { answerByArticle, answerWas } from '../dialogues/answer-question.ts'
import { bookItem } from '../dialogues/book-spoken-of.ts'
import { answerCancel } from '../dialogues/cancel-booking.ts'
import { answerMove } from '../dialogues/move-booking.ts'
import { answerOffer } from '../dialogues/other-time.ts'
import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { teach } from '../../api/triage/commands/examples.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import { calendarDay } from '../copy/formats.ts'
import { askWhichBooking, startBooking } from '../dialogues/begin-booking.ts'
import { consentInBooking, continueBooking } from '../dialogues/book.ts'
import { choseItem, choseVenue } from '../dialogues/book-items.ts'
import { askSlotAgain } from '../dialogues/book-times.ts'
import { askWhatToChange } from '../dialogues/read-back.ts'
import { askWhichProblem, consentInReport, reportProblem, tellDetail } from '../dialogues/report-problem.ts'
import { drop, resumeBooking } from '../dialogues/set-aside.ts'
import { getAPerson, menuActs, notSolved, notSure, personAct, tellStatus } from '../dialogues/small-matters.ts'
import { answerWithdraw } from '../dialogues/take-case-back.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { text } from '../messages.ts'
import type { Tap } from '../taps.ts'
import { haveItChecked } from './offered-help.ts'
import { plainSlots, slotsOfAll } from './corrections.ts'
import { type Answer, answer, type CustomerTurn, takenUp, type Understand, withDraft } from './customer-turn.ts'

/** What a picker answers with is sealed by nobody: what is no day is no answer. */
const pickedDay = (picked: string | undefined): string => (picked && isDay(picked) ? picked : '')

/** A tap of a customer. One that belongs to an earlier question says where things stand now. */
export async function decideTap(
  asked: CustomerTurn,
  tap: Tap,
  picked: string | undefined,
  reread: Understand,
): Promise<Answer> {
  const { cancelling: _, moving: __, withdrawing: ___, ...state } = asked.state
  const turn = { ...asked, state }
  const [first = '', second = '', third = ''] = tap.args
  switch (tap.action) {
    case 'answer':
      return tapAnswer(turn, first, second, third === 'picked' ? pickedDay(picked) : third)
    case 'mean':
      return mean(turn, first, second, reread)
    case 'withdraw':
      return answerWithdraw(turn, first, second)
    case 'offer':
      return answerOffer(turn, first, second, third === 'yes')
    case 'cancel_mine':
      return answerCancel(turn, first, second, third)
    case 'move_mine':
      return answerMove(turn, first, second, third)
    case 'helped':
      return answerWas(turn, first, second === 'yes')
    case 'meant_article':
      return answerByArticle(turn, first)
    case 'not_solved':
      return notSolved(turn, first)
    case 'book_item':
      return bookItem(turn, first, second, third)
    case 'menu':
      return fromMenu(turn, first, reread)
    default:
      return answer(turn, [text(turn.copy.refusal.not_allowed)])
  }
}

/** One of the things that can always be tapped, or were put under words that were no answer. */
export function fromMenu(turn: CustomerTurn, choice: string, reread: Understand): Promise<Answer> {
  const { draft, parked } = turn.state
  switch (choice) {
    case 'report':
      return askWhichProblem(turn)
    case 'book':
      return askWhichBooking(turn)
    case 'check':
      return haveItChecked(turn, reread)
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
      const { state, parked: own = parked } = takenUp(turn.state)
      return tapAnswer({ ...turn, state: withDraft(state, own) }, draftId, name, value)
    }
    if (draft?.dialogue !== 'book') return tellWhatBecame(turn)
    const now = await continueBooking(turn, draft)
    return { ...now, say: inTwoBubbles(turn.copy.booking.staleAnswer(), [], now.say) }
  }
  if (draft.dialogue === 'report')
    return name === 'consent' ? consentInReport(turn, draft, value === 'yes') : tellDetail(turn, draft, value)
  if (name === 'consent') return consentInBooking(turn, draft, value === 'yes')
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
  if (name === 'venue') return continueBooking(turn, await choseVenue(turn, draft, value))
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

const meanings: Record<string, 'case_report' | 'booking_request'> = { case: 'case_report', booking: 'booking_request' }

/** What the person picked when the bot was not sure: done at once with their own earlier words, and remembered. */
export async function mean(turn: CustomerTurn, kind: string, key: string, reread: Understand): Promise<Answer> {
  const words = turn.state.clarifying?.text ?? ''
  const { clarifying: _, ...state } = turn.state
  const next = { ...turn, state, said: words }
  const slots = words ? plainSlots(slotsOfAll(words, reread)) : {}
  const done =
    kind === 'person'
      ? await getAPerson(next, 'unsure')
      : kind === 'case'
        ? await reportProblem(next, { type: key, slots })
        : await startBooking(next, key, slots)
  if (words)
    await teach(turn.ctx, {
      text: words,
      intent: meanings[kind] ?? 'handoff',
      label: key || null,
      language: turn.language,
      origin: 'clarified',
      caseId: done.caseId,
    })
  return done
}

/** Somebody else was faster: the draft stays, only the place is asked again. */
export async function afterSlotGone(turn: CustomerTurn): Promise<Answer> {
  const { draft } = turn.state
  return draft ? askSlotAgain({ turn, draft, goOn: (next) => continueBooking(turn, next) }) : notSure(turn)
}

/** More seats than one customer may have on hold: their request waits as it is, for fewer of them or for a person. */
export function afterTooMany(turn: CustomerTurn, no: Refusal): Answer {
  const { draft } = turn.state
  const most = Number(no.facts['most'])
  const acts = [
    ...(draft ? [turn.tap(turn.copy.booking.edit, 'answer', draft.id, 'edit', 'yes')] : []),
    personAct(turn),
  ]
  const words = turn.copy.booking.holdTooLarge({ most, held: Number(no.facts['held']) })
  return answer(turn, [text(words, acts)])
}
