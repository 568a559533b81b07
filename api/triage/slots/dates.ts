import { type At, dayFrom, isoDay, today } from './at.ts'
import { bareDate, type Lean, type When } from './calendar.ts'
import { chineseDates } from './dates-chinese.ts'
import { englishDates } from './dates-english.ts'
import { japaneseDates } from './dates-japanese.ts'
import { thaiDates } from './dates-thai.ts'
import { ENGLISH_WEEKDAY, THAI_WEEKDAY } from './months.ts'
import { plain } from './plain.ts'
import { type Rule, scan } from './scan.ts'

export type DateReading = { index: number; text: string } & (
  | { from: string; to?: string; month?: string; impossible?: undefined }
  | { impossible: true }
)

/** Every date of a message, in text order. `lean` says whether a bare day is the next one or the latest one. */
export const readDates = (text: string, at: At, lean: Lean = 'future'): DateReading[] => {
  const low = plain(text)
  const read: DateReading[] = scan<When>(text, low, rulesOf(at, lean)).map(({ index, text: said, value }) => ({
    index,
    text: said,
    ...value,
  }))
  for (const [index, it] of read.entries()) {
    const first = read[index - 1]
    if (first && isDay(first) && isDay(it) && A_WEEKDAY.test(it.text) && it.from < first.from)
      if (OR_ONLY.test(low.slice(first.index + first.text.length, it.index))) it.from = firstAfter(it.from, first.from)
    // 'the second week of January, we land on the 10th': of that January
    const within = first && isDay(it) ? dayWithin(it.text, first) : undefined
    if (within !== undefined && isDay(it)) it.from = within
  }
  const said = new Set<string>()
  return read.filter((it) => {
    const value = dateValue(it)
    if (value === undefined) return true
    const isNew = !said.has(value)
    said.add(value)
    return isNew
  })
}

/** A day by its number alone, after a month or a part of one. */
function dayWithin(said: string, before: DateReading): string | undefined {
  const number = plain(said).match(A_NUMBER)?.slice(1).find(Boolean)
  if (number === undefined || before.impossible || before.to === undefined) return undefined
  const month = before.from.slice(0, 7)
  const day = `${month}-${number.padStart(2, '0')}`
  return before.to.startsWith(month) && isoDay(dayFrom(day)) === day ? day : undefined
}
const A_NUMBER = /^(?:(?:on|from|by) )?(?:the )?(\d{1,2})(?:st|nd|rd|th)$|^วันที่\s*(\d{1,2})$|^(\d{1,2})日$/

const rules = new Map<string, Rule<When>[]>()

/** 'Next Saturday or Sunday': the Sunday after it, and none before. */
export const A_WEEKDAY = new RegExp(
  `^(?:on |the |วัน|hari )?(?:${ENGLISH_WEEKDAY}|${THAI_WEEKDAY}|[月火水木金土日]曜日?)$`,
  'i',
)
const OR_ONLY = /^\s*(?:,|or|and|&|\/|หรือ(?:ไม่ก็)?(?:วัน)?|ไม่ก็|กับ|か|または|もしくは|と|、|或|还是)?\s*(?:on |the )?\s*$/i
function firstAfter(day: string, first: string): string {
  const days = dayFrom(first) - dayFrom(day)
  return isoDay(dayFrom(day) + Math.ceil(days / 7) * 7)
}

/** A rule knows of its moment only the day: those of a day are made once. */
const rulesOf = (at: At, lean: Lean): Rule<When>[] => {
  const key = `${today(at)} ${lean}`
  const known = rules.get(key)
  if (known) return known
  const made = [
    ...thaiDates(at, lean),
    ...englishDates(at, lean),
    ...chineseDates(at, lean),
    ...japaneseDates(at, lean),
  ]
  if (rules.size >= 32) rules.clear()
  rules.set(key, made)
  return made
}

/** The answer to "which day?": everything readDates knows, and also a bare `12`, `๑๒` or `อาทิตย์`. */
export const readDateAnswer = (text: string, at: At): DateReading | undefined => {
  const [first, second] = readDates(text, at)
  if (
    first &&
    second &&
    isDay(first) &&
    isDay(second) &&
    /^\s*(?:-|ถึง|to|until|till|から|~)\s*$/.test(plain(text).slice(first.index + first.text.length, second.index))
  ) {
    return {
      index: first.index,
      text: text.slice(first.index, second.index + second.text.length),
      from: first.from,
      to: second.from,
    }
  }
  if (first) return first
  const said = plain(text).trim()
  const bare = /^(?:วันที่\s*|the\s+|on\s+)?(\d{1,2})(?:st|nd|rd|th|日)?(?:\s*(?:ค่ะ|คะ|ครับ|คับ|นะคะ|จ้า|です))*$/.exec(said)
  if (bare) return { index: 0, text: text.trim(), ...bareDate(at, Number(bare[1]), 'future') }
  return /^(?:วัน)?อาทิตย์/.test(said)
    ? readDates('วันอาทิตย์', at).map((it) => ({ ...it, text: text.trim() }))[0]
    : undefined
}

export const isDay = (it: DateReading): it is DateReading & { from: string } => !it.impossible && !it.to && !it.month

/** The taxonomy's form: `YYYY-MM-DD`, `YYYY-MM-DD/YYYY-MM-DD` or `YYYY-MM`. */
export const dateValue = (reading: DateReading): string | undefined => {
  if (reading.impossible) return undefined
  return reading.month ?? (reading.to ? `${reading.from}/${reading.to}` : reading.from)
}
