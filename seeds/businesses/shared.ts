import type { Identity } from '../../api/contacts/commands.ts'
import type { Calendar } from '../calendar.ts'
import type { ItemRow } from '../catalogue.ts'
import { wordsOfTrip } from '../words/of-trips.ts'

/** Digits with a leading 0 or +country, as people are looked up by. */
export const phoneOf = (written: string | null | undefined): Identity[] =>
  written ? [{ kind: 'phone', value: written.replace(/[^\d+]/g, '') }] : []

export const emailOf = (written: string | undefined): Identity[] =>
  written ? [{ kind: 'email', value: written.toLowerCase() }] : []

/** The highest number given out among references that look like this; the pattern's group is the number. */
export const highest = (references: string[], pattern: RegExp): number =>
  Math.max(0, ...references.map((it) => Number(pattern.exec(it)?.[1] ?? 0)))

/** What has a column of its own; departures become slots. */
const columns = [
  'key',
  'code',
  'type',
  'name',
  'name_th',
  'destinations',
  'nights',
  'currency',
  'min_people',
  'max_people',
  'active',
  'departures',
  'price',
  'price_from',
  'price_per_person',
  'price_per_year',
  'from_price_per_person',
]

export const without = (row: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))

/** What of a catalogue row has no column of its own. */
export const restOf = (row: ItemRow): Record<string, unknown> => ({
  ...without(row, columns),
  ...wordsOfTrip(row),
  ...(row.departures?.includes('private any day') && { any_day: true }),
})

/** Opening hours by ISO weekday. */
export const open = (days: number[], from: string, to: string): Record<string, [string, string]> =>
  Object.fromEntries(days.map((day) => [String(day), [from, to]]))

export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

const DAY_MS = 86_400_000

/** When a booking for this day was asked for: a month ahead, yet before now. */
export const askedFor = (calendar: Calendar, start: Date): Date =>
  new Date(Math.min(start.getTime() - 30 * DAY_MS, calendar.now.getTime() - 3 * DAY_MS))

/** A catalogue case without a date was opened two days before the catalogue's now. */
export const OPENED = '2026-11-18T10:00:00+07:00'

export const hoursAfter = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * 3_600_000)
