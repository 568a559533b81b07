import type { Ctx } from '../../context.ts'
import { endsInNumber, numberSaid, referencesMeant } from '../../said-reference.ts'
import { tenantById } from '../../tenants/queries.ts'
import { Booking } from '../model.ts'

const MOST = 200

/** The bookings that somebody may mean by what they typed; more than one when it is not clear. */
export async function bookingsMeant(ctx: Ctx, said: string): Promise<Booking[]> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const named = [said.trim().toUpperCase(), ...referencesMeant(settings.references.booking, said, ctx.now, zone)]
  const found = await Booking.query(ctx.trx)
    .whereRaw('bookings.reference = any(?::text[])', [named])
    .orderBy('requested_at', 'desc')
  const digits = numberSaid(said)
  if (found.length > 0 || !digits) return found
  const ending = await Booking.query(ctx.trx)
    .whereNotIn('stage', ['completed', 'cancelled', 'lost'])
    .where('reference', 'like', `%${digits}`)
    .orderBy('requested_at', 'desc')
    .limit(MOST)
  return ending.filter((it) => endsInNumber(it.reference, said))
}

/** What a customer has booked or asked for and is not over, the newest first. */
export const bookingsThatStand = (ctx: Ctx, contactId: string, most: number): Promise<Booking[]> =>
  Booking.query(ctx.trx)
    .where('contact_id', contactId)
    .whereNotIn('stage', ['completed', 'cancelled', 'lost'])
    .orderBy('requested_at', 'desc')
    .limit(most)
    .execute()

/** What is under way in somebody's hands, or in nobody's; what is promised soonest comes first. */
export const liveBookingsOf = (ctx: Ctx, ownerId: string | null, most: number): Promise<Booking[]> =>
  Booking.query(ctx.trx)
    .whereIn(
      'stage',
      ownerId
        ? ['new', 'qualified', 'quoted', 'accepted', 'confirmed', 'in_progress']
        : ['new', 'qualified', 'quoted', 'accepted'],
    )
    .where('owner_id', ownerId)
    .orderByRaw('sla_due_at nulls last, id')
    .limit(most)
    .execute()
