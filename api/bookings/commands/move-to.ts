import { bookHeldSeats, giveBackSeats, holdSeats, lockSlots } from '../../catalogue/commands.ts'
import type { Price } from '../../catalogue/queries/prices.ts'
import { itemById, slotById } from '../../catalogue/queries.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import { dayIn } from '../day-in.ts'
import type { Booking } from '../model.ts'
import { priceOfMove, valueOn } from '../queries/price-of-move.ts'
import { seatsWanted } from '../queries/seats-wanted.ts'

type OtherTime = { slotId: string | null; date: string | null; time: string | null }

/**
 * What another time changes of a booking that is locked: seats are taken for then and given back for now, booked where it is confirmed, else
 * held. Nothing when the seats have gone to somebody else meanwhile.
 */
export async function moveTo(ctx: Ctx, it: Booking, to: OtherTime): Promise<Partial<Booking> | undefined> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const seats = seatsWanted(it)
  const value = await valueThen(ctx, it, to)
  const taken = it.seatsState === 'held' || it.seatsState === 'booked' ? it.seatsState : undefined
  await lockSlots(ctx, [it.slotId, to.slotId])
  if (to.slotId && !(await held(ctx, to.slotId, seats))) return undefined
  if (taken && it.slotId && it.seats) await giveBackSeats(ctx, { slotId: it.slotId, seats: it.seats, from: taken })
  if (!to.slotId) {
    cancelTimers(ctx, it.id, ['booking.hold_expiry'])
    const { time: _, ...others } = it.slots
    const slots = { ...others, ...(to.date && { date: to.date }), ...(to.time && { time: to.time }) }
    return { slotId: null, seatsState: 'none', holdExpiresAt: null, cancelAskedAt: null, slots, ...value }
  }
  const slot = await slotById(ctx, to.slotId)
  const when = slot && dayIn(zone, slot.startsAt)
  const change = { slotId: to.slotId, seats, cancelAskedAt: null, slots: { ...it.slots, ...when }, ...value }
  if (it.stage === 'confirmed') {
    await bookHeldSeats(ctx, { slotId: to.slotId, seats })
    return { ...change, seatsState: 'booked', holdExpiresAt: null }
  }
  const holdExpiresAt = new Date(ctx.now.getTime() + settings.holdMinutes * 60_000)
  armTimer(ctx, 'booking.hold_expiry', it.id, holdExpiresAt)
  return { ...change, seatsState: 'held', holdExpiresAt }
}

/** What the booking comes to then. What people have put there in another currency, or the catalogue cannot tell, stays. */
async function valueThen(ctx: Ctx, it: Booking, to: OtherTime): Promise<Partial<Booking>> {
  const { zone } = await tenantById(ctx.tenantId)
  const item = it.itemId ? await itemById(ctx, it.itemId) : undefined
  const slot = to.slotId ? await slotById(ctx, to.slotId) : undefined
  const value = valueOn(it, item, slot ?? { date: to.date }, zone)
  if (!value || (it.currency !== null && it.currency !== value.currency)) return {}
  return { valueMinor: value.minor, currency: value.currency }
}

/** What another time does to the price of a booking; nothing is charged by it. */
export async function differenceOf(
  ctx: Ctx,
  it: Booking,
  to: Pick<OtherTime, 'slotId' | 'date'>,
): Promise<Price | undefined> {
  const { zone } = await tenantById(ctx.tenantId)
  const [item, before, then] = [
    it.itemId ? await itemById(ctx, it.itemId) : undefined,
    it.slotId ? await slotById(ctx, it.slotId) : undefined,
    to.slotId ? await slotById(ctx, to.slotId) : undefined,
  ]
  const day = it.slots['date']
  return priceOfMove(it, item, {
    from: before ?? { date: typeof day === 'string' ? day : null },
    to: then ?? { date: to.date },
    zone,
  })
}

async function held(ctx: Ctx, slotId: string, seats: number): Promise<boolean> {
  try {
    await holdSeats(ctx, { slotId, seats })
    return true
  } catch (trouble) {
    if (trouble instanceof Refusal && (trouble.code === 'slot_full' || trouble.code === 'slot_closed')) return false
    throw trouble
  }
}
