import type { Copy } from '../copy/en.ts'
import type { Language } from '../copy/language.ts'

/** 24 hours everywhere; a Thai year is a Buddhist one, which is the calendar of 'th'. */
const locales: Record<Language, string> = { th: 'th-TH', en: 'en-GB', ja: 'ja-JP' }

export type Zone = { zone: string; language: Language; t: Copy }

export function timeOfDay(at: Date, { zone, language, t }: Zone): string {
  return t.time(
    at.toLocaleTimeString(locales[language], { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  )
}

/** 'today, 14:30' or '3 December, 14:30'; the year only when it is another one. */
export function dayAndTime(at: Date, now: Date, zone: Zone): string {
  return zone.t.dayAndTime(day(at, now, zone), timeOfDay(at, zone))
}

export function day(at: Date, now: Date, zone: Zone): string {
  const { t } = zone
  const near = new Map([
    [0, t.today],
    [1, t.tomorrow],
    [-1, t.yesterday],
  ])
  const days = (Date.parse(isoDay(at, zone.zone)) - Date.parse(isoDay(now, zone.zone))) / 86_400_000
  return near.get(days) ?? fullDay(at, now, zone)
}

/** 'Sat 5 December': for choosing, where the day of the week matters. */
export function fullDay(at: Date, now: Date, { zone, language }: Zone): string {
  const sameYear = isoDay(at, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4)
  return at.toLocaleDateString(locales[language], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: language === 'en' ? 'long' : 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

/** A day without a zone ('2026-12-05') as words. */
export const dayOfDate = (date: string, today: string, zone: Omit<Zone, 'zone'>): string =>
  fullDay(new Date(`${date}T12:00Z`), new Date(`${today}T12:00Z`), { ...zone, zone: 'UTC' })

/** The calendar day an instant falls on in a zone, as YYYY-MM-DD. */
export function isoDay(at: Date, zone: string): string {
  return at.toLocaleDateString('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
}

export function isoTime(at: Date, zone: string): string {
  return at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** As the chat writes it: a bare $ may be anybody's dollar, but 'お一人様THB 24,900' is nobody's Japanese. */
const styleOf = (currency: string, language: Language) =>
  ({ style: 'currency', currency, currencyDisplay: language === 'ja' ? 'narrowSymbol' : 'symbol' }) as const

/** Money from minor units; how many of them make one is the currency's matter (THB 100, JPY 1). */
export function money(minor: number, currency: string, language: Language): string {
  const style = styleOf(currency, language)
  const digits = new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2
  return wholeMoney(minor / 10 ** digits, currency, language)
}

/** The same, of an amount as people type it. */
export function wholeMoney(amount: number, currency: string, language: Language): string {
  const short = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}
  return amount.toLocaleString(locales[language], { ...styleOf(currency, language), ...short })
}

/** What stands beside a number that people type: 'US$', '฿', '￥'. */
export const currencySign = (currency: string, language: Language): string =>
  new Intl.NumberFormat(locales[language], styleOf(currency, language))
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency
