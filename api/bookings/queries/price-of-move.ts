import { type Price, priceDifference, type PricedItem, priceOn } from '../../catalogue/queries/prices.ts'
import { dayIn } from '../day-in.ts'
import type { Booking } from '../model.ts'

type When = { startsAt: Date } | { date: string | null }

/** How much more or less a booking costs at another time; nothing where it is the same, or only people can say. */
export function priceOfMove(
  it: Booking,
  item: PricedItem | null | undefined,
  days: { from: When; to: When; zone: string },
): Price | undefined {
  const [from, to] = [dayOf(days.from, days.zone), dayOf(days.to, days.zone)]
  if (!item || !from || !to) return undefined
  return priceDifference(item, { from, to }, partyOf(it))
}

/** What a booking comes to, as the catalogue has it for that day; nothing where only people can say. */
export function valueOn(it: Asked, item: PricedItem | null | undefined, when: When, zone: string): Price | undefined {
  const value = item ? priceOn(item, dayOf(when, zone), partyOf(it)) : undefined
  return value?.per === 'all' ? value : undefined
}

type Asked = Pick<Booking, 'slots' | 'seats'>

function partyOf(it: Asked) {
  const count = (name: string) => {
    const said = it.slots[name]
    return typeof said === 'number' ? said : undefined
  }
  return {
    people: count('party_size') ?? it.seats ?? undefined,
    amount: count('amount'),
    nights: count('duration_nights'),
  }
}

/** The calendar day there, where it is known to the day. */
export function dayOf(when: When, zone: string): string | undefined {
  const day = 'startsAt' in when ? dayIn(zone, when.startsAt).date : when.date
  return day && A_DAY.test(day) ? day : undefined
}

const A_DAY = /^\d{4}-\d{2}-\d{2}$/
