import type { Subject } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { Booking } from '../model.ts'

export const asSubject = (it: Booking): Subject => ({
  kind: 'booking',
  id: it.id,
  chainHead: it.chainHead,
  chainCount: it.chainCount,
})

/** The booking, ours until the commit. */
export async function lockBooking(ctx: Ctx, id: string): Promise<Booking> {
  const found = await Booking.query(ctx.trx).findById(id).forNoKeyUpdate()
  if (!found) throw new Refusal('not_found')
  return found
}
