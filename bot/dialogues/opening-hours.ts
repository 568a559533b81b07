import { Temporal } from 'temporal-polyfill'
import { closesAt, opensAt } from '../../api/opening-hours.ts'
import type { TenantSettings } from '../../api/tenants/schema.ts'
import type { DateReading } from '../../api/triage/slots/dates.ts'
import { datesSaid } from '../conversation/words/dates-said.ts'
import { asksHours, inOne, mayAskHours } from '../conversation/words/asks-hours.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { calendarDay, dueTime } from '../copy/formats.ts'
import { text } from '../messages.ts'
import { personAct } from './small-matters.ts'

const MOST_DAYS = 3
const HOLIDAYS_AHEAD_DAYS = 45
const MOST_KEPT = 2_000

/** Whether the words ask for the hours of the business; `earlier` is what was asked just before. */
export function isAboutHours(turn: CustomerTurn, said = turn.said, earlier?: string): boolean {
  const named = (words: string) => daysIn(turn, words).map((it) => it.text)
  const before = earlier !== undefined && mayAskHours(earlier) && asksHours(earlier, named(earlier))
  if (!before && !mayAskHours(said)) return false
  return asksHours(said, named(said), before)
}

/** When the business is open, out of its settings; nothing where it never said so. */
export function tellHours(turn: CustomerTurn): Answer | undefined {
  const { copy, ctx, language, said, tenant } = turn
  const { hours, hoursTold } = tenant.settings
  if (!hoursTold || Object.keys(hours).length === 0) return undefined
  const days = daysIn(turn, said).flatMap(daysOf)
  const told = days.length > 0 && days.length <= MOST_DAYS ? days.map((day) => ofDay(turn, day)) : []
  const isOpen = days.length > 0 && days.every((day) => spanOf(turn, day) !== undefined)
  const lines = told.length > 0 ? told.join('\n') : ofNow(turn)
  const words = told.length > 0 && isOpen ? lines : [lines, '', copy.hours.week(), ...ofWeek(turn)].join('\n')
  return answer(turn, [text(words, [personAct(turn)])], {
    help: { text: said.slice(0, MOST_KEPT).toWellFormed(), at: ctx.now.toISOString() },
  })

  function ofNow({ ctx: { now } }: CustomerTurn): string {
    const week = { zone: tenant.zone, hours, holidays: tenant.settings.holidays }
    const opens = opensAt(now, week)
    if (opens) return copy.hours.closedNow(dueTime(opens, now, language, tenant.zone))
    return copy.hours.openNow(hourOf(closesAt(now, week) ?? now, tenant.zone))
  }
}

/** Who closes at midnight closes at 24:00, as they wrote it. */
const hourOf = (at: Date, zone: string): string => {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return [hour === 0 && minute === 0 ? 24 : hour, minute].map((it) => String(it).padStart(2, '0')).join(':')
}

const daysIn = ({ ctx, tenant }: CustomerTurn, said: string): readonly DateReading[] =>
  datesSaid(inOne(said), { now: ctx.now, zone: tenant.zone })

/** Each day of a stretch; a month names none. */
function daysOf(it: DateReading): Temporal.PlainDate[] {
  if (it.impossible || it.month !== undefined) return []
  const first = Temporal.PlainDate.from(it.from)
  const last = Temporal.PlainDate.from(it.to ?? it.from)
  const count = Math.min(first.until(last).days, MOST_DAYS) + 1
  return Array.from({ length: count }, (_, index) => first.add({ days: index }))
}

function spanOf({ tenant }: CustomerTurn, day: Temporal.PlainDate): [string, string] | undefined {
  const { holidays, hours } = tenant.settings
  return holidays.includes(day.toString()) ? undefined : hours[String(day.dayOfWeek)]
}

function ofDay(turn: CustomerTurn, day: Temporal.PlainDate): string {
  const span = spanOf(turn, day)
  const words = calendarDay(day.toString(), turn.language)
  return span ? turn.copy.hours.openOn({ day: words, from: span[0], to: span[1] }) : turn.copy.hours.closedOn(words)
}

/** The week, days of the same hours together, and the holidays that come soon. */
function ofWeek(turn: CustomerTurn): string[] {
  const { copy, ctx, language, tenant } = turn
  const { holidays, hours } = tenant.settings
  const runs: { from: number; to: number; said: string }[] = []
  for (let day = 1; day <= 7; day += 1) {
    const said = saidOf(hours[String(day)])
    const last = runs.at(-1)
    if (last?.said === said) last.to = day
    else runs.push({ from: day, to: day, said })
  }
  const now = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(tenant.zone).toPlainDate()
  const until = now.add({ days: HOLIDAYS_AHEAD_DAYS }).toString()
  const soon = holidays.filter((it) => it >= now.toString() && it <= until).sort()
  return [
    ...runs.map(({ from, to, said }) => {
      const days = copy.hours.days({ from: nameOf(from), ...(to > from && { to: nameOf(to) }) })
      return `${days}: ${said}`
    }),
    ...(soon.length > 0 ? [copy.hours.alsoClosed(soon.map((it) => calendarDay(it, language)).join(' · '))] : []),
  ]

  function saidOf(span: TenantSettings['hours'][string] | undefined): string {
    return span ? copy.hours.span({ from: span[0], to: span[1] }) : copy.hours.closed()
  }
  function nameOf(day: number): string {
    return dayNames[language].format(A_MONDAY.getTime() + (day - 1) * 86_400_000)
  }
}

const A_MONDAY = new Date('2026-11-23T00:00:00Z')
const names = (locale: string) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
const dayNames = { en: names('en-GB'), th: names('th-TH'), ja: names('ja-JP') }
