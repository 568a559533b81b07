import { expect, it } from 'vitest'
import { costOf } from './queries.ts'

it.each([
  ['thousand', 2_500, { amount: 400 }, 1_000],
  ['thousand', 1_999, { amount: 1 }, 2],
  ['thousand', 2_500, {}, null],
  ['person', 2_500, { people: 3, amount: 9 }, 7_500],
  ['person', 2_500, {}, null],
  ['night', 120_000, { people: 2, nights: 3 }, 360_000],
  ['night', 120_000, { people: 2 }, null],
  ['piece', 6_500, { amount: 5 }, 32_500],
  ['piece', 6_500, { people: 5 }, null],
  ['hour', 90_000, { people: 8 }, null],
  ['day', 350_000, {}, null],
  ['month', 39_000, {}, null],
  ['total', 2_500, { people: 3 }, 2_500],
  [null, 2_500, { people: 3 }, 2_500],
  ['thousand', null, { amount: 400 }, null],
] as const)('per %s at %s for %o is %s', (pricePer, priceMinor, asked, cost) =>
  expect(costOf({ pricePer, priceMinor }, asked)).toBe(cost),
)
