import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { cancelTimers } from '../../timers/commands.ts'
import type { Booking } from '../model.ts'
import { mustBeNext } from '../pipeline.ts'
import { bookingPolicy } from '../policy.ts'
import type { BookingStage } from '../schema.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** Moves a booking along its pipeline; confirming and ending have commands of their own. */
export async function moveBooking(
  ctx: Ctx,
  input: { bookingId: string; to: Exclude<BookingStage, 'new' | 'confirmed' | 'cancelled' | 'lost'> },
): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (found.stage === input.to) return found
  mustBeNext(found, input.to)
  bookingPolicy.must(ctx, 'move', found)
  const moved = await found.$query(ctx.trx).patchAndFetch({ stage: input.to, stageSince: ctx.now, updatedAt: ctx.now })
  cancelTimers(ctx, moved.id, ['booking.sla_breach'])
  record(ctx, asSubject(moved), 'booking.moved', { from: found.stage, to: input.to })
  await notifyStaff(ctx, { event: 'booking.moved', bookingId: moved.id })
  return moved
}

/** Take a booking in hand. Unlike a case it may be taken over, but knowingly: `from` is whose it was when the person decided. */
export async function takeBooking(ctx: Ctx, input: { bookingId: string; from?: string | null }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (ctx.actor.kind === 'staff' && found.ownerId === ctx.actor.id) return found
  if (input.from !== undefined && found.ownerId !== input.from)
    throw new Refusal('booking_already_taken', { bookingId: found.id, ownerId: found.ownerId })
  bookingPolicy.must(ctx, 'take', found)
  const taken = await found
    .$query(ctx.trx)
    .patchAndFetch({ ownerId: ctx.actor.kind === 'staff' ? ctx.actor.id : null, updatedAt: ctx.now })
  record(ctx, asSubject(taken), 'booking.taken', { from: found.ownerId })
  await notifyStaff(ctx, { event: 'booking.taken', bookingId: taken.id })
  return taken
}
