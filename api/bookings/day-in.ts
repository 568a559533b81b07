import { Temporal } from 'temporal-polyfill'

/** The calendar day and the time of day of an instant, where the tenant is. */
export function dayIn(zone: string, at: Date): { date: string; time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString().slice(0, 5) }
}
