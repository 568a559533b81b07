import { Temporal } from 'temporal-polyfill'

/** The "now" of every date in the catalogues: a Friday. */
const REFERENCE_NOW = Temporal.Instant.from('2026-11-20T10:00:00+07:00')

const MS_A_DAY = 86_400_000

export type Calendar = {
  zone: string
  now: Date
  /** An instant of the catalogue ('2026-11-20T09:20:00+07:00'), moved. */
  at: (iso: string) => Date
  /** A day of the catalogue ('2026-12-06') and a wall time, moved. */
  on: (day: string, time?: string) => Date
  /** A day of the catalogue, moved, as people write it down: YYYY-MM-DD. */
  day: (day: string) => string
  /** The same distance from now as the catalogue's instant has from its own now. */
  fromNow: (iso: string) => Date
  plainDay: (instant: Date) => Temporal.PlainDate
}

/**
 * Moves the catalogue's dates by whole weeks, so that its Friday falls in the week of `now` and weekdays stay what they are. What was over on
 * that Friday is over now, too: before the week's own Friday it goes a week less far.
 */
export function calendar(now: Date, zone: string): Calendar {
  const plainDay = (instant: Date) =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })
  const reference = REFERENCE_NOW.toZonedDateTimeISO(zone).toPlainDate()
  const days = monday(reference).until(monday(plainDay(now)), { largestUnit: 'day' }).days
  const isAhead = REFERENCE_NOW.epochMilliseconds + days * MS_A_DAY > now.getTime()
  const daysOver = isAhead ? days - 7 : days
  const moved = (day: string) => {
    const date = Temporal.PlainDate.from(day)
    return date.add({ days: Temporal.PlainDate.compare(date, reference) < 0 ? daysOver : days })
  }
  return {
    zone,
    now,
    plainDay,
    at: (iso) => {
      const instant = Temporal.Instant.from(iso)
      const isOver = Temporal.Instant.compare(instant, REFERENCE_NOW) <= 0
      const there = instant.toZonedDateTimeISO(zone).add({ days: isOver ? daysOver : days })
      return new Date(there.epochMilliseconds)
    },
    on: (day, time = '09:00') =>
      new Date(moved(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds),
    day: (day) => moved(day).toString(),
    fromNow: (iso) =>
      new Date(now.getTime() + Temporal.Instant.from(iso).epochMilliseconds - REFERENCE_NOW.epochMilliseconds),
  }
}
