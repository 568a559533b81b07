import { type At, dayFrom, today, weekdayOf } from './at.ts'
import {
  bareDate,
  bareWeekday,
  fullYear,
  lastDayOf,
  lasting,
  type Lean,
  monthFromNow,
  monthsFrom,
  on,
  resolveDate,
  resolveMonth,
  resolveRange,
  thirdOf,
  thisWeekday,
  type When,
  weekdayAndDate,
  weekdayFromNow,
  weekFromNow,
  weekdayOfMonth,
  weekendOfMonth,
  weekOfMonth,
  wholeMonth,
  between,
} from './calendar.ts'
import { ENGLISH_MONTH, monthNumber, THAI_MONTH, THAI_MONTH_LOOSE, THAI_WEEKDAY, weekdayNumber } from './months.ts'
import { parseNumber, THAI_NUMBER } from './numbers.ts'
import type { Rule } from './scan.ts'

const YEAR =
  '(?:\\s*(?:ปี\\s*)?(?:พ\\.?ศ\\.?\\s*)?(25\\d\\d|20\\d\\d|[67]\\d(?!\\d|[.:]\\d|\\s*(?:คน|ท่าน|บาท|ที่|คืน|น\\.)))|\\s*(ปีหน้า|ปีนี้))?'
const TO = '\\s*(?:-|ถึง|to|จนถึง)\\s*(?:วันที่\\s*)?'
const NEXT = '(?:หน้า|ถัดไป)'
const LAST = '(?:ที่แล้ว|ที่ผ่านมา|ก่อน|ที่ผ่านๆมา)'
const PART = '(ต้น|กลาง|ปลาย|สิ้น)'

const partOf = (said: string | undefined) => (said === 'ต้น' ? 'early' : said === 'กลาง' ? 'mid' : 'late')

const yearFrom = (digits: string | undefined, words: string | undefined, at: At): number | undefined =>
  words ? monthFromNow(at, words === 'ปีหน้า' ? 12 : 0).year : fullYear(digits)

const pattern = (source: string) => new RegExp(source, 'g')

