import { record } from '../../activities/commands.ts'
import { giveBackSeats, holdSeats } from '../../catalogue/commands.ts'
import { slotById } from '../../catalogue/queries.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import { dayIn } from '../day-in.ts'
import { type Booking, BookingKind } from '../model.ts'
import type { Proposal } from '../schema.ts'
import { seatsWanted } from '../seats-wanted.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** The customer takes the other time, or does not. With a yes the booking is for then, and waits for staff to confirm, with a fresh promise. */
export async function answerProposal(
  ctx: Ctx,
  input: { bookingId: string; proposalId: string; accept: boolean },
): Promise<{ booking: Booking; outcome: 'taken' | 'declined' | 'gone' }> {
  const found = await lockBooking(ctx, input.bookingId)
  if (ctx.actor.kind !== 'contact' || found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  const offer = found.proposal
  if (!offer || offer.id !== input.proposalId || (found.stage !== 'new' && found.stage !== 'qualified'))
    throw new Refusal('offer_over', { bookingId: found.id })
  const kind = await BookingKind.query(ctx.trx).findById(found.bookingKindId).throwIfNotFound()
  const due = new Date(ctx.now.getTime() + kind.slaMinutes * 60_000)
  const change = input.accept ? await moved(ctx, found, offer) : undefined
  const outcome = !input.accept ? 'declined' : change ? 'taken' : 'gone'
  const booking = await found.$query(ctx.trx).patchAndFetch({
    ...change,
    proposal: null,
    answeredAt: null,
    slaDueAt: due,
    slaBreachedAt: null,
    updatedAt: ctx.now,
  })
  armTimer(ctx, 'booking.sla_breach', booking.id, due)
  const event = events[outcome]
  record(ctx, asSubject(booking), event, { slotId: offer.slotId, date: offer.date, time: offer.time })
  await notifyStaff(ctx, { event, bookingId: booking.id })
  return { booking, outcome }
}

const events = {
  taken: 'booking.offer_accepted',
  declined: 'booking.offer_declined',
  gone: 'booking.offer_lapsed',
} as const

/** Nothing when the seats have gone to somebody else meanwhile. */
async function moved(ctx: Ctx, it: Booking, offer: Proposal): Promise<Partial<Booking> | undefined> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const seats = seatsWanted(it)
  if (offer.slotId && !(await held(ctx, offer.slotId, seats))) return undefined
  if (it.seatsState === 'held' && it.slotId && it.seats)
    await giveBackSeats(ctx, { slotId: it.slotId, seats: it.seats, from: 'held' })
  if (!offer.slotId) {
    cancelTimers(ctx, it.id, ['booking.hold_expiry'])
    const { time: _, ...others } = it.slots
    const slots = { ...others, ...(offer.date && { date: offer.date }), ...(offer.time && { time: offer.time }) }
    return { slotId: null, seatsState: 'none', holdExpiresAt: null, slots }
  }
  const slot = await slotById(ctx, offer.slotId)
  const holdExpiresAt = new Date(ctx.now.getTime() + settings.holdMinutes * 60_000)
  armTimer(ctx, 'booking.hold_expiry', it.id, holdExpiresAt)
  const when = slot && dayIn(zone, slot.startsAt)
  return { slotId: offer.slotId, seats, seatsState: 'held', holdExpiresAt, slots: { ...it.slots, ...when } }
}

async function held(ctx: Ctx, slotId: string, seats: number): Promise<boolean> {
  try {
    await holdSeats(ctx, { slotId, seats })
    return true
  } catch (trouble) {
    if (trouble instanceof Refusal && (trouble.code === 'slot_full' || trouble.code === 'slot_closed')) return false
    throw trouble
  }
}
