import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { cancelTimers } from '../../timers/commands.ts'
import type { Booking } from '../model.ts'
import { isLive } from '../schema.ts'
import { bookingPolicy } from '../policy.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** Staff wrote to the customer about it: what was promised, an answer in time, is kept. */
export async function bookingAnswered(ctx: Ctx, input: { bookingId: string }): Promise<Booking> {
  return keepPromise(ctx, await lockBooking(ctx, input.bookingId))
}

/** Somebody answered the customer where the desk cannot see it; who says so has the booking if nobody has. */
export async function bookingAnsweredOutside(ctx: Ctx, input: { bookingId: string }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (!isLive(found.stage)) throw new Refusal('booking_stage_not_allowed', { bookingId: found.id, from: found.stage })
  bookingPolicy.must(ctx, 'answered_outside', found)
  const answered = await keepPromise(ctx, found, {
    ownerId: found.ownerId ?? (ctx.actor.kind === 'staff' ? ctx.actor.id : null),
  })
  record(ctx, asSubject(answered), 'booking.answered_outside', {})
  return answered
}

async function keepPromise(ctx: Ctx, it: Booking, also: Partial<Booking> = {}): Promise<Booking> {
  cancelTimers(ctx, it.id, ['booking.sla_breach'])
  return it.$query(ctx.trx).patchAndFetch({ ...also, answeredAt: it.answeredAt ?? ctx.now, updatedAt: ctx.now })
}
