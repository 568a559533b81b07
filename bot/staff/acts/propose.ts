import { mayBeOffered } from '../../../api/bookings/schema.ts'
import { hasSlots, openSlots, type Slot, slotsOnSale } from '../../../api/catalogue/queries.ts'
import { isoDay, today } from '../../../api/triage/slots/at.ts'
import { dateValue, readDateAnswer } from '../../../api/triage/slots/dates.ts'
import { readTimeAnswer } from '../../../api/triage/slots/times.ts'
import { clockTime } from '../../copy/formats.ts'
import { endOfDay, startOfDay } from '../../dialogues/offers.ts'
import { tapsOf, text } from '../../messages.ts'
import { whenWords } from '../../notices/offered-time.ts'
import { previewOf, startWriting } from '../reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose, staleBooking, theBooking } from './present.ts'

const MOST_SLOTS = 10
/** A day of tee times */
const MOST_A_DAY = 72

/** Which other time: one of those on sale, or a day in the person's own words. */
export async function askOtherTime(turn: StaffTurn, bookingId: string): Promise<StaffAnswer> {
  const it = await theBooking(turn, bookingId)
  if (!mayBeOffered(it)) return staleBooking(turn, it)
  const slots = await slotsFor(turn, it, { from: turn.ctx.now, most: MOST_SLOTS })
  const asked = await startWriting(turn, 'propose', 'booking', bookingId)
  if (slots.length === 0) return asked
  return {
    ...asked,
    say: [...choose(it.reference, turn.copy.acts.whichSlot, slotActs(turn, bookingId, slots)), ...asked.say],
  }
}

/** The day and time that were typed: shown as the customer would read it, before it goes. */
export async function proposeInWords(turn: StaffTurn, bookingId: string, words: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const { zone } = reader.tenant
  const it = await theBooking(turn, bookingId)
  if (!mayBeOffered(it)) return staleBooking(turn, it)
  const at = { now: ctx.now, zone }
  const reading = readDateAnswer(words, at)
  const date = reading && dateValue(reading)
  const time = readTimeAnswer(words, at)?.value
  const exact = typeof time === 'string' && /^\d{2}:\d{2}$/.test(time) ? time : undefined
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date) || date < isoDay(today(at)))
    return { say: [text(copy.acts.cannotReadDay(words.slice(0, 60)))] }
  if (!it.itemId || !(await hasSlots(ctx, it.itemId)))
    return preview(turn, bookingId, { date, ...(exact && { time: exact }) })
  const [from, to] = [startOfDay(date, zone), endOfDay(date, zone)]
  const thatDay = await slotsFor(turn, it, { from, to, most: MOST_A_DAY })
  const then = thatDay.filter((slot) => !exact || clockTime(slot.startsAt, 'en', zone) === exact)
  const [only, ...others] = then
  if (only && others.length === 0) return preview(turn, bookingId, { slotId: only.id })
  if (only) return { say: choose(it.reference, copy.acts.whichSlot, slotActs(turn, bookingId, then)) }
  const onSale = await slotsOnSale(ctx, { itemIds: [it.itemId], from, to, most: MOST_A_DAY })
  const isFull = onSale.some((slot) => !exact || clockTime(slot.startsAt, 'en', zone) === exact)
  const near = thatDay.length > 0 ? nearest(thatDay, exact, zone) : await slotsAround(turn, it, from)
  const question = isFull ? copy.acts.noSlotThen : copy.acts.notOnSaleThen
  return { say: choose(it.reference, question, slotActs(turn, bookingId, near)) }
}

export async function proposeSlot(turn: StaffTurn, bookingId: string, slotId: string): Promise<StaffAnswer> {
  const it = await theBooking(turn, bookingId)
  if (!mayBeOffered(it)) return staleBooking(turn, it)
  return preview(turn, bookingId, { slotId })
}

type Booking = Awaited<ReturnType<typeof theBooking>>

async function slotsFor(turn: StaffTurn, it: Booking, where: { from: Date; to?: Date; most: number }): Promise<Slot[]> {
  if (!it.itemId) return []
  const people = it.slots['party_size']
  const seats = it.seats ?? (typeof people === 'number' ? people : 1)
  const open = await openSlots(turn.ctx, { ...where, itemId: it.itemId, seats, most: where.most + 1 })
  return open.filter((slot) => slot.id !== it.slotId).slice(0, where.most)
}

/** On a day without one: the next ones after it, else those before. */
async function slotsAround(turn: StaffTurn, it: Booking, day: Date): Promise<Slot[]> {
  const after = await slotsFor(turn, it, { from: day, most: MOST_SLOTS })
  return after.length > 0 ? after : slotsFor(turn, it, { from: turn.ctx.now, most: MOST_SLOTS })
}

function nearest(slots: Slot[], time: string | undefined, zone: string): Slot[] {
  if (!time) return slots.slice(0, MOST_SLOTS)
  const off = (slot: Slot) => Math.abs(minuteOfDay(clockTime(slot.startsAt, 'en', zone)) - minuteOfDay(time))
  const closest = slots.toSorted((one, other) => off(one) - off(other)).slice(0, MOST_SLOTS)
  return slots.filter((slot) => closest.includes(slot))
}

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const slotActs = (turn: StaffTurn, bookingId: string, slots: Slot[]) => {
  const tap = tapsOf(turn.reader)
  return slots.map((slot) => tap(whenWords({ startsAt: slot.startsAt }, turn.reader), 'propose', bookingId, slot.id))
}

const preview = (
  turn: StaffTurn,
  bookingId: string,
  time: { slotId: string } | { date: string; time?: string },
): Promise<StaffAnswer> => previewOf(turn, 'propose', 'booking', bookingId, time)