const RANGE_ONE_MONTH = pattern(`(?:วันที่\\s*)?(\\d{1,2})${TO}(\\d{1,2})\\s*(${THAI_MONTH_LOOSE})${YEAR}`)
const RANGE_TWO_MONTHS = pattern(
  `(?:วันที่\\s*)?(\\d{1,2})\\s*(${THAI_MONTH_LOOSE})${TO}(\\d{1,2})\\s*(${THAI_MONTH_LOOSE})${YEAR}`,
)
const WEEK_OF_MONTH = pattern(
  `(?:สัปดาห์|อาทิตย์|วีค)(?:ที่\\s*)?(แรก|สุดท้าย|[1-4]|หนึ่ง|สอง|สาม|สี่)\\s*(?:ของ)?\\s*(?:เดือน)?\\s*(หน้า|นี้|${THAI_MONTH})${YEAR}`,
)
const WEEKDAY_OF_MONTH = pattern(
  `(?:วัน(${THAI_WEEKDAY})|(${THAI_WEEKDAY.replace('|อาทิตย์', '')})|(?:วันหยุด)?(?:สุดสัปดาห์|เสาร์\\s*-?\\s*อาทิตย์|วีคเอ[น็]?นด์))\\s*(?:ที่\\s*)?(แรก|สุดท้าย|หนึ่ง|สอง|สาม|สี่|[1-4](?=\\s*(?:ของ|เดือน)))\\s*(?:ของ)?\\s*(?:เดือน)?\\s*(หน้า|นี้|${THAI_MONTH})${YEAR}`,
)
const DAY_AND_MONTH = pattern(
  `(?:วัน)?(?:${THAI_WEEKDAY}\\s*)?(?:ที่|วันที่)?\\s*(?<![\\d.:,])(\\d{1,2}|(?:ยี่|สาม)?สิบ(?:เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)\\s*(?:เดือน\\s*)?(${THAI_MONTH_LOOSE})${YEAR}`,
)
const WEEKDAY_AND_DATE = pattern(
  `(?:วัน)?(${THAI_WEEKDAY})\\s*(ที่วันที่|ที่)?\\s*(\\d{1,2})(?!\\d|[.:/]\\d|\\s*(?:คน|ท่าน|ที่|โมง|ทุ่ม|น\\.|นาฬิกา|รอบ|คืน|วัน|ชั่วโมง|am|pm|ใบ|คัน|บาท|พัน|ห้อง|เครื่อง|-\\s*\\d|(?:st|nd|rd|th)?\\s*(?:of )?${ENGLISH_MONTH}(?![a-z])))`,
)
const DATE_OF_THIS_MONTH = pattern(`(?:วันที่\\s*|(?<![\\d.,:/]))(\\d{1,2})(?:${TO}(\\d{1,2}))?\\s*เดือน(นี้|หน้า)`)
const DATES_ALONE = pattern(
  `วันที่\\s*(\\d{1,2})(?:${TO}(\\d{1,2}))?(?!\\d|[.:/]\\d|\\s*(?:คน(?!เดียว)|ท่าน|บาท|(?:st|nd|rd|th)?\\s*(?:of )?${ENGLISH_MONTH}(?![a-z])|月|号))`,
)
const PART_OF_MONTH = pattern(`${PART}\\s*(?:เดือน\\s*)?(นี้|หน้า|${THAI_MONTH})${YEAR}`)
const PART_ALONE = pattern(`${PART}เดือน`)
const WEEKDAY_NAMED = pattern(`(วัน)?(?<!\\d\\s?)(${THAI_WEEKDAY})\\s*(?:(นี้)|(${NEXT})|(${LAST})|โน้น)`)
const WEEKEND = pattern(
  `(?:วัน)?(?:เสาร์\\s*[-/,]?\\s*อาทิตย์|สุดสัปดาห์|วันหยุดสุดสัปดาห์|วีคเอ[น็]?นด์)(?!\\s*(?:ไหน|ใด|อะไร|วันไหน))\\s*(?:(${NEXT})|(${LAST})|นี้)?`,
)
const WEEK = pattern(`(?:สัปดาห์|อาทิตย์|วีค)\\s*(?:(${NEXT})|(${LAST})|(นี้))`)
/** A weekday that is still to come, whatever has gone wrong: ก่อนวันศุกร์, บินวันจันทร์. */
const STILL_TO_COME = /(?:ก่อน|ภายใน|จะบิน|บิน|เดินทาง|ออกเดินทาง|จะไป|จะถึง)\s*$/
/** อาทิตย์ดีกว่า is no week. */
const INSTEAD = /^\s*(?:ดีกว่า|แทน|ละกัน|แล้วกัน)/
/** Nor is the second in เลื่อนเสาร์เป็นอาทิตย์. */
const FROM_ANOTHER = new RegExp(`${THAI_WEEKDAY}\\s*(?:(?:ไป)?เป็น|ไป)\\s*$`)
const WEEKDAY_ALONE = pattern(
  `(วัน)?(?<!\\d\\s?|สอง|สาม|หลาย|ทุก|กี่|เพ็ญ|ดวง|แก้ว|แสง|พระ|ศศิ|มณี)(${THAI_WEEKDAY})(?!เพ็ญ|อุทัย|ยา|ธ|ไหน|\\s*[-/,]?\\s*อาทิตย์\\s*(?:ไหน|ใด|อะไร))`,
)
const MONTH_RELATIVE = pattern(`เดือน\\s*(?:(${NEXT})|(${LAST})|(นี้))`)
const MONTH_NAMED = pattern(`(?:เดือน\\s*)?(${THAI_MONTH})(?:${YEAR}|นี้)`)
const IN_DAYS = pattern(`อีก\\s*(\\d{1,2}|${THAI_NUMBER})\\s*(วัน|อาทิตย์|สัปดาห์)`)
const DAYS_AGO = pattern(`(\\d{1,2}|${THAI_NUMBER})\\s*(วัน|อาทิตย์|สัปดาห์)\\s*(?:ก่อน|ที่แล้ว)`)
const QUARTER = pattern('(?:ไตรมาส|q)\\s*([1-4])(?:\\s*/?\\s*(ปีหน้า|ปีนี้|20\\d\\d|25\\d\\d|next year|this year))?(?!\\d)')
const YEAR_START = pattern('ต้นปีหน้า')
const YEAR_END = pattern('(?:ปลายปี|สิ้นปี)(?:นี้)?')

const DAYS_FROM_TODAY: [string, number][] = [
  ['เมื่อวานซืน', -2],
  [
    '(?:เมื่อ)?วานนี้|เมื่อวาน(?:(?:เย็น|เช้า|บ่าย)(?!\\s*(?:\\d|โมง|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)))?|เมื่อคืน(?:นี้)?|คืนวาน',
    -1,
  ],
  ['(?:วัน)?มะรืน(?:นี้)?', 2],
  ['คืนพรุ่งนี้|(?:วัน)?พร?(?:ุ่|ุ้|ุ)ง(?:นี้|นิ้|นี|เน้|(?=เช้า|เย็น|บ่าย))|พน\\.', 1],
  ['วันนี้|(?<!\\d ?|กี่|หลาย|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)วันนี่|คืนนี้|เย็นนี้|บ่ายนี้|เช้านี้|เมื่อเช้า(?:นี้)?|ค่ำนี้', 0],
]

