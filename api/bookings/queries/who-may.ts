import type { Ctx } from '../../context.ts'
import { staffActor, staffMembers } from '../../staff/queries.ts'
import { bookingPolicy } from '../policy.ts'
import type { BookingAction } from '../schema.ts'
import { bookingById } from './booking-in-full.ts'

/** Ids of those on the team who may do this to a booking as it stands now; whose it is comes first. */
export async function whoMayOnBooking(ctx: Ctx, bookingId: string, action: string): Promise<string[]> {
  const it = await bookingById(ctx, bookingId)
  if (!it) return []
  const members = await staffMembers(ctx)
  return members
    .filter((member) => bookingPolicy.actions(staffActor(member), it).includes(action as BookingAction))
    .map((member) => member.id)
    .toSorted((one, other) => Number(other === it.ownerId) - Number(one === it.ownerId))
}
