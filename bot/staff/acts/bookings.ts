import { bookingAnsweredOutside } from '../../../api/bookings/commands/booking-answered.ts'
import { confirmBooking } from '../../../api/bookings/commands/confirm-booking.ts'
import { cancelBooking, declineBooking } from '../../../api/bookings/commands/end-booking.ts'
import { giveBooking } from '../../../api/bookings/commands/give-booking.ts'
import { takeBooking } from '../../../api/bookings/commands/move-booking.ts'
import { noteOnBooking } from '../../../api/bookings/commands/note-on-booking.ts'
import { bookingInFull } from '../../../api/bookings/queries/booking-in-full.ts'
import { mayBeOffered } from '../../../api/bookings/schema.ts'
import { hasSlots, itemById } from '../../../api/catalogue/queries.ts'
import type { Act } from '../../../api/outbox/schema.ts'
import { staffNames } from '../../../api/staff/queries.ts'
import { copyIn } from '../../copy/copy.ts'
import { slotLabel } from '../../copy/slots.ts'
import { tapsOf } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { isWaiting, stands } from '../card-acts.ts'
import { choose, since, staleBooking, theBooking, toldWords, withBookingCard } from './present.ts'

/** What a customer would read as settled while it is open is asked about once; `asIs` says that it was. */
export async function confirm(turn: StaffTurn, bookingId: string, asIs?: string): Promise<StaffAnswer> {
  const before = await theBooking(turn, bookingId)
  if (!isWaiting(before)) return staleBooking(turn, before)
  const open = asIs ? undefined : await leftOpen(turn, bookingId)
  if (open) return { say: choose(before.reference, open, confirmActs(turn, before)) }
  const it = await confirmBooking(turn.ctx, { bookingId })
  const told = await toldWords(turn, it)
  const words = turn.copy.staff.bookingConfirmed({ reference: it.reference, who: turn.who.name, told })
  return withBookingCard(turn, bookingId, words)
}

type Booking = Awaited<ReturnType<typeof theBooking>>

const confirmActs = ({ copy, reader }: StaffTurn, it: Booking): Act[] => {
  const tap = tapsOf(reader)
  const offers = it.conversationId && mayBeOffered(it)
  return [
    ...(offers ? [tap(copy.acts.propose, 'propose', it.id)] : []),
    tap(copy.acts.confirmAsItIs, 'confirm', it.id, 'as_is'),
  ]
}

const WHAT_AND_WHEN = ['item', 'venue', 'date', 'time']
/** 'You choose': what the customer left to us. */
const FOR_US_TO_SAY = (['en', 'th', 'ja'] as const).map((language) => copyIn(language).ask.openPlace())

/** A booking without its place, day or time, or at a time that is not on sale. */
async function leftOpen({ copy, ctx, reader }: StaffTurn, bookingId: string): Promise<string | undefined> {
  const full = await bookingInFull(ctx, bookingId)
  if (!full || full.it.slotId) return undefined
  const { itemId, slots } = full.it
  const isSaid = (words: string) => words.trim() !== '' && !FOR_US_TO_SAY.includes(words)
  const isKnown = (name: string) =>
    isSaid(String(slots[name] ?? '')) || ((name === 'item' || name === 'venue') && itemId !== null)
  const missing = full.asks.requiredSlots.filter((name) => WHAT_AND_WHEN.includes(name) && !isKnown(name))
  const labels = missing.map((name) => slotLabel(name, full.asks, reader.language)).filter(Boolean)
  if (labels.length > 0) return copy.acts.confirmOpen(labels.join(', '))
  const item = itemId ? await itemById(ctx, itemId) : undefined
  return item && !item.data['any_day'] && (await hasSlots(ctx, item.id)) ? copy.acts.confirmNotOnSale : undefined
}

export async function askWhyDecline(turn: StaffTurn, bookingId: string): Promise<StaffAnswer> {
  const it = await theBooking(turn, bookingId)
  if (!isWaiting(it)) return staleBooking(turn, it)
  const tap = tapsOf(turn.reader)
  const acts = Object.entries(turn.copy.staff.declineWhy).map(([key, words]) => tap(words, 'decline', bookingId, key))
  return { say: choose(it.reference, turn.copy.staff.whyDecline(), acts) }
}

