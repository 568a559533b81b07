import { mayBeOffered } from '../../../api/bookings/schema.ts'
import { openSlots, type Slot } from '../../../api/catalogue/queries.ts'
import { isoDay, today } from '../../../api/triage/slots/at.ts'
import { dateValue, readDateAnswer } from '../../../api/triage/slots/dates.ts'
import { readTimeAnswer } from '../../../api/triage/slots/times.ts'
import { tapsOf, text } from '../../messages.ts'
import { whenWords } from '../../notices/offered-time.ts'
import { previewOf, startWriting } from '../reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose, staleBooking, theBooking } from './present.ts'

const MOST_SLOTS = 10

/** Which other time: one of those on sale, else a day in the person's own words. */
export async function askOtherTime(turn: StaffTurn, bookingId: string): Promise<StaffAnswer> {
  const it = await theBooking(turn, bookingId)
  if (!mayBeOffered(it)) return staleBooking(turn, it)
  const slots = await slotsFor(turn, it)
  if (slots.length === 0) return startWriting(turn, 'propose', 'booking', bookingId)
  return { say: choose(it.reference, turn.copy.acts.whichSlot, slotActs(turn, bookingId, slots)) }
}

/** The day and time that were typed: shown as the customer would read it, before it goes. */
export async function proposeInWords(turn: StaffTurn, bookingId: string, words: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const it = await theBooking(turn, bookingId)
  if (!mayBeOffered(it)) return staleBooking(turn, it)
  const at = { now: ctx.now, zone: reader.tenant.zone }
  const reading = readDateAnswer(words, at)
  const date = reading && dateValue(reading)
  const time = readTimeAnswer(words, at)?.value
  const exact = typeof time === 'string' && /^\d{2}:\d{2}$/.test(time) ? time : undefined
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date) || date < isoDay(today(at)))
    return { say: [text(copy.acts.cannotReadDay(words.slice(0, 60)))] }
  const onSale = await slotsFor(turn, it, 200)
  if (onSale.length === 0) return preview(turn, bookingId, { date, ...(exact && { time: exact }) })
  const then = onSale.filter((slot) => {
    const there = new Intl.DateTimeFormat('sv-SE', {
      timeZone: reader.tenant.zone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(slot.startsAt)
    return there.startsWith(date) && (!exact || there.endsWith(exact))
  })
  const [only, ...others] = then
  if (only && others.length === 0) return preview(turn, bookingId, { slotId: only.id })
  const question = only ? copy.acts.whichSlot : copy.acts.noSlotThen
  return { say: choose(it.reference, question, slotActs(turn, bookingId, (only ? then : onSale).slice(0, MOST_SLOTS))) }
}

export async function proposeSlot(turn: StaffTurn, bookingId: string, slotId: string): Promise<StaffAnswer> {
  const it = await theBooking(turn, bookingId)
  if (!mayBeOffered(it)) return staleBooking(turn, it)
  return preview(turn, bookingId, { slotId })
}

type Booking = Awaited<ReturnType<typeof theBooking>>

async function slotsFor(turn: StaffTurn, it: Booking, most = MOST_SLOTS): Promise<Slot[]> {
  if (!it.itemId) return []
  const people = it.slots['party_size']
  const seats = it.seats ?? (typeof people === 'number' ? people : 1)
  const open = await openSlots(turn.ctx, { itemId: it.itemId, from: turn.ctx.now, seats, most: most + 1 })
  return open.filter((slot) => slot.id !== it.slotId).slice(0, most)
}

const slotActs = (turn: StaffTurn, bookingId: string, slots: Slot[]) => {
  const tap = tapsOf(turn.reader)
  return slots.map((slot) => tap(whenWords({ startsAt: slot.startsAt }, turn.reader), 'propose', bookingId, slot.id))
}

const preview = (
  turn: StaffTurn,
  bookingId: string,
  time: { slotId: string } | { date: string; time?: string },
): Promise<StaffAnswer> => previewOf(turn, 'propose', 'booking', bookingId, time)