const yearlyFeast = (
  source: string,
  startMonth: number,
  startDate: number,
  days = 0,
): [string, number, number, number] => [source, startMonth, startDate, days]
const FEASTS = [
  yearlyFeast('(?:ช่วง)?(?:วันขึ้น)?ปีใหม่(?!ไทย)', 12, 31, 1),
  yearlyFeast('(?:วัน)?(?:สงกรานต์|ปีใหม่ไทย)', 4, 13, 2),
  yearlyFeast('(?:คริสต์มาส|คริสมาส)อีฟ', 12, 24),
  yearlyFeast('(?:วัน)?(?:คริสต์มาส|คริสมาส)', 12, 25),
  yearlyFeast('วันสิ้นปี|เคาท์?ดาวน์|เคานต์ดาวน์', 12, 31),
  yearlyFeast('(?:วัน)?วาเลนไทน์', 2, 14),
  yearlyFeast('วันพ่อ', 12, 5),
  yearlyFeast('วันแม่', 8, 12),
]

/** The moon decides these, so they are listed: [words, day by year]. */
const MOON_FEASTS: [string, Record<number, [number, number]>][] = [
  ['(?:วัน)?ตรุษจีน', { 2026: [2, 17], 2027: [2, 6], 2028: [1, 26], 2029: [2, 13] }],
  ['(?:วัน)?ลอยกระทง', { 2026: [11, 24], 2027: [11, 13], 2028: [11, 2], 2029: [11, 20] }],
]

const nextFeast = (at: At, days: Record<number, [number, number]>): When | undefined => {
  const year = monthFromNow(at, 0).year
  for (const it of [year, year + 1]) {
    const day = days[it]
    const when = day && resolveDate(day[0], day[1], it, at, 'future')
    if (when && 'from' in when && when.from >= isoToday(at)) return when
  }
  return undefined
}
const isoToday = (at: At): string => {
  const when = on(today(at))
  return 'from' in when ? when.from : ''
}

const weekOrDay = (unit: string | undefined) => (unit === 'วัน' ? 1 : 7)

const nthWeek = (said: string): number => (said === 'แรก' ? 1 : said === 'สุดท้าย' ? -1 : (parseNumber(said) ?? 1))

const monthSaid = (said: string, year: number | undefined, at: At, lean: Lean) =>
  said === 'หน้า'
    ? monthFromNow(at, 1)
    : said === 'นี้'
      ? monthFromNow(at, 0)
      : resolveMonth(monthNumber(said), year, at, lean)

const weekendFrom = (at: At, weeks: number): When => {
  const { to } = weekFromNow(at, weeks)
  return between(to - 1, to)
}

