import { record } from '../../activities/commands.ts'
import { giveBackSeats } from '../../catalogue/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { cancelTimers } from '../../timers/commands.ts'
import type { Booking } from '../model.ts'
import { mustBeNext } from '../pipeline.ts'
import { bookingPolicy } from '../policy.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** Staff cannot fulfil the request; the customer is told kindly. */
export const declineBooking = (ctx: Ctx, input: { bookingId: string; why: string }) =>
  end(ctx, input, 'lost', 'decline')

/** The customer (or staff for them) no longer wants it. */
export const cancelBooking = (ctx: Ctx, input: { bookingId: string; why: string }) =>
  end(ctx, input, 'cancelled', 'cancel')

async function end(
  ctx: Ctx,
  input: { bookingId: string; why: string },
  stage: 'lost' | 'cancelled',
  action: 'decline' | 'cancel',
): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (found.stage === stage) return found
  mustBeNext(found.stage, stage)
  bookingPolicy.must(ctx, action, found)
  const taken = found.seatsState === 'held' || found.seatsState === 'booked' ? found.seatsState : undefined
  if (taken && found.slotId && found.seats)
    await giveBackSeats(ctx, { slotId: found.slotId, seats: found.seats, from: taken })
  const ended = await found.$query(ctx.trx).patchAndFetch({
    stage,
    stageSince: ctx.now,
    endedWhy: input.why,
    seatsState: found.slotId && found.seats ? 'released' : 'none',
    holdExpiresAt: null,
    proposal: null,
    updatedAt: ctx.now,
  })
  cancelTimers(ctx, ended.id, ['booking.sla_breach', 'booking.hold_expiry', 'booking.reminder'])
  const event = stage === 'lost' ? 'booking.declined' : 'booking.cancelled'
  record(ctx, asSubject(ended), event, { from: found.stage, why: input.why })
  await notifyStaff(ctx, { event, bookingId: ended.id })
  await notifyCustomer(ctx, ended.conversationId, ended.language, { event, bookingId: ended.id })
  return ended
}
