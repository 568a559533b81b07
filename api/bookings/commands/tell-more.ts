import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import type { Booking } from '../model.ts'
import { isLive } from '../schema.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** The customer tells more about a booking that was sent, or answers what staff asked about it; the group reads their words on its card. */
export async function tellMore(ctx: Ctx, input: { bookingId: string }): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (ctx.actor.kind === 'contact' && found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  if (!isLive(found.stage)) throw new Refusal('booking_stage_not_allowed', { bookingId: found.id, from: found.stage })
  record(ctx, asSubject(found), 'booking.detail_added', {})
  await notifyStaff(ctx, { event: 'booking.detail_added', bookingId: found.id })
  return found
}
