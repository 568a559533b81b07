import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { InvalidInput } from '../http/problem.ts'
import { bookingKindByKey } from './queries/booking-kinds.ts'
import type { RequestBookingInput } from './schema.ts'

/** What a chosen item or date answers, beside what was written into the slots. */
const answeredBy: Record<string, (it: RequestBookingInput) => boolean> = {
  item: (it) => it.itemId !== undefined,
  date: (it) => it.slotId !== undefined,
  time: (it) => it.slotId !== undefined,
  party_size: (it) => it.seats !== undefined,
}

/** A form must be complete: every slot its kind of booking needs, each missing one named. */
export async function mustBeComplete(ctx: Ctx, it: RequestBookingInput): Promise<void> {
  const kind = await bookingKindByKey(ctx, it.kind)
  if (!kind) throw new Refusal('booking_kind_unknown', { kind: it.kind }, 'kind')
  const written = (slot: string) => String(it.slots[slot] ?? '').trim() !== ''
  const missing = kind.requiredSlots.filter((slot) => !written(slot) && !answeredBy[slot]?.(it))
  if (missing.length > 0)
    throw new InvalidInput(missing.map((slot) => ({ field: `slots.${slot}`, message: 'Is needed' })))
  const unknown = Object.keys(it.slots).filter((slot) => ![...kind.requiredSlots, ...kind.optionalSlots].includes(slot))
  if (unknown.length > 0)
    throw new InvalidInput(
      unknown.map((slot) => ({ field: `slots.${slot}`, message: 'This kind of booking has no such field' })),
    )
}
