import { costOf } from '../queries.ts'

/** What of a catalogue item tells its price. */
export type PricedItem = {
  priceMinor: number | null
  currency: string | null
  pricePer: string | null
  data: Record<string, unknown>
}
type Party = { people?: number | undefined; amount?: number | undefined; nights?: number | undefined }

/** A sum, and what it is for: all that is booked, each person of it, or each guest of a member, who plays on the member's plan. */
export type Price = { minor: number; currency: string; per: 'all' | 'person' | 'guest' }

const A_STRETCH = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/

/** Per cent on top of the listed price on a day, where the business keeps such stretches: `{"2026-12-20/2027-01-05": 15}`. */
function surchargeOn({ data }: Pick<PricedItem, 'data'>, day: string): number {
  const kept = Object.entries(Object(data['peak_surcharge_pct']) as Record<string, unknown>)
  const those = kept.flatMap(([stretch, percent]) => {
    const [, from, to] = A_STRETCH.exec(stretch) ?? []
    return from && to && from <= day && day <= to && typeof percent === 'number' ? [percent] : []
  })
  return Math.max(0, ...those)
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** A course's card has a guest's fee for working days and one for weekends; what a member pays is a matter of the plan. */
function guestFeeOn({ data }: Pick<PricedItem, 'data'>, day: string): Price | undefined {
  const card = Object(data['rate_card']) as Record<string, unknown>
  const fee = card[isWeekend(day) ? 'guest_green_fee_weekend' : 'guest_green_fee_weekday']
  const { currency } = card
  if (typeof fee !== 'number' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return undefined
  return { minor: Math.round(fee * 10 ** digitsOf(currency)), currency, per: 'guest' }
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** What it costs on a day (or on a usual one), as far as the catalogue knows: nothing where only people can say. */
export function priceOn(item: PricedItem, day: string | undefined, party: Party): Price | undefined {
  if (!item.priceMinor || !item.currency) return day === undefined ? undefined : guestFeeOn(item, day)
  if (item.pricePer === 'year') return undefined
  const sum = costOf(item, party)
  const onTop = day === undefined ? 0 : surchargeOn(item, day)
  const minor = Math.round(((sum ?? item.priceMinor) * (100 + onTop)) / 100)
  if (sum !== null) return { minor, currency: item.currency, per: 'all' }
  return item.pricePer === 'person' ? { minor, currency: item.currency, per: 'person' } : undefined
}

/** How much more (or, below zero, less) it costs on another day; nothing where it is the same, or nobody knows. */
export function priceDifference(item: PricedItem, days: { from: string; to: string }, party: Party): Price | undefined {
  const [before, then] = [priceOn(item, days.from, party), priceOn(item, days.to, party)]
  if (!before || before.per !== then?.per || before.minor === then.minor) return undefined
  return { ...then, minor: then.minor - before.minor }
}
