import { record } from '../../activities/commands.ts'
import type { Price } from '../../catalogue/queries/prices.ts'
import { slotById } from '../../catalogue/queries.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { cancelTimers } from '../../timers/commands.ts'
import type { Booking } from '../model.ts'
import { mayBeOffered } from '../schema.ts'
import { cancelTermsOf } from '../queries/cancel-terms-of.ts'
import { mustLeaveSome } from '../queries/seats-on-hold.ts'
import { differenceOf, moveTo } from './move-to.ts'
import { armReminder } from './remind-of-booking.ts'
import { asSubject, lockBooking } from './timeline.ts'

/**
 * A customer moves their own booking to another time on sale, while they might also cancel it by themselves. What is confirmed stays so; a request
 * waits for staff as before. `seen` is what they were told of it: when something else is true now nothing happens.
 */
export async function moveMine(
  ctx: Ctx,
  input: { bookingId: string; slotId: string; seen: string },
): Promise<{ booking: Booking; outcome: 'moved' | 'gone' | 'changed' | 'over'; differs?: Price }> {
  const found = await lockBooking(ctx, input.bookingId)
  if (ctx.actor.kind !== 'contact' || found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  if (found.slotId === input.slotId) return { booking: found, outcome: 'moved' }
  const { by, seen } = await cancelTermsOf(ctx, found)
  if (by !== 'customer' || !mayBeOffered(found)) return { booking: found, outcome: 'over' }
  if (seen !== input.seen) return { booking: found, outcome: 'changed' }
  const slot = await slotById(ctx, input.slotId)
  if (!slot || slot.itemId !== found.itemId) throw new Refusal('not_found')
  const differs = await differenceOf(ctx, found, { slotId: slot.id, date: null })
  const change = await moveTo(ctx, found, { slotId: slot.id, date: null, time: null })
  if (!change) return { booking: found, outcome: 'gone' }
  if (change.seatsState === 'held')
    await mustLeaveSome(ctx, { contactId: found.contactId, slotId: slot.id, more: change.seats ?? 0 })
  const booking = await found.$query(ctx.trx).patchAndFetch({ ...change, proposal: null, updatedAt: ctx.now })
  if (booking.stage === 'confirmed') {
    cancelTimers(ctx, booking.id, ['booking.reminder'])
    await armReminder(ctx, booking)
  }
  record(ctx, asSubject(booking), 'booking.moved_by_customer', { from: found.slotId, to: slot.id, ...differs })
  await notifyStaff(ctx, { event: 'booking.moved_by_customer', bookingId: booking.id, facts: { ...differs } })
  return { booking, outcome: 'moved', ...(differs && { differs }) }
}
