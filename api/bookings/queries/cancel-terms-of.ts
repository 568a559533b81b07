import { itemById, slotById } from '../../catalogue/queries.ts'
import type { Ctx } from '../../context.ts'
import { tenantById } from '../../tenants/queries.ts'
import { type CancelRule, type CancelTerms, cancelTerms, termsSeen } from '../cancel-terms.ts'
import type { Booking } from '../model.ts'
import { startsAt } from '../starts-at.ts'
import { bookingKindOf } from './booking-kinds.ts'

export type { CancelTerms }

/** On what terms a booking can be cancelled now. What an item says of its own hours (`free_cancellation_hours`) stands before its kind. */
export async function cancelTermsOf(
  ctx: Ctx,
  it: Booking,
): Promise<CancelTerms & { startsAt: Date | undefined; seen: string }> {
  const kind = await bookingKindOf(ctx, it)
  const own = it.itemId ? (await itemById(ctx, it.itemId))?.data['free_cancellation_hours'] : undefined
  const rule: CancelRule | null =
    typeof own === 'number' && own >= 0 ? { ...kind.cancelRule, freeHours: own } : kind.cancelRule
  const slot = it.slotId ? await slotById(ctx, it.slotId) : undefined
  const begins = startsAt(slot?.startsAt ?? null, it.slots, (await tenantById(ctx.tenantId)).zone)
  const terms = cancelTerms({ rule, stage: it.stage, startsAt: begins, now: ctx.now })
  return { ...terms, startsAt: begins, seen: termsSeen(terms, begins) }
}
