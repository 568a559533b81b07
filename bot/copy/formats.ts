import type { Language } from '../../api/tenants/schema.ts'

const locales: Record<Language, string> = { th: 'th-TH', en: 'en-GB', ja: 'ja-JP' }
const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, zone: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}|${zone}|${JSON.stringify(shape)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locales[language], { ...shape, timeZone: zone, hourCycle: 'h23' })
  formats.set(key, made)
  return made
}

/** The time of day people read: `09:35`, in Thai `09:35 น.` */
export const clockTime = (at: Date, language: Language, zone: string): string => {
  const time = format(language, zone, { hour: '2-digit', minute: '2-digit' }).format(at)
  return language === 'th' ? `${time} น.` : time
}

/** The time alone today, else with the day. */
export function dueTime(at: Date, now: Date, language: Language, zone: string): string {
  const day = (it: Date) => format('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(it)
  const time = clockTime(at, language, zone)
  return day(at) === day(now) ? time : `${weekday(at, language, zone)} ${time}`
}

/** `Fri 12 Dec`, `ศ. 12 ธ.ค.`, `12月12日(金)`. */
export const weekday = (at: Date, language: Language, zone: string): string =>
  format(language, zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)

const FAR_MS = 300 * 86_400_000

/** The day, with its year where it could be taken for this year's. */
export const dayWords = (at: Date, now: Date, language: Language, zone: string): string =>
  at.getTime() - now.getTime() < FAR_MS
    ? weekday(at, language, zone)
    : format(language, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at)

/** A calendar day, range or month as kept in a slot (`2026-12-08`, `2026-12-08/2026-12-14`, `2026-12`, `2027-01/2027-03`) in people's words. */
export function calendarDay(value: string, language: Language): string {
  const [from = '', to] = value.split('/')
  const words = (said: string) => {
    const isMonth = /^\d{4}-\d{2}$/.test(said)
    const at = new Date(`${said}${isMonth ? '-01' : ''}T00:00:00Z`)
    // what is no day was kept before anybody checked: better as it was written than no card at all
    if (Number.isNaN(at.getTime())) return said
    return isMonth
      ? format(language, 'UTC', { month: 'long', year: 'numeric' }).format(at)
      : weekday(at, language, 'UTC')
  }
  if (!to) return words(from)
  return language === 'ja' ? `${words(from)}〜${words(to)}` : `${words(from)} – ${words(to)}`
}

/** Minor units in people's words; whole amounts without decimals. */
export const money = (minor: number, currency: string, language: Language): string =>
  wholeMoney(minor / 10 ** digitsOf(currency), currency, language)

/** The same, of an amount as people say it: `US$2,000`. */
export function wholeMoney(amount: number, currency: string, language: Language): string {
  const digits = digitsOf(currency)
  return numberFormat(locales[language], {
    style: 'currency',
    currency,
    // 'お一人様THB 24,900' is nobody's Japanese
    currencyDisplay: language === 'ja' ? 'narrowSymbol' : 'symbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount)
}

const digitsOf = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

const numberFormats = new Map<string, Intl.NumberFormat>()
/** What is kept of a currency is small, and whoever sets up a business may write any. */
const MOST_FORMATS = 100

function numberFormat(locale: string, shape: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${shape.currency}|${shape.minimumFractionDigits}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, shape)
  if (numberFormats.size >= MOST_FORMATS) numberFormats.clear()
  numberFormats.set(key, made)
  return made
}
