import {
  type At,
  type Day,
  dateOf,
  dayFrom,
  dayOf,
  daysInMonth,
  isoDay,
  monthOf,
  today,
  weekdayOf,
  yearOf,
} from './at.ts'

/** A date as understood, before it has words. `impossible` is a day no calendar has (31 June): the bot asks again. */
export type When = { from: string; to?: string; month?: string } | { impossible: true }

/**
 * Which one a bare day means: the next for somebody who books, the latest for somebody who complains. `near` is for a
 * change or a wrong paper: weekdays lie ahead, but an old date may be named.
 */
export type Lean = 'future' | 'past' | 'near'

export const impossible: When = { impossible: true }

export const on = (day: Day): When => ({ from: isoDay(day) })

export const between = (from: Day | undefined, to: Day | undefined): When =>
  from === undefined || to === undefined || to < from ? impossible : { from: isoDay(from), to: isoDay(to) }

export const wholeMonth = (year: number, month: number): When => {
  const start = dayOf(year, month, 1)
  if (start === undefined) return impossible
  const from = isoDay(start)
  return { from, to: isoDay(start + daysInMonth(year, month) - 1), month: from.slice(0, 7) }
}

export const lastDayOf = (year: number, month: number): When => {
  const last = dayOf(year, month, daysInMonth(year, month))
  return last === undefined ? impossible : on(last)
}

/** A day and so many after it. */
export const lasting = (start: When, days: number): When => {
  if (days === 0 || !('from' in start)) return start
  const first = dayFrom(start.from)
  return between(first, first + days)
}

/** Four digits of either calendar, two digits as a Thai (69) or a common (26) year. */
export const fullYear = (said: string | undefined): number | undefined => {
  if (!said) return undefined
  const year = Number(said.replace(/\D/g, ''))
  if (year >= 2400) return year - 543
  if (year >= 1900) return year
  if (year >= 60 && year <= 99) return 2500 + year - 543
  return year >= 20 && year < 60 ? 2000 + year : undefined
}

/** Without a year: the next one to come, or the nearest one for somebody who complains. */
export const resolveYear = (month: number, date: number, at: At, lean: Lean): number => {
  const now = today(at)
  const year = yearOf(now)
  const thisYear = dayOf(year, month, Math.min(date, daysInMonth(year, month))) ?? now
  if (lean === 'future') return thisYear >= now ? year : year + 1
  const distances = [year - 1, year, year + 1].map((it) => ({ it, far: Math.abs(thisYear + (it - year) * 365 - now) }))
  return distances.reduce((best, one) => (one.far < best.far ? one : best)).it
}

export const resolveDate = (month: number, date: number, year: number | undefined, at: At, lean: Lean): When => {
  const day = dayOf(year ?? resolveYear(month, date, at, lean), month, date)
  return day === undefined ? impossible : on(day)
}

export const resolveRange = (
  start: { month: number; date: number },
  end: { month: number; date: number },
  year: number | undefined,
  at: At,
  lean: Lean,
): When => {
  const endYear = year ?? resolveYear(end.month, end.date, at, lean)
  const startYear = start.month > end.month ? endYear - 1 : endYear
  return between(dayOf(startYear, start.month, start.date), dayOf(endYear, end.month, end.date))
}

export const resolveMonth = (
  month: number,
  year: number | undefined,
  at: At,
  lean: Lean,
): { year: number; month: number } => {
  if (year) return { year, month }
  const now = today(at)
  const ahead = (month - monthOf(now) + 12) % 12
  if (lean !== 'future' && ahead > 6) return { year: month > monthOf(now) ? yearOf(now) - 1 : yearOf(now), month }
  return { year: month >= monthOf(now) ? yearOf(now) : yearOf(now) + 1, month }
}

/** Several months on end: `2027-01/2027-03`. */
export const monthsFrom = (year: number, first: number, last: number): When => {
  const [start, end] = [wholeMonth(year, first), wholeMonth(year, last)]
  if (!('month' in start) || !('month' in end) || !end.to) return impossible
  return { from: start.from, to: end.to, month: `${start.month}/${end.month}` }
}

export const thirdOf = (year: number, month: number, part: 'early' | 'mid' | 'late'): When => {
  const last = daysInMonth(year, month)
  const [from, to] = part === 'early' ? [1, 10] : part === 'mid' ? [11, 20] : [21, last]
  return between(dayOf(year, month, from), dayOf(year, month, to))
}

