import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { allOf, containing, orderOf, type Sort, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import { CatalogueItem, Slot } from '../model.ts'
import type { ItemFilters } from '../schema.ts'

export const sortableItems = ['name', 'key', 'type', 'priceMinor'] as const
type Sortable = (typeof sortableItems)[number]

export type ItemQuery = Paged & z.output<typeof ItemFilters> & { search?: string | undefined; sort: Sort<Sortable>[] }

const columns: Record<Sortable, string> = {
  name: 'lower(catalogue_items.name)',
  key: 'catalogue_items.key',
  type: 'catalogue_items.type',
  priceMinor: 'catalogue_items.price_minor',
}

/** For staff: also what is not on sale. */
export async function listItems(ctx: Ctx, asked: ItemQuery): Promise<{ rows: CatalogueItem[]; total: number }> {
  const like = asked.search && containing(asked.search)
  const found = allOf([
    asked.type && where('type = ?', asked.type),
    asked.active && where('active = ?', asked.active === 'true'),
    like && where('name ilike ? or key ilike ? or code ilike ? or names::text ilike ?', like, like, like, like),
  ])
  const { results, total } = await CatalogueItem.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, catalogue_items.id`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

const MOST_SLOTS_SHOWN = 500

/** All dates of an item from an instant on, also closed and full ones, soonest first. */
export const slotsFrom = (ctx: Ctx, it: { itemId: string; from: Date }): Promise<Slot[]> =>
  Slot.query(ctx.trx)
    .where('item_id', it.itemId)
    .where('starts_at', '>=', it.from)
    .orderBy('starts_at')
    .limit(MOST_SLOTS_SHOWN)
    .execute()
