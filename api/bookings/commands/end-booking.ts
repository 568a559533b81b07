import { record } from '../../activities/commands.ts'
import { giveBackSeats } from '../../catalogue/commands.ts'
import type { MistakenIntent } from '../../cases/schema.ts'
import type { Ctx } from '../../context.ts'
import { reachOf } from '../../conversations/queries.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { cancelTimers } from '../../timers/commands.ts'
import { learnFromWork } from '../../triage/commands/learn-from-work.ts'
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

/** Why a booking ended that was none. */
const NOT_A_BOOKING = 'not_a_booking'

/** The bot made a booking of what was none: it ends without a word to the customer, and what it was instead is learnt. */
export async function notABooking(ctx: Ctx, input: { bookingId: string; intent: MistakenIntent }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (found.endedWhy === NOT_A_BOOKING) return found
  mustBeNext(found, 'lost')
  bookingPolicy.must(ctx, 'not_a_booking', found)
  const ended = await ending(ctx, found, 'lost', NOT_A_BOOKING)
  record(ctx, asSubject(ended), 'booking.was_none', { from: found.stage, intent: input.intent })
  await learnFromWork(ctx, { bookingId: ended.id }, { intent: input.intent, label: null })
  return ended
}

async function end(
  ctx: Ctx,
  input: { bookingId: string; why: string },
  stage: 'lost' | 'cancelled',
  action: 'decline' | 'cancel',
): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (found.stage === stage) return found
  mustBeNext(found, stage)
  bookingPolicy.must(ctx, action, found)
  const ended = await ending(ctx, found, stage, input.why)
  const event = stage === 'lost' ? 'booking.declined' : 'booking.cancelled'
  record(ctx, asSubject(ended), event, { from: found.stage, why: input.why })
  const who = ctx.actor.kind === 'staff' ? ctx.actor.name : ''
  const reach = await reachOf(ctx, ended)
  await notifyStaff(ctx, {
    event,
    bookingId: ended.id,
    facts: { who, byCustomer: ctx.actor.kind === 'contact', reach },
  })
  await notifyCustomer(ctx, ended.conversationId, ended.language, { event, bookingId: ended.id })
  return ended
}

async function ending(ctx: Ctx, found: Booking, stage: 'lost' | 'cancelled', why: string): Promise<Booking> {
  const taken = found.seatsState === 'held' || found.seatsState === 'booked' ? found.seatsState : undefined
  if (taken && found.slotId && found.seats)
    await giveBackSeats(ctx, { slotId: found.slotId, seats: found.seats, from: taken })
  const ended = await found.$query(ctx.trx).patchAndFetch({
    stage,
    stageSince: ctx.now,
    endedWhy: why,
    seatsState: found.slotId && found.seats ? 'released' : 'none',
    holdExpiresAt: null,
    proposal: null,
    cancelAskedAt: null,
    updatedAt: ctx.now,
  })
  cancelTimers(ctx, ended.id, ['booking.sla_breach', 'booking.hold_expiry', 'booking.reminder'])
  return ended
}
