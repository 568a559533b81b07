import type { Price } from '../../../api/catalogue/queries/prices.ts'

type Difference = { sum: string; per: Price['per'] }
const each = { all: '', person: ' for each person', guest: ' for each guest' }

/** What another time does to a price. Nothing is charged by the bot. */
export const price = {
  more: (it: Difference) => `${it.sum} more${each[it.per]}`,
  less: (it: Difference) => `${it.sum} less${each[it.per]}`,
  /** after the time that is meant */
  beside: (it: { when: string; difference: string }) => `${it.when} (${it.difference})`,
  /** under a list of times to choose */
  onDays: (it: { days: string; difference: string }) => `${it.days}: ${it.difference}`,
  differs: (difference: string) =>
    `The price changes: ${difference}. Nothing has been charged for it; our team will settle it with you.`,
  /** to staff */
  toSettle: (difference: string) => `Price to settle: ${difference}`,
}
