import { bookingById, bookingInFull } from '../../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../../api/cases/queries/case-in-full.ts'
import { caseById } from '../../../api/cases/queries/cases-of-contact.ts'
import { reachOf } from '../../../api/conversations/queries.ts'
import { Refusal } from '../../../api/errors.ts'
import type { Act, Worded } from '../../../api/outbox/schema.ts'
import { card, text } from '../../messages.ts'
import { bookingCard, caseCard } from '../cards.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'

/** The present card, so that the newest card is always the true one. */
export async function withCaseCard(turn: StaffTurn, caseId: string, words?: string): Promise<StaffAnswer> {
  const full = await caseInFull(turn.ctx, caseId)
  if (!full) throw new Refusal('not_found')
  return { say: [...(words ? [text(words)] : []), caseCard(full, turn.reader)] }
}

export async function withBookingCard(turn: StaffTurn, bookingId: string, words?: string): Promise<StaffAnswer> {
  const full = await bookingInFull(turn.ctx, bookingId)
  if (!full) throw new Refusal('not_found')
  return { say: [...(words ? [text(words)] : []), bookingCard(full, turn.reader)] }
}

/** What became of the customer's part of it: told, or out of reach. */
export const toldWords = async (
  { copy, ctx }: StaffTurn,
  it: { conversationId: string | null; contactId: string | null },
): Promise<string> => copy.staff.customerTold[await reachOf(ctx, it)]

/** The case a button is about. */
export async function theCase(turn: StaffTurn, caseId: string) {
  const it = await caseById(turn.ctx, caseId)
  if (!it) throw new Refusal('not_found')
  return it
}

export async function theBooking(turn: StaffTurn, bookingId: string) {
  const it = await bookingById(turn.ctx, bookingId)
  if (!it) throw new Refusal('not_found')
  return it
}

type CaseNow = Awaited<ReturnType<typeof theCase>>
type BookingNow = Awaited<ReturnType<typeof theBooking>>

/** What has been overtaken, or is so already: what is true now, with its card. */
export const staleCase = (turn: StaffTurn, it: CaseNow): Promise<StaffAnswer> =>
  withCaseCard(turn, it.id, nowWords(turn, it.reference, turn.copy.staff.caseStatus[it.status]))

/** Nobody has it yet, and only who has it may go on with it. */
export const nobodysCase = (turn: StaffTurn, it: CaseNow): Promise<StaffAnswer> =>
  withCaseCard(turn, it.id, turn.copy.acts.takeFirst(it.reference))

const nowWords = ({ copy, typed }: StaffTurn, reference: string, status: string): string =>
  typed ? copy.acts.isNow({ reference, status }) : copy.staff.stale({ reference, status })

export const staleBooking = (turn: StaffTurn, it: BookingNow): Promise<StaffAnswer> =>
  withBookingCard(turn, it.id, nowWords(turn, it.reference, turn.copy.staff.stage[it.stage]))

const ON_ONE_CARD = 12
const ON_EACH_CARD = 6
const MOST_CARDS = 12
const MOST_LETTERS = 32

/** Equal choices as buttons: on one card, or side by side where there are many; what finds no place can be typed. */
export function choose(title: string, question: string, choices: Act[]): Worded[] {
  const acts = choices.slice(0, ON_EACH_CARD * MOST_CARDS).map((act) => ({ ...act, label: shortened(act.label) }))
  if (acts.length <= ON_ONE_CARD) return [card({ title, body: question, acts, choices: true })]
  const cards = Array.from({ length: Math.ceil(acts.length / ON_EACH_CARD) }, (_, index) =>
    card({ title, acts: acts.slice(index * ON_EACH_CARD, (index + 1) * ON_EACH_CARD), choices: true }),
  )
  const left = choices.length - acts.length
  return [{ type: 'list', text: left > 0 ? `${question} (+${left})` : question, cards }]
}

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** A button shows no more, and small cards must stay small to stand side by side. */
const shortened = (label: string): string => {
  const letters = [...graphemes.segment(label)]
  const kept = letters.slice(0, MOST_LETTERS - 1).map((it) => it.segment)
  return letters.length <= MOST_LETTERS ? label : `${kept.join('')}…`
}

/** `same` when it is so already, `overtaken` when it is neither what the button saw nor what it wants. Typed words saw nothing. */
export function since<T>(now: T, seen: T | undefined, wanted: T): 'same' | 'overtaken' | 'fresh' {
  if (now === wanted) return 'same'
  return seen !== undefined && seen !== now ? 'overtaken' : 'fresh'
}
