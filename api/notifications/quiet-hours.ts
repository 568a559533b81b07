import { Temporal } from 'temporal-polyfill'
import type { OwnQuietHours, QuietHours } from '../tenants/schema.ts'

/** The instant at which the quiet that reigns now ends, or nothing when it does not reign. `to` itself is no longer quiet. */
export function quietUntil(now: Date, own: OwnQuietHours, usual: QuietHours | null, zone: string): Date | undefined {
  const hours = own === 'off' ? null : (own ?? usual)
  if (!hours) return undefined
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const time = here.toPlainTime()
  const from = Temporal.PlainTime.from(hours.from)
  const to = Temporal.PlainTime.from(hours.to)
  const before = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) < 0
  const overMidnight = before(to, from)
  const quiet = overMidnight ? !before(time, from) || before(time, to) : !before(time, from) && before(time, to)
  if (!quiet) return undefined
  const day = overMidnight && !before(time, from) ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate()
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: to }).epochMilliseconds)
}

/** The instant at which the quiet that reigns at `now` began, or nothing when it does not reign. */
export function quietSince(now: Date, own: OwnQuietHours, usual: QuietHours | null, zone: string): Date | undefined {
  const hours = own === 'off' ? null : (own ?? usual)
  if (!hours || !quietUntil(now, own, usual, zone)) return undefined
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const from = Temporal.PlainTime.from(hours.from)
  const beganYesterday = Temporal.PlainTime.compare(here.toPlainTime(), from) < 0
  const day = beganYesterday ? here.toPlainDate().subtract({ days: 1 }) : here.toPlainDate()
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: from }).epochMilliseconds)
}
