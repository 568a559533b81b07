import { Temporal } from 'temporal-polyfill'
import type { TenantSettings } from './tenants/schema.ts'

export type OpeningHours = { zone: string; hours: TenantSettings['hours']; holidays: string[] }

const DAYS_AHEAD_AT_MOST = 400

/** From when to when a business is open on a day of its own calendar; not at all on a holiday. */
export function openingOf(day: Temporal.PlainDate, it: OpeningHours): { from: number; to: number } | undefined {
  const hours = it.hours[String(day.dayOfWeek)]
  if (!hours || it.holidays.includes(day.toString())) return undefined
  const at = (time: string) => {
    const midnight = time === '24:00'
    const on = midnight ? day.add({ days: 1 }) : day
    return on.toZonedDateTime({ timeZone: it.zone, plainTime: midnight ? '00:00' : time }).epochMilliseconds
  }
  return { from: at(hours[0]), to: at(hours[1]) }
}

/** The next open minute of a business that is closed now. Nobody has said when it is open: it is never closed. */
export function opensAt(now: Date, it: OpeningHours): Date | undefined {
  let day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(it.zone).toPlainDate()
  for (let ahead = 0; ahead < DAYS_AHEAD_AT_MOST; ahead += 1) {
    const open = openingOf(day, it)
    if (open && now.getTime() < open.to) return now.getTime() < open.from ? new Date(open.from) : undefined
    day = day.add({ days: 1 })
  }
  return undefined
}
