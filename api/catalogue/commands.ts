import type { Ctx } from '../context.ts'
import { idOf } from '../db/base-model.ts'
import { Refusal } from '../errors.ts'
import { CatalogueItem, Slot } from './model.ts'

/** Adds or updates an item of the catalogue, by its key: what is not named stays as it is. */
export async function putItem(
  ctx: Ctx,
  it: Omit<Partial<CatalogueItem>, 'id' | 'tenantId'> & { key: string; type: string; name: string },
): Promise<string> {
  const named = Object.keys(it).map((name) => CatalogueItem.propertyNameToColumnName(name))
  const row = await CatalogueItem.query(ctx.trx)
    .insert({ ...it, id: ctx.newId(), tenantId: ctx.tenantId })
    .onConflict(['tenant_id', 'key'])
    .merge(named)
    .returning('id')
  return idOf(row)
}

export async function addSlot(
  ctx: Ctx,
  it: {
    itemId: string
    key?: string
    startsAt: Date
    endsAt?: Date
    place?: string
    capacity: number
    booked?: number
    open?: boolean
  },
): Promise<string> {
  const added = await Slot.query(ctx.trx).insert({
    id: ctx.newId(),
    tenantId: ctx.tenantId,
    itemId: it.itemId,
    key: it.key ?? null,
    startsAt: it.startsAt,
    endsAt: it.endsAt ?? null,
    place: it.place ?? null,
    capacity: it.capacity,
    booked: it.booked ?? 0,
    open: it.open ?? true,
  })
  return added.id
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