export async function decline(turn: StaffTurn, bookingId: string, why: string): Promise<StaffAnswer> {
  const before = await theBooking(turn, bookingId)
  if (!isWaiting(before)) return staleBooking(turn, before)
  const it = await declineBooking(turn.ctx, { bookingId, why })
  const told = await toldWords(turn, it)
  const words = turn.copy.staff.bookingEnded({ reference: it.reference, who: turn.who.name, told })
  return withBookingCard(turn, bookingId, words)
}

/** What a button to cancel was made for: a booking that was moved since, to another stage or another time, is not cancelled by it. */
const asSeen = (it: Booking): string =>
  [it.stage, it.slotId?.slice(-8) ?? [it.slots['date'], it.slots['time']].join(' ')].join('/')

export async function askWhyCancel(turn: StaffTurn, bookingId: string): Promise<StaffAnswer> {
  const it = await theBooking(turn, bookingId)
  if (!stands(it)) return staleBooking(turn, it)
  const tap = tapsOf(turn.reader)
  const acts = Object.entries(turn.copy.acts.cancelWhy).map(([key, words]) =>
    tap(words, 'cancel', bookingId, key, asSeen(it)),
  )
  return { say: choose(it.reference, turn.copy.acts.whyCancel, acts) }
}

export async function cancel(turn: StaffTurn, bookingId: string, why: string, seen?: string): Promise<StaffAnswer> {
  const { copy, who } = turn
  const before = await theBooking(turn, bookingId)
  if (!stands(before) || (seen !== undefined && seen !== asSeen(before))) return staleBooking(turn, before)
  const it = await cancelBooking(turn.ctx, { bookingId, why })
  const words = {
    reference: it.reference,
    who: who.name,
    told: await toldWords(turn, it),
    why: copy.acts.cancelWhy[why as keyof typeof copy.acts.cancelWhy] ?? why,
  }
  return withBookingCard(turn, bookingId, copy.acts.bookingCancelled(words))
}

/** `from` is whose it was when the person decided: two who tap at once do not take it from each other. */
export async function take(turn: StaffTurn, bookingId: string, from: string): Promise<StaffAnswer> {
  const before = await theBooking(turn, bookingId)
  if (!isWaiting(before)) return staleBooking(turn, before)
  const it = await takeBooking(turn.ctx, { bookingId, from: from || null })
  return withBookingCard(turn, bookingId, turn.copy.staff.bookingTaken({ reference: it.reference, who: turn.who.name }))
}

export async function give(turn: StaffTurn, bookingId: string, staffId: string, seen?: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const before = await theBooking(turn, bookingId)
  const news = since(before.ownerId ?? '', seen, staffId)
  if (news === 'overtaken') return staleBooking(turn, before)
  const to = (await staffNames(ctx, [staffId])).get(staffId) ?? copy.staff.nobody
  if (news === 'same')
    return withBookingCard(turn, bookingId, copy.acts.hasIt({ reference: before.reference, owner: to }))
  const it = await giveBooking(ctx, { bookingId, staffId })
  return withBookingCard(turn, bookingId, copy.acts.given({ reference: it.reference, who: who.name, to }))
}

export async function addBookingNote(turn: StaffTurn, bookingId: string, words: string): Promise<StaffAnswer> {
  const it = await noteOnBooking(turn.ctx, { bookingId, text: words })
  return withBookingCard(turn, bookingId, turn.copy.acts.noted({ reference: it.reference, who: turn.who.name }))
}

export async function bookingOutside(turn: StaffTurn, bookingId: string): Promise<StaffAnswer> {
  const it = await bookingAnsweredOutside(turn.ctx, { bookingId })
  const words = turn.copy.acts.answeredOutside({ reference: it.reference, who: turn.who.name })
  return withBookingCard(turn, bookingId, words)
}
