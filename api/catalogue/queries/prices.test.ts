import { describe, expect, test } from 'vitest'
import { priceDifference, type PricedItem, priceOn } from './prices.ts'

const tour = (more: Partial<PricedItem> = {}): PricedItem => ({
  priceMinor: 249_000,
  currency: 'USD',
  pricePer: 'person',
  data: { peak_surcharge_pct: { '2026-11-15/2026-12-05': 20, '2026-12-01/2026-12-10': 5 } },
  ...more,
})
const teeTime: PricedItem = {
  priceMinor: null,
  currency: null,
  pricePer: null,
  data: { rate_card: { currency: 'THB', guest_green_fee_weekday: 1_900, guest_green_fee_weekend: 2_600 } },
}

describe('what it costs on a day', () => {
  test.each([
    ['2026-11-14', 498_000],
    ['2026-11-15', 597_600],
    ['2026-12-05', 597_600],
    ['2026-12-06', 522_900],
    ['2026-12-11', 498_000],
    [undefined, 498_000],
  ])('%s: %i for two', (day, minor) =>
    expect(priceOn(tour(), day, { people: 2 })).toEqual({ minor, currency: 'USD', per: 'all' }),
  )

  test('nobody knows how many: for each; a year has no day; what is no stretch adds nothing', () => {
    expect(priceOn(tour(), '2026-11-20', {})).toEqual({ minor: 298_800, currency: 'USD', per: 'person' })
    expect(priceOn(tour({ pricePer: 'year' }), '2026-11-20', { people: 2 })).toBeUndefined()
    for (const odd of [null, 'often', [20], { soon: 20 }, { '2026-11-15/2026-12-05': 'a lot' }])
      expect(priceOn(tour({ data: { peak_surcharge_pct: odd } }), '2026-11-20', { people: 1 })?.minor).toBe(249_000)
  })
})

describe('another day', () => {
  test.each([
    ['2026-11-24', '2026-11-28', 70_000],
    ['2026-11-29', '2026-11-25', -70_000],
  ])('a guest’s round from %s to %s: %i', (from, to, minor) =>
    expect(priceDifference(teeTime, { from, to }, { people: 3 })).toEqual({ minor, currency: 'THB', per: 'guest' }),
  )

  test.each([
    ['the same price', teeTime, '2026-11-24', '2026-11-25'],
    ['Saturday to Sunday', teeTime, '2026-11-28', '2026-11-29'],
    ['no fee written down', { ...teeTime, data: {} }, '2026-11-24', '2026-11-28'],
    [
      'a currency that is none',
      { ...teeTime, data: { rate_card: { guest_green_fee_weekday: 1, guest_green_fee_weekend: 2, currency: 'baht' } } },
      '2026-11-24',
      '2026-11-28',
    ],
    ['usual days', tour(), '2027-01-05', '2027-01-06'],
  ])('nothing to say: %s', (_, item, from, to) =>
    expect(priceDifference(item, { from, to }, { people: 2 })).toBeUndefined(),
  )

  test('a tour into the peak is dearer for the party, out of it cheaper; a currency without small change stays whole', () => {
    const days = { from: '2026-11-10', to: '2026-11-28' }
    expect(priceDifference(tour(), days, { people: 3 })?.minor).toBe(149_400)
    expect(priceDifference(tour(), { from: days.to, to: days.from }, { people: 3 })?.minor).toBe(-149_400)
    const inYen = {
      ...teeTime,
      data: { rate_card: { currency: 'JPY', guest_green_fee_weekday: 9_000, guest_green_fee_weekend: 14_000 } },
    }
    expect(priceDifference(inYen, { from: '2026-11-24', to: '2026-11-28' }, {})).toMatchObject({ minor: 5_000 })
  })
})
