import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { asSubject, lockBooking } from './timeline.ts'

/** The customer took back or changed a message about a booking. What was booked stays: it was read back to them, and they agreed to that. */
export async function forgetInBooking(
  ctx: Ctx,
  it: { bookingId: string; messageId: string; why: 'withdrawn' | 'edited' | 'misheard' },
): Promise<void> {
  const found = await lockBooking(ctx, it.bookingId)
  record(ctx, asSubject(found), `booking.message_${it.why}`, { messageId: it.messageId })
}
