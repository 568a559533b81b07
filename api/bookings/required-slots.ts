import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { InvalidInput } from '../http/problem.ts'
import { tenantById } from '../tenants/queries.ts'
import { dayIn } from './day-in.ts'
import { bookingKindByKey } from './queries/booking-kinds.ts'
import type { RequestBookingInput } from './schema.ts'

/** What a chosen item or date answers, beside what was written into the slots. */
const answeredBy: Record<string, (it: RequestBookingInput) => boolean> = {
  item: (it) => it.itemId !== undefined,
  venue: (it) => it.itemId !== undefined,
  date: (it) => it.slotId !== undefined,
  time: (it) => it.slotId !== undefined,
  party_size: (it) => it.seats !== undefined,
}

const MOST_YEARS_AHEAD = 5

/** A form must be complete: every slot its kind of booking needs, each missing one named; and what is asked for is still to come. */
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
  const wrong = await wrongDay(ctx, it.slots['date'])
  if (wrong) throw new InvalidInput([{ field: 'slots.date', message: wrong }])
}

/** A day or month that is over, or so far away that it is a slip. */
async function wrongDay(ctx: Ctx, date: string | number | undefined): Promise<string | undefined> {
  const last =
    String(date ?? '')
      .split('/')
      .at(-1) ?? ''
  if (!last) return undefined
  const { date: today } = dayIn((await tenantById(ctx.tenantId)).zone, ctx.now)
  if (last < today.slice(0, last.length)) return 'Is over: name a day to come'
  const latest = Number(today.slice(0, 4)) + MOST_YEARS_AHEAD
  return Number(last.slice(0, 4)) > latest ? `Is too far away: ${latest} is the last year` : undefined
}
