import { record } from '../../activities/commands.ts'
import { bookHeldSeats, holdSeats } from '../../catalogue/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { cancelTimers } from '../../timers/commands.ts'
import type { Booking } from '../model.ts'
import { mustBeNext } from '../pipeline.ts'
import { bookingPolicy } from '../policy.ts'
import { armReminder } from './remind-of-booking.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** Staff confirm: held seats become booked, and the customer is told. Seats that are not held (any more) are taken now, if some are left. */
export async function confirmBooking(ctx: Ctx, input: { bookingId: string }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (found.stage === 'confirmed') return found
  mustBeNext(found, 'confirmed')
  bookingPolicy.must(ctx, 'confirm', found)
  if (found.slotId && found.seats && found.seatsState !== 'booked') {
    if (found.seatsState !== 'held') await holdSeats(ctx, { slotId: found.slotId, seats: found.seats })
    await bookHeldSeats(ctx, { slotId: found.slotId, seats: found.seats })
  }
  const confirmed = await found.$query(ctx.trx).patchAndFetch({
    stage: 'confirmed',
    stageSince: ctx.now,
    ownerId: found.ownerId ?? (ctx.actor.kind === 'staff' ? ctx.actor.id : null),
    seatsState: found.slotId && found.seats ? 'booked' : 'none',
    holdExpiresAt: null,
    proposal: null,
    updatedAt: ctx.now,
  })
  cancelTimers(ctx, confirmed.id, ['booking.sla_breach', 'booking.hold_expiry'])
  await armReminder(ctx, confirmed)
  record(ctx, asSubject(confirmed), 'booking.confirmed', { from: found.stage })
  await notifyStaff(ctx, { event: 'booking.confirmed', bookingId: confirmed.id })
  await notifyCustomer(ctx, confirmed.conversationId, confirmed.language, {
    event: 'booking.confirmed',
    bookingId: confirmed.id,
  })
  return confirmed
}
