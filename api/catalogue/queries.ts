import type { Ctx } from '../context.ts'
import { keptUntilChanged } from '../kept-until-changed.ts'
import { CatalogueItem, Slot } from './model.ts'

export type { CatalogueItem, Slot }

export const itemById = (ctx: Ctx, id: string): Promise<CatalogueItem | undefined> =>
  CatalogueItem.query(ctx.trx).findById(id).execute()

export const itemByKey = (ctx: Ctx, key: string): Promise<CatalogueItem | undefined> =>
  CatalogueItem.query(ctx.trx).findOne({ key }).execute()

const onSale = keptUntilChanged('setUp', (ctx) =>
  CatalogueItem.query(ctx.trx).where('active', true).orderBy('name').execute(),
)

/** What can be booked of these types, by name. */
export const activeItems = async (ctx: Ctx, types: string[]): Promise<CatalogueItem[]> =>
  (await onSale(ctx)).filter((it) => types.includes(it.type))

/** What types of items there are, also of those that are not on sale now. */
export const itemTypes = async (ctx: Ctx): Promise<Set<string>> =>
  new Set((await CatalogueItem.query(ctx.trx).distinct('type')).map((it) => it.type))

/** Dated occurrences that still have seats, soonest first. `from` and `to` are instants. */
export const openSlots = (
  ctx: Ctx,
  where: { itemId: string; from: Date; to?: Date; seats?: number; most?: number },
): Promise<Slot[]> =>
  Slot.query(ctx.trx)
    .where({ item_id: where.itemId, open: true })
    .where('starts_at', '>=', where.from > ctx.now ? where.from : ctx.now)
    .modify((query) => {
      if (where.to) void query.where('starts_at', '<', where.to)
    })
    .whereRaw('capacity - held - booked >= ?', [where.seats ?? 1])
    .orderBy('starts_at')
    .limit(where.most ?? 12)
    .execute()

/** Those of them that are sold by fixed dates: of any other any day can be asked for. */
export async function soldByDatesAmong(ctx: Ctx, itemIds: string[]): Promise<Set<string>> {
  const rows = await Slot.query(ctx.trx)
    .distinct('item_id')
    .whereIn('item_id', itemIds)
    .where({ open: true })
    .where('starts_at', '>', ctx.now)
  return new Set(rows.map((it) => it.itemId))
}

/** Whether the item is sold by fixed dates at all (else any day can be asked for). */
export const hasSlots = async (ctx: Ctx, itemId: string): Promise<boolean> =>
  (await Slot.query(ctx.trx).where({ item_id: itemId, open: true }).where('starts_at', '>', ctx.now).limit(1)).length >
  0

export const slotById = (ctx: Ctx, id: string): Promise<Slot | undefined> => Slot.query(ctx.trx).findById(id).execute()

export const seatsLeft = (slot: Slot): number => slot.capacity - slot.held - slot.booked

export const itemsByIds = (ctx: Ctx, ids: string[]): Promise<CatalogueItem[]> =>
  CatalogueItem.query(ctx.trx).findByIds(ids).execute()

export const slotsByIds = (ctx: Ctx, ids: string[]): Promise<Slot[]> => Slot.query(ctx.trx).findByIds(ids).execute()

/** The next open dates of many items at once, soonest first, so many of each at most. */
export const openSlotsOf = (ctx: Ctx, itemIds: string[], most: number): Promise<Slot[]> =>
  Slot.query(ctx.trx)
    .whereRaw(
      `id in (select id from (
         select id, row_number() over (partition by item_id order by starts_at) as nth from slots
         where item_id = any(?::uuid[]) and open and starts_at >= ? and capacity - held - booked > 0) next where nth <= ?)`,
      [itemIds, ctx.now, most],
    )
    .orderBy('starts_at')
    .execute()

/** Every date on sale in a stretch of time, also those that are full, soonest first. */
export const slotsOnSale = (
  ctx: Ctx,
  where: { itemIds: string[]; from: Date; to: Date; most: number },
): Promise<Slot[]> =>
  Slot.query(ctx.trx)
    .whereIn('item_id', where.itemIds)
    .where('open', true)
    .where('starts_at', '>=', where.from > ctx.now ? where.from : ctx.now)
    .where('starts_at', '<', where.to)
    .orderBy('starts_at')
    .limit(where.most)
    .execute()

/** Whether it was ever sold by fixed dates; then no date to come means that none is on sale. */
export const soldByDates = async (ctx: Ctx, itemId: string): Promise<boolean> =>
  (await Slot.query(ctx.trx).where({ item_id: itemId, open: true }).limit(1)).length > 0

type Priced = { priceMinor: number | null; pricePer: string | null }

/** What so many people, or so many pieces, come to; nothing where that cannot be known yet. */
export function costOf(
  item: Priced,
  it: { people?: number | undefined; amount?: number | undefined; nights?: number | undefined },
): number | null {
  if (!item.priceMinor) return null
  switch (item.pricePer) {
    case 'person':
      return it.people ? item.priceMinor * it.people : null
    case 'night':
      return it.nights ? item.priceMinor * it.nights : null
    case 'piece':
      return it.amount ? item.priceMinor * it.amount : null
    // for how many of them is said in the business's own words, if at all
    case 'hour':
    case 'day':
    case 'week':
    case 'month':
      return null
    case 'thousand':
      return it.amount ? Math.round((item.priceMinor * it.amount) / 1_000) : null
    default:
      return item.priceMinor
  }
}

/** How long a thing takes, as the business wrote it down. */
export type Length = { days?: number; nights?: number; hours?: number; sessions?: number; hoursEach?: number }

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined

/** Nothing of what is not written down: days are not made of nights. */
export function lengthOf({ nights, data }: Pick<CatalogueItem, 'nights' | 'data'>): Length {
  const told = {
    days: positive(data['days']),
    nights: positive(nights),
    hours: positive(data['hours']) ?? positive(data['duration_hours']),
    sessions: positive(data['sessions']),
    hoursEach: positive(data['hours_per_session']),
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

/** The times of day it begins, on any day: `["08:30", "13:30"]`. Nothing where it is sold by dates of its own, or nobody wrote it down. */
export const startTimesOf = ({ data }: Pick<CatalogueItem, 'data'>): string[] => {
  const kept: unknown = data['start_times']
  return Array.isArray(kept)
    ? kept.filter((it): it is string => typeof it === 'string' && /^\d{2}:\d{2}$/.test(it))
    : []
}

/** Some days or parties cost more than the price in the list. */
export const isLowestPrice = ({ data }: Pick<CatalogueItem, 'data'>): boolean =>
  data['price_is_from'] === true || Object.keys(Object(data['peak_surcharge_pct'])).length > 0
