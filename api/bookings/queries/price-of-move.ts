import { type Price, priceDifference, type PricedItem } from '../../catalogue/prices.ts'
import { dayIn } from '../day-in.ts'
import type { Booking } from '../model.ts'

type When = { startsAt: Date } | { date: string | null }

/** How much more or less a booking costs at another time; nothing where it is the same, or only people can say. */
export function priceOfMove(
  it: Booking,
  item: PricedItem | null | undefined,
  days: { from: When; to: When; zone: string },
): Price | undefined {
  const dayOf = (when: When) => ('startsAt' in when ? dayIn(days.zone, when.startsAt).date : when.date)
  const [from, to] = [dayOf(days.from), dayOf(days.to)]
  if (!item || !from || !to || !A_DAY.test(from) || !A_DAY.test(to)) return undefined
  const count = (name: string) => {
    const said = it.slots[name]
    return typeof said === 'number' ? said : undefined
  }
  const people = count('party_size') ?? it.seats ?? undefined
  return priceDifference(item, { from, to }, { people, amount: count('amount') })
}

const A_DAY = /^\d{4}-\d{2}-\d{2}$/
