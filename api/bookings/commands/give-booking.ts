import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { staffMembers } from '../../staff/queries.ts'
import type { Booking } from '../model.ts'
import { isLive } from '../schema.ts'
import { bookingPolicy } from '../policy.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** Gives a booking to a member of staff. */
export async function giveBooking(ctx: Ctx, input: { bookingId: string; staffId: string }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (!isLive(found.stage)) throw new Refusal('booking_stage_not_allowed', { bookingId: found.id, from: found.stage })
  bookingPolicy.must(ctx, 'give', found)
  const taker = (await staffMembers(ctx)).find((it) => it.id === input.staffId)
  if (!taker || taker.role === 'executive' || taker.role === 'partner')
    throw new Refusal('staff_unknown', {}, 'staffId')
  if (found.ownerId === taker.id) return found
  const given = await found.$query(ctx.trx).patchAndFetch({ ownerId: taker.id, updatedAt: ctx.now })
  record(ctx, asSubject(given), 'booking.given', { from: found.ownerId, to: taker.id })
  await notifyStaff(ctx, { event: 'booking.taken', bookingId: given.id })
  return given
}
