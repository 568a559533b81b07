import type { Ctx } from '../context.ts'
import { idOf } from '../db/base-model.ts'
import { Refusal } from '../errors.ts'
import { InvalidInput } from '../http/problem.ts'
import { mustSetUp } from '../policy.ts'
import { CatalogueItem, Slot } from './model.ts'

/** Adds or updates an item of the catalogue, by its key: what is not named stays as it is. */
export async function putItem(
  ctx: Ctx,
  it: Omit<Partial<CatalogueItem>, 'id' | 'tenantId'> & { key: string; type: string; name: string },
): Promise<string> {
  mustSetUp(ctx)
  const named = Object.keys(it).map((name) => CatalogueItem.propertyNameToColumnName(name))
  const row = await CatalogueItem.query(ctx.trx)
    .insert({ ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['tenant_id', 'key'])
    .merge(named)
    .returning('id')
  return idOf(row)
}

/**
 * Puts a date of an item on sale, or changes the one at this instant: what is held and booked of it stays, and the room cannot be made smaller than
 * that. A closed date takes nobody new.
 */
export async function putSlot(
  ctx: Ctx,
  it: { itemId: string; startsAt: Date; endsAt: Date | null; place: string | null; capacity: number; open: boolean },
): Promise<Slot> {
  mustSetUp(ctx)
  const known = await Slot.query(ctx.trx).findOne({ item_id: it.itemId, starts_at: it.startsAt }).forNoKeyUpdate()
  if (!known && it.startsAt <= ctx.now)
    throw new InvalidInput([{ field: 'startsAt', message: 'Has passed: a new date is to come' }])
  const taken = known ? known.held + known.booked : 0
  if (it.capacity < taken) throw new Refusal('slot_capacity_taken', { taken }, 'capacity')
  return Slot.query(ctx.trx)
    .insert({ ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['item_id', 'starts_at'])
    .merge(['ends_at', 'place', 'capacity', 'open'])
    .returning('*')
}

/** Ours until the commit, in one order for everybody: two who change places do not wait for each other. */
export async function lockSlots(ctx: Ctx, ids: (string | null)[]): Promise<void> {
  const both = ids.filter((id) => id !== null)
  if (both.length > 1) await Slot.query(ctx.trx).findByIds(both).orderBy('id').forNoKeyUpdate()
}

/** Holds seats: one atomic statement, and the table's own constraint behind it. Whoever comes second is told how many are left. */
export async function holdSeats(ctx: Ctx, it: { slotId: string; seats: number }): Promise<void> {
  if (!Number.isInteger(it.seats) || it.seats < 1) throw new Refusal('seats_invalid', { seats: it.seats }, 'seats')
  const held = await Slot.query(ctx.trx)
    .findById(it.slotId)
    .where('open', true)
    .where('starts_at', '>', ctx.now)
    .whereRaw('capacity - held - booked >= ?', [it.seats])
    .increment('held', it.seats)
  if (held) return
  const slot = await Slot.query(ctx.trx).findById(it.slotId)
  if (!slot?.open || slot.startsAt <= ctx.now) throw new Refusal('slot_closed', {}, 'slot')
  throw new Refusal('slot_full', { left: slot.capacity - slot.held - slot.booked, seats: it.seats }, 'slot')
}

/** Turns held seats into booked ones. */
export const bookHeldSeats = async (ctx: Ctx, it: { slotId: string; seats: number }): Promise<void> => {
  await ctx.trx.raw('update slots set held = held - ?, booked = booked + ? where id = ?', [
    it.seats,
    it.seats,
    it.slotId,
  ])
}

export async function giveBackSeats(
  ctx: Ctx,
  it: { slotId: string; seats: number; from: 'held' | 'booked' },
): Promise<void> {
  await Slot.query(ctx.trx).findById(it.slotId).decrement(it.from, it.seats)
}
