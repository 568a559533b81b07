import { Temporal } from 'temporal-polyfill'

export type Month = {
  /** `2026-11`, by the tenant's calendar */
  key: string
  startsAt: Date
  endsAt: Date
}

/** The calendar month of an instant where the tenant is. */
export function monthOf(now: Date, zone: string): Month {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const first = here.toPlainDate().with({ day: 1 })
  const at = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds)
  return { key: first.toString().slice(0, 7), startsAt: at(first), endsAt: at(first.add({ months: 1 })) }
}

/** A month is judged by at least a day of it: ten messages in its first minute are no flood. */
const LEAST_MS = 86_400_000

/** What will have been used when the month ends, if it goes on like this. */
export function forecastOf(used: number, now: Date, month: Month): number {
  const length = month.endsAt.getTime() - month.startsAt.getTime()
  const passed = Math.min(length, Math.max(LEAST_MS, now.getTime() - month.startsAt.getTime()))
  return Math.round((used * length) / passed)
}
