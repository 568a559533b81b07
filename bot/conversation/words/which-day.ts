import { dayFrom, isoDay, today } from '../../../api/triage/slots/at.ts'
import { A_WEEKDAY, isDay } from '../../../api/triage/slots/dates.ts'
import {
  ENGLISH_MONTH,
  ENGLISH_WEEKDAY,
  monthNumber,
  THAI_MONTH,
  THAI_WEEKDAY,
  weekdayNumber,
} from '../../../api/triage/slots/months.ts'
import { plain } from '../../../api/triage/slots/plain.ts'
import { readDayOfMonth } from './bare-answers.ts'
import { datesSaid } from './dates-said.ts'

/** Two ways to say a day are one wish when nothing but this stands between them. */
const OR =
  /^[\s,、]*(?:\([^)]{1,6}\)\s*)?(?:or\b|หรือ|ไม่(?:ก็|งั้น)|か|または|もしくは|或|还是|還是|failing that|otherwise|\/)/i

/** 'The 5th or the 6th, whichever is free': all the days, the one they named first before the others. Nothing where only one is meant. */
export function daysWished(said: string, at: { now: Date; zone: string }): string[] {
  const read = datesSaid(said, at)
  const text = plain(said)
  const days: string[] = []
  for (const [index, it] of read.entries()) {
    const before = read[index - 1]
    if (!isDay(it)) return []
    if (before && !OR.test(text.slice(before.index + before.text.length, it.index))) return []
    days.push(it.from)
  }
  return days.length > 1 ? [...new Set(days)] : []
}

/** 'Sunday then', of a Saturday: the one next to it, and not the next on the calendar. 'The 24th', of a day in December or of the month, is in December. */
export function dayNear(said: string, known: unknown, at: { now: Date; zone: string }): string | undefined {
  if (typeof known !== 'string' || !/^\d{4}-\d{2}(?:-\d{2}(?:\/|$)|$)/.test(known)) return undefined
  const [only, ...others] = datesSaid(said, at)
  if (!only || others.length > 0 || !isDay(only)) return undefined
  const isMonth = known.length === 'yyyy-mm'.length
  if (isMonth && !A_DAY.test(only.text)) return undefined
  const [from = known, to] = known.split('/')
  if (to) {
    // of a stretch of days: its own
    const first = dayFrom(from) + ((((dayFrom(only.from) - dayFrom(from)) % 7) + 7) % 7)
    return A_WEEKDAY.test(only.text) && first <= dayFrom(to) && first >= today(at) ? isoDay(first) : undefined
  }
  const dayOfMonth = A_DAY.exec(only.text)?.[1]
  if (dayOfMonth) {
    const there = `${known.slice(0, 7)}-${dayOfMonth.padStart(2, '0')}`
    const isThere = new Date(`${there}T00:00:00Z`).toJSON()?.startsWith(there) ?? false
    return isThere && dayFrom(there) >= today(at) ? there : only.from
  }
  if (!A_WEEKDAY.test(only.text)) return undefined
  const off = (dayFrom(only.from) - dayFrom(known)) % 7
  const days = off > 3 ? off - 7 : off < -3 ? off + 7 : off
  const near = dayFrom(known) + days
  return isoDay(near < today(at) ? near + 7 : near)
}

const A_DAY = /^(?:on |the |วันที่\s?)*(\d{1,2})(?:st|nd|rd|th|日|号|號)?$/i

const WEEKDAY = new RegExp(
  `(?<![a-z])(${ENGLISH_WEEKDAY})(?:'s)?(?![a-z])|(${THAI_WEEKDAY})|([月火水木金土日])曜|(?:周|星期|礼拜|禮拜)([一二三四五六日天])`,
  'gi',
)
/** 'Next Saturday' is a day of the calendar, and not the Saturday of those that were offered. */
const OF_A_WEEK =
  /\b(?:next|this|coming|last|every)\s+\w+|(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์)\s?(?:นี้|หน้า|ที่แล้ว|ก่อน)|(?:สอง|สาม|\d)\s?อาทิตย์|[来今先毎]週|[上下这這本每](?:个|個)?(?:周|星期|礼拜)/i
const MONTH = new RegExp(`(?<![a-z])(${ENGLISH_MONTH})(?![a-z])|(${THAI_MONTH})|(\\d{1,2})月`, 'gi')
const DAY_OF_MONTH = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|日|号|號)|(?:the|วันที่|รอบ(?:ที่|วันที่)?)\s*(\d{1,2})(?!\d)/gi
const CHINESE_DAYS = '一二三四五六日'

/** 'The Saturday one', 20日の方, 'January then', รอบวันเสาร์: those of the days put before them that have all that was named. */
export function daysMeant(said: string, offered: readonly string[]): string[] {
  const words = plain(said)
  if (OF_A_WEEK.test(words)) return []
  const bare = readDayOfMonth(said)
  const weekdays = found(words, WEEKDAY).map((it) =>
    CHINESE_DAYS.includes(it) ? CHINESE_DAYS.indexOf(it) : it === '天' ? 6 : weekdayNumber(it.toLowerCase()),
  )
  const months = found(words, MONTH).map((it) => (/^\d+$/.test(it) ? Number(it) : monthNumber(it.toLowerCase())))
  const dates = bare === undefined ? found(words, DAY_OF_MONTH).map(Number) : [bare]
  if (weekdays.length + months.length + dates.length === 0) return []
  const meant = offered.filter((day) => {
    const at = new Date(`${day}T00:00:00Z`)
    return (
      (weekdays.length === 0 || weekdays.includes((at.getUTCDay() + 6) % 7)) &&
      (months.length === 0 || months.includes(at.getUTCMonth() + 1)) &&
      (dates.length === 0 || dates.includes(at.getUTCDate()))
    )
  })
  // 'a Saturday', of several: the first of them will do, and is read back
  return months.length + dates.length === 0 ? meant.slice(0, 1) : meant
}

const found = (words: string, pattern: RegExp): string[] =>
  [...words.matchAll(pattern)].flatMap((it) => it.slice(1).find((group) => group !== undefined) ?? [])