export const thaiDates = (at: At, lean: Lean): Rule<When>[] => [
  {
    pattern: RANGE_TWO_MONTHS,
    read: ([, d1, m1, d2, m2, y, yWords]) =>
      resolveRange(
        { month: monthNumber(m1 ?? ''), date: Number(d1) },
        { month: monthNumber(m2 ?? ''), date: Number(d2) },
        yearFrom(y, yWords, at),
        at,
        lean,
      ),
  },
  {
    pattern: RANGE_ONE_MONTH,
    read: ([, d1, d2, m, y, yWords]) => {
      const month = monthNumber(m ?? '')
      return resolveRange({ month, date: Number(d1) }, { month, date: Number(d2) }, yearFrom(y, yWords, at), at, lean)
    },
  },
  {
    pattern: WEEKDAY_OF_MONTH,
    read: ([, sunday, weekday = sunday, nth, said, y, yWords]) => {
      const { year, month } = monthSaid(said ?? '', yearFrom(y, yWords, at), at, lean)
      const which = nthWeek(nth ?? '')
      return weekday ? weekdayOfMonth(year, month, weekdayNumber(weekday), which) : weekendOfMonth(year, month, which)
    },
  },
  {
    pattern: WEEK_OF_MONTH,
    read: ([, nth, said, y, yWords]) => {
      const { year, month } = monthSaid(said ?? '', yearFrom(y, yWords, at), at, lean)
      return weekOfMonth(year, month, nthWeek(nth ?? ''))
    },
  },
  {
    pattern: DAY_AND_MONTH,
    read: ([, d, m, y, yWords]) =>
      resolveDate(monthNumber(m ?? ''), parseNumber(d ?? '') ?? 0, yearFrom(y, yWords, at), at, lean),
  },
  {
    pattern: WEEKDAY_AND_DATE,
    read: ([, w, that, d]) => {
      const weekday = weekdayNumber(w ?? '')
      const when = weekdayAndDate(at, weekday, Number(d), lean)
      // เสาร์ 28 is a date only where the 28th is a Saturday
      return that || ('from' in when && weekdayOf(dayFrom(when.from)) === weekday) ? when : undefined
    },
  },
  {
    pattern: DATE_OF_THIS_MONTH,
    read: ([, d1, d2, which]) => {
      const { year, month } = monthFromNow(at, which === 'หน้า' ? 1 : 0)
      const start = { month, date: Number(d1) }
      return d2
        ? resolveRange(start, { month, date: Number(d2) }, year, at, lean)
        : resolveDate(month, start.date, year, at, lean)
    },
  },
  {
    pattern: DATES_ALONE,
    read: ([, d1, d2]) => {
      const start = bareDate(at, Number(d1), lean)
      if (!d2 || !('from' in start)) return start
      const month = Number(start.from.slice(5, 7))
      return resolveRange(
        { month, date: Number(d1) },
        { month, date: Number(d2) },
        Number(start.from.slice(0, 4)),
        at,
        lean,
      )
    },
  },
  {
    pattern: PART_OF_MONTH,
    read: ([, part, said, y, yWords]) => {
      const { year, month } = monthSaid(said ?? '', yearFrom(y, yWords, at), at, lean)
      if (part !== 'สิ้น') return thirdOf(year, month, partOf(part))
      return lastDayOf(year, month)
    },
  },
  {
    pattern: PART_ALONE,
    read: ([, part]) => {
      const { year, month } = monthFromNow(at, 0)
      if (part !== 'สิ้น') return thirdOf(year, month, partOf(part))
      return lastDayOf(year, month)
    },
  },
  {
    pattern: QUARTER,
    read: ([, n, year]) => {
      const said = /^\d/.test(year ?? '')
        ? fullYear(year)
        : year
          ? monthFromNow(at, /หน้า|next/.test(year) ? 12 : 0).year
          : undefined
      const first = (Number(n) - 1) * 3 + 1
      const start = resolveMonth(first, said, at, lean)
      return monthsFrom(start.year, first, first + 2)
    },
  },
  { pattern: YEAR_START, read: () => wholeMonth(monthFromNow(at, 12).year, 1) },
  { pattern: YEAR_END, read: () => wholeMonth(monthFromNow(at, 0).year, 12) },
  { pattern: WEEKEND, read: ([, next, last]) => weekendFrom(at, next ? 1 : last ? -1 : 0) },
  {
    pattern: WEEKDAY_NAMED,
    read: ([, day, w, now, next, last]) => {
      const weekday = weekdayNumber(w ?? '')
      // อาทิตย์ is both Sunday and "week": only วันอาทิตย์หน้า is surely the Sunday
      if (weekday === 6 && !day && !now) return undefined
      if (last) return weekday === 6 ? weekdayFromNow(at, weekday, -1) : bareWeekday(at, weekday, 'past')
      return next ? weekdayFromNow(at, weekday, 1) : thisWeekday(at, weekday, lean)
    },
  },
  {
    pattern: WEEK,
    read: ([, next, last]) => {
      const { from, to } = weekFromNow(at, next ? 1 : last ? -1 : 0)
      return between(from, to)
    },
  },
  ...DAYS_FROM_TODAY.map(([source, days]) => ({ pattern: pattern(source), read: () => on(today(at) + days) })),
  {
    pattern: IN_DAYS,
    read: ([, n, unit]) => on(today(at) + (parseNumber(n ?? '') ?? 0) * weekOrDay(unit)),
  },
  { pattern: DAYS_AGO, read: ([, n, unit]) => on(today(at) - (parseNumber(n ?? '') ?? 0) * weekOrDay(unit)) },
  {
    pattern: MONTH_RELATIVE,
    read: ([, next, last]) => {
      const { year, month } = monthFromNow(at, next ? 1 : last ? -1 : 0)
      return wholeMonth(year, month)
    },
  },
  ...FEASTS.map(([source, month, date, days]) => ({
    pattern: pattern(source),
    read: (): When => {
      return lasting(resolveDate(month, date, undefined, at, 'future'), days)
    },
  })),
  ...MOON_FEASTS.map(([source, days]) => ({ pattern: pattern(source), read: () => nextFeast(at, days) })),
  {
    pattern: MONTH_NAMED,
    read: ([, m, y, yWords]) => {
      const { year, month } = resolveMonth(monthNumber(m ?? ''), yearFrom(y, yWords, at), at, lean)
      return wholeMonth(year, month)
    },
  },
  {
    pattern: WEEKDAY_ALONE,
    read: ({ 0: all, 1: day, 2: w, input, index }) => {
      const weekday = weekdayNumber(w ?? '')
      const ahead = STILL_TO_COME.test(input.slice(Math.max(0, index - 14), index))
      const isDay =
        day ||
        INSTEAD.test(input.slice(index + all.length)) ||
        FROM_ANOTHER.test(input.slice(Math.max(0, index - 24), index))
      return weekday === 6 && !isDay ? undefined : bareWeekday(at, weekday, ahead ? 'future' : lean)
    },
  },
]