/**
 * Weeks run Monday to Sunday, and a week belongs to the month that has most of it: the second week of December 2026 is the 7th to the
 * 13th. The last week is the one of the month's last day.
 */
export const weekOfMonth = (year: number, month: number, nth: number): When => {
  const first = dayOf(year, month, 1)
  if (first === undefined) return impossible
  const last = first + daysInMonth(year, month) - 1
  if (nth < 0) return between(last - weekdayOf(last), last)
  const monday = first - weekdayOf(first) + (weekdayOf(first) > 3 ? 7 : 0) + (nth - 1) * 7
  return between(Math.max(monday, first), Math.min(monday + 6, last))
}

/** The second Saturday of a month; `nth` below nought counts from its end. */
export const weekdayOfMonth = (year: number, month: number, weekday: number, nth: number): When => {
  const day = nthOf(year, month, weekday, nth)
  return day === undefined ? impossible : on(day)
}

/** The second weekend is that of the second Saturday. */
export const weekendOfMonth = (year: number, month: number, nth: number): When => {
  const saturday = nthOf(year, month, SATURDAY, nth)
  return saturday === undefined ? impossible : between(saturday, saturday + 1)
}
const SATURDAY = 5

function nthOf(year: number, month: number, weekday: number, nth: number): Day | undefined {
  const first = dayOf(year, month, 1)
  if (first === undefined) return undefined
  const last = first + daysInMonth(year, month) - 1
  if (nth < 0) return last - ((weekdayOf(last) - weekday + 7) % 7)
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
  return day <= last ? day : undefined
}

export const monthFromNow = (at: At, months: number): { year: number; month: number } => {
  const now = today(at)
  const index = yearOf(now) * 12 + monthOf(now) - 1 + months
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

export const weekFromNow = (at: At, weeks: number): { from: Day; to: Day } => {
  const now = today(at)
  const monday = now - weekdayOf(now) + weeks * 7
  return { from: monday, to: monday + 6 }
}

/** `weeks` 0 is the day of this Monday-to-Sunday week, 1 of the next, -1 of the last. */
export const weekdayFromNow = (at: At, weekday: number, weeks: number): When =>
  on(weekFromNow(at, weeks).from + weekday)

/** "this Wednesday" said on a Friday is the coming one, unless something went wrong on it. */
export const thisWeekday = (at: At, weekday: number, lean: Lean): When => {
  const day = weekFromNow(at, 0).from + weekday
  return on(day < today(at) && lean !== 'past' ? day + 7 : day)
}

export const bareWeekday = (at: At, weekday: number, lean: Lean): When => {
  const now = today(at)
  const ahead = (weekday - weekdayOf(now) + 7) % 7 || 7
  return on(lean !== 'past' ? now + ahead : now + ahead - 7 - (ahead === 7 ? 7 : 0))
}

/** "the 25th": this month if it is still to come (or, in a complaint, already gone), else the neighbouring one. */
export const bareDate = (at: At, date: number, lean: Lean): When => {
  if (date < 1 || date > 31) return impossible
  const now = today(at)
  const steps =
    lean !== 'past' ? (date >= dateOf(now) ? [0, 1, 2] : [1, 2]) : date <= dateOf(now) ? [0, -1, -2] : [-1, -2]
  for (const step of steps) {
    const { year, month } = monthFromNow(at, step)
    const day = dayOf(year, month, date)
    if (day !== undefined) return on(day)
  }
  return impossible
}

/** A day number said beside a weekday: the month in which both are true, looking six months ahead. */
export const weekdayAndDate = (at: At, weekday: number, date: number, lean: Lean): When => {
  for (let step = 0; step < 6; step += 1) {
    const { year, month } = monthFromNow(at, lean !== 'past' ? step : -step)
    const day = dayOf(year, month, date)
    const fits = day !== undefined && weekdayOf(day) === weekday && (lean === 'past' || day >= today(at))
    if (fits) return on(day)
  }
  // 'Wednesday the 18th', said on Friday the 20th: the one that was, and no other day that is no Wednesday
  const gone = dayOf(yearOf(today(at)), monthOf(today(at)), date)
  return gone !== undefined && weekdayOf(gone) === weekday ? on(gone) : bareDate(at, date, lean)
}
