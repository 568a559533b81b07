import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../context.ts'
import { Slot } from '../model.ts'
import { slotsOnSale } from '../queries.ts'

const MOST_DAYS = 12

/**
 * The open times of many items, a day never in parts: the next days of each, and the first of those somebody wishes for
 * ('2026-12-12', '2026-12', or two of them with a slash between). Twelve times would be one morning of a golf course.
 */
export const slotsByDay = (
  ctx: Ctx,
  { itemIds, zone, wished }: { itemIds: string[]; zone: string; wished: string },
): Promise<Slot[]> => {
  const [first = '', last = first] = wished.split('/')
  return Slot.query(ctx.trx)
    .whereRaw(
      `id in (select id from (
         select id, dense_rank() over (partition by item_id, day between ? and ? order by day) as nth from (
           select id, item_id, to_char(starts_at at time zone ?, 'YYYY-MM-DD') as day from slots
           where item_id = any(?::uuid[]) and open and starts_at >= ? and capacity - held - booked > 0) open_slots) days where nth <= ?)`,
      // as text, every day of a month stands between its name and its 31st
      [first, last.length === 7 ? `${last}-31` : last, zone, itemIds, ctx.now, MOST_DAYS],
    )
    .orderBy('starts_at')
    .execute()
}

const MOST_IN_A_DAY = 200

/** All that is on sale of an item on a day of the calendar, also what is full. */
export function slotsOfDay(ctx: Ctx, it: { itemId: string; date: string; zone: string }): Promise<Slot[]> {
  const day = Temporal.PlainDate.from(it.date)
  const start = (on: Temporal.PlainDate) => new Date(on.toZonedDateTime({ timeZone: it.zone }).epochMilliseconds)
  const [from, to] = [start(day), start(day.add({ days: 1 }))]
  return slotsOnSale(ctx, { itemIds: [it.itemId], from, to, most: MOST_IN_A_DAY })
}
