import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { tenantById } from '../../tenants/queries.ts'

/**
 * One person keeps no more seats of a departure from everybody else than the tenant lets them, until staff confirm. Its seats are locked by the
 * hold itself, so that two requests at once count each other. Staff and other programs hold what they need.
 */
export async function mustLeaveSome(ctx: Ctx, it: { contactId: string; slotId: string; more: number }): Promise<void> {
  const { mostHeldSeats: most } = (await tenantById(ctx.tenantId)).settings
  if (most === null || ctx.actor.kind !== 'contact') return
  const { rows } = (await ctx.trx.raw(
    `select coalesce(sum(seats), 0)::int as held from bookings where contact_id = ? and slot_id = ? and seats_state = 'held'`,
    [it.contactId, it.slotId],
  )) as { rows: { held: number }[] }
  const held = rows[0]?.held ?? 0
  if (held + it.more > most) throw new Refusal('hold_too_large', { most, held, seats: it.more }, 'seats')
}
