import { Temporal } from 'temporal-polyfill'
import type { TenantSettings } from './tenants/schema.ts'

export type OpeningHours = { zone: string; hours: TenantSettings['hours']; holidays: string[] }

const DAYS_AHEAD_AT_MOST = 400

/**
 * From when to when a business is open that opens on this day of its own calendar; not at all on a holiday. Who closes at an hour before the one they open at
 * closes on the next day.
 */
export function openingOf(day: Temporal.PlainDate, it: OpeningHours): { from: number; to: number } | undefined {
  const hours = it.hours[String(day.dayOfWeek)]
  if (!hours || it.holidays.includes(day.toString())) return undefined
  const [opens, closes] = hours
  const at = (on: Temporal.PlainDate, time: string) =>
    on.toZonedDateTime({ timeZone: it.zone, plainTime: time === '24:00' ? '00:00' : time }).epochMilliseconds
  return { from: at(day, opens), to: at(closes === '24:00' || closes < opens ? day.add({ days: 1 }) : day, closes) }
}

/** The day on which it opened last may be yesterday: on Saturday at one in the morning it is still Friday's evening. */
export const firstDayOf = (now: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 })

/** When a business that is open now closes. */
export function closesAt(now: Date, it: OpeningHours): Date | undefined {
  const yesterday = firstDayOf(now, it.zone)
  const open = [yesterday, yesterday.add({ days: 1 })].flatMap((day) => openingOf(day, it) ?? [])
  const running = open.filter(({ from, to }) => from <= now.getTime() && now.getTime() < to)
  return running.length > 0 ? new Date(Math.max(...running.map(({ to }) => to))) : undefined
}

/** The next open minute of a business that is closed now. Nobody has said when it is open: it is never closed. */
export function opensAt(now: Date, it: OpeningHours): Date | undefined {
  let day = firstDayOf(now, it.zone)
  for (let ahead = 0; ahead < DAYS_AHEAD_AT_MOST; ahead += 1) {
    const open = openingOf(day, it)
    if (open && now.getTime() < open.to) return now.getTime() < open.from ? new Date(open.from) : undefined
    day = day.add({ days: 1 })
  }
  return undefined
}
