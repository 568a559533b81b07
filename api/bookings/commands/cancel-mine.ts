import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import type { Booking } from '../model.ts'
import { isLive } from '../schema.ts'
import { bookingKindOf } from '../queries/booking-kinds.ts'
import { cancelTermsOf } from '../queries/cancel-terms-of.ts'
import { cancelBooking } from './end-booking.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** Why a booking ended that its customer gave up. */
const CUSTOMER_REQUEST = 'customer_request'

/**
 * A customer's yes to cancelling their own booking. In time it is cancelled, and the seats are free; too late staff decide, and owe an answer.
 * `seen` is what they were told before: when something else is true now nothing happens.
 */
export async function cancelMine(
  ctx: Ctx,
  input: { bookingId: string; seen: string },
): Promise<{ booking: Booking; outcome: 'cancelled' | 'asked' | 'changed' | 'over' }> {
  const found = await lockBooking(ctx, input.bookingId)
  if (ctx.actor.kind !== 'contact' || found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  const { by, seen } = await cancelTermsOf(ctx, found)
  if (by === 'nobody') return { booking: found, outcome: 'over' }
  if (seen !== input.seen) return { booking: found, outcome: 'changed' }
  if (by === 'customer')
    return { booking: await cancelBooking(ctx, { bookingId: found.id, why: CUSTOMER_REQUEST }), outcome: 'cancelled' }
  if (found.cancelAskedAt) return { booking: found, outcome: 'asked' }
  const kind = await bookingKindOf(ctx, found)
  const due = new Date(ctx.now.getTime() + kind.slaMinutes * 60_000)
  const booking = await found
    .$query(ctx.trx)
    .patchAndFetch({ cancelAskedAt: ctx.now, answeredAt: null, slaDueAt: due, slaBreachedAt: null, updatedAt: ctx.now })
  armTimer(ctx, 'booking.sla_breach', booking.id, due)
  record(ctx, asSubject(booking), 'booking.cancel_asked', { stage: found.stage })
  await notifyStaff(ctx, { event: 'booking.cancel_asked', bookingId: booking.id })
  return { booking, outcome: 'asked' }
}

/** They keep it after all: what was asked of staff is asked no more. */
export async function keepMine(ctx: Ctx, input: { bookingId: string }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (ctx.actor.kind !== 'contact' || found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  if (!found.cancelAskedAt || !isLive(found.stage)) return found
  const booking = await found
    .$query(ctx.trx)
    .patchAndFetch({ cancelAskedAt: null, answeredAt: ctx.now, updatedAt: ctx.now })
  cancelTimers(ctx, booking.id, ['booking.sla_breach'])
  record(ctx, asSubject(booking), 'booking.kept', {})
  await notifyStaff(ctx, { event: 'booking.kept', bookingId: booking.id })
  return booking
}
