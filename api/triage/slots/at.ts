/** The moment a message was written and the tenant's own zone: every relative date is read against it. */
export type At = { now: Date; zone: string }

/** A calendar day as days since 1970-01-01: plain arithmetic keeps a reading under a microsecond. */
export type Day = number

const MS_A_DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, made)
  return made
}

const lastAsked = new Map<string, { minute: number; day: Day }>()

export const today = (at: At): Day => {
  // no zone changes its day within a minute of the clock; a message asks this dozens of times
  const minute = Math.floor(at.now.getTime() / 60_000)
  const last = lastAsked.get(at.zone)
  if (last?.minute === minute) return last.day
  const day = Math.floor(Date.parse(`${formatOf(at.zone).format(at.now)}T00:00:00Z`) / MS_A_DAY)
  lastAsked.set(at.zone, { minute, day })
  return day
}

/** Of a day as `2026-12-31`. */
export const dayFrom = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / MS_A_DAY

export const isoDay = (day: Day): string => new Date(day * MS_A_DAY).toISOString().slice(0, 10)

/** 0 is Monday, 6 is Sunday: weeks run Monday to Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Months count from 1. Undefined when the calendar has no such day. */
export const dayOf = (year: number, month: number, date: number): Day | undefined => {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return Date.UTC(year, month - 1, date) / MS_A_DAY
}

export const yearOf = (day: Day): number => new Date(day * MS_A_DAY).getUTCFullYear()
export const monthOf = (day: Day): number => new Date(day * MS_A_DAY).getUTCMonth() + 1
export const dateOf = (day: Day): number => new Date(day * MS_A_DAY).getUTCDate()
