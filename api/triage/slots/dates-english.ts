import { type At, dayFrom, isoDay, today } from './at.ts'
import {
  bareDate,
  bareWeekday,
  between,
  fullYear,
  impossible,
  lastDayOf,
  lasting,
  type Lean,
  monthFromNow,
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
} from './calendar.ts'
import { ENGLISH_MONTH, ENGLISH_WEEKDAY, monthNumber, weekdayNumber } from './months.ts'
import { ENGLISH_NUMBER, parseNumber } from './numbers.ts'
import type { Rule } from './scan.ts'

const EDGE = '(?<![a-z0-9])'
const END = '(?![a-z0-9])'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = "(?:,?\\s*(20\\d\\d|25\\d\\d|'\\d\\d))?"
const TO = '\\s*(?:-|to|till|until|through|thru)\\s*'
const PART = '(early|beginning of|start of|mid|middle of|late|end of|the end of)'
const NTH: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: -1,
  final: -1,
}
const RELATIVE: Record<string, number> = { last: -1, past: -1, previous: -1, this: 0, coming: 0, next: 1, following: 1 }

/** Spelt out, as dictated words are: the first of December, June twenty-third. */
const SPELT_DAYS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty first|twenty second|twenty third|twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth|twenty ninth|thirtieth|thirty first'
const DAY_SPELT = `(${SPELT_DAYS.replaceAll(' ', '[ -]')})`
const speltDay = (said: string | undefined): number => SPELT_DAYS.split('|').indexOf((said ?? '').replace('-', ' ')) + 1

const pattern = (source: string) => new RegExp(source, 'g')
const edged = (source: string) => pattern(`${EDGE}(?:${source})${END}`)

const SPELT_DAY_MONTH = pattern(`${EDGE}(?:the )?${DAY_SPELT} (?:day )?of (${ENGLISH_MONTH})${YEAR}${END}`)
const SPELT_MONTH_DAY = pattern(
  `${EDGE}(${ENGLISH_MONTH}) (?:the )?${DAY_SPELT}${YEAR}${END}(?! (?:week|weekend|half))`,
)
/** 30.11 is no time of day */
const DOTTED = pattern(
  `${EDGE}(?<![/.,-]|v|ver)(2[5-9]|3[01])\\.(0?[1-9]|1[0-2])${END}(?![.,%]|\\d| ?(?:บาท|baht|thb|usd|k(?![a-z])|km|กม|°|degrees|องศา))`,
)
const ISO = pattern(`${EDGE}(20\\d\\d|25\\d\\d)([-/.])(\\d{1,2})\\2(\\d{1,2})${END}`)
const NUMERIC = pattern(`${EDGE}(?<![/.-])(\\d{1,2})([/.-])(\\d{1,2})\\2(25\\d\\d|20\\d\\d|\\d\\d)${END}`)
const NUMERIC_SHORT = pattern(
  `${EDGE}(?<!/|ห้อง ?|เลขที่ ?|ซอย ?|room |no\\.? ?|หมู่ ?)(?!24/7)(\\d{1,2})/(\\d{1,2})${END}(?!/| ?(?:price|day|half|of|คน|ล้าน|stars?|ก๊วน|วัน))`,
)
const RANGE_TWO_MONTHS = pattern(
  `${EDGE}${DAY}\\s*(?:of )?(${ENGLISH_MONTH})${TO}${DAY}\\s*(?:of )?(${ENGLISH_MONTH})${YEAR}${END}`,
)
const RANGE_MONTHS_FIRST = pattern(`${EDGE}(${ENGLISH_MONTH})\\s*${DAY}${TO}(${ENGLISH_MONTH})\\s*${DAY}${YEAR}${END}`)
const RANGE_ONE_MONTH = pattern(
  `${EDGE}(?:between )?(?:the )?${DAY}(?:${TO}|(?<=between .{1,12}) and )(?:the )?${DAY}\\s*(?:of )?(${ENGLISH_MONTH})${YEAR}${END}`,
)
const DAY_OF_MONTH = pattern(
  `${EDGE}(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last|final) (${ENGLISH_WEEKDAY}|week-?end) (?:(?:of|in) )?(?:the )?(next month|this month|${ENGLISH_MONTH})${YEAR}${END}`,
)
// 9th or 10th Dec: the first of two borrows the month of the second, and the 28th or failing that 5th Dec is of the month before
const DAY_OR = pattern(
  `${EDGE}(?:the )?${DAY}(?=,? (?:or(?: else| failing that| if not)?|and|&|failing that|otherwise|if not),? (?:(?:on|maybe|possibly|perhaps) )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of )?(${ENGLISH_MONTH})${END})`,
)
const RANGE_MONTH_FIRST = pattern(
  `${EDGE}(${ENGLISH_MONTH})\\s*${DAY}${TO}${DAY}${YEAR}${END}(?!\\s*(?:am|pm|people|pax))`,
)
const WEEK_OF_MONTH = pattern(
  `${EDGE}(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last|final) week (?:of|in) (next month|this month|${ENGLISH_MONTH})${YEAR}${END}`,
)
const WEEK_OF_DAY = pattern(
  `${EDGE}(?:the )?week (?:of|starting|beginning) (?:the )?(?:(${ENGLISH_MONTH})\\s*${DAY}|${DAY}\\s*(?:of )?(${ENGLISH_MONTH}))${END}`,
)
const PART_OF_MONTH = pattern(
  `${EDGE}${PART}[ -](next month|this month|the month|month|${ENGLISH_MONTH})(?: (?:of )?(next year|this year)|${YEAR})${END}`,
)
const DAY_MONTH = pattern(`${EDGE}(?:${ENGLISH_WEEKDAY},? )?(?:the )?${DAY}\\s*(?:of )?(${ENGLISH_MONTH})${YEAR}${END}`)
const MONTH_DAY = pattern(
  `${EDGE}(?:${ENGLISH_WEEKDAY},? )?(${ENGLISH_MONTH})\\s*(?:the )?${DAY}${YEAR}${END}(?!\\s*(?:am|pm|people|pax|nights|days|:))`,
)
const WEEKDAY_AND_DATE = pattern(
  `${EDGE}(${ENGLISH_WEEKDAY})\\.?,? (?:the )?${DAY}${END}(?!\\s*(?:am|pm|people|pax|of us|adults|players|seats|คน|ท่าน|ที่)|[.:]\\d)`,
)
const WEEKDAY_WEEK = edged(`(?:on )?(${ENGLISH_WEEKDAY}) week`)
const WEEKDAY_RELATIVE = edged(
  `(last|past|previous|this|coming|next|following)(?: coming)? (${ENGLISH_WEEKDAY})(?:'s)?`,
)
const WEEKDAY_OF_WEEK = edged(`(?:on )?(${ENGLISH_WEEKDAY}),?(?: of)?(?: the)? (this|next|following|last) week`)
const NEXT_WEEKDAY_AFTER = edged(`(?:the )?(?:(${ENGLISH_WEEKDAY})|week) after next`)
const FOLLOWING_WEEK = edged('(?:the )?following week')
const EASTER = edged('easter(?: (?:sunday|weekend|holidays?|break))?(?: (20\\d\\d))?')
const WEEKDAY_ALONE = edged(`(?<!(?<![a-z])(?:any|every|most|each|an?) )(${ENGLISH_WEEKDAY})(?:'s)?`)
/** 'We sat down', 'out in the sun': no day. */
const SAT_OR_SUN =
  /^sat (?:down|there|here|around|waiting|through|outside|next|behind|an?(?![a-z])|in (?:the |a |an |our )(?!morning|afternoon|evening))|(?<![a-z])(?:i|we|he|she|they|you|who|just|all|and then) sat$|(?<![a-z])(?:in|under|out of|from) the (?:hot |full |blazing |midday )?sun$/
const WEEKDAY_IN_LATIN = edged('wan ?(jan|chan|angkh?an|ph?ut|ph?aruehat|ph?ruehat|suk|sao|ath?it)')
const THAI_IN_LATIN = [/^(?:jan|chan)$/, /^ang/, /^ph?ut$/, /^ph?a?rue/, /^suk$/, /^sao$/, /^ath?it$/]
const WEEKEND = edged(`(?:(this|next|last|coming|the) )?weekend`)
const WEEK = edged('(this|next|last|past) week')
const MONTH_RELATIVE = edged('(this|next|last|past) month')
const IN_DAYS = edged(`in (\\d{1,2}|${ENGLISH_NUMBER}|a) (days?|weeks?)`)
const DAYS_FROM_NOW = edged(`(\\d{1,2}|${ENGLISH_NUMBER}|a) (days?|weeks?) from (?:today|now)`)
const DAYS_AGO = edged(`(\\d{1,2}|${ENGLISH_NUMBER}|a) (days?|weeks?) ago`)
const MONTH_NAMED = edged(`(${ENGLISH_MONTH})(?:,? (20\\d\\d|25\\d\\d)| (next year|this year))?`)
const DATE_ALONE = pattern(
  `${EDGE}(?:on |until |by |till )?the (\\d{1,2})(?:st|nd|rd|th)${END}(?! (?:floor|hole|time|street|year|birthday|person|order|night|day|tee))`,
)
const HOLIDAYS: [RegExp, number, number, number][] = [
  [edged('(?:christmas|xmas) eve'), 12, 24, 0],
  [edged('christmas(?: day)?|xmas(?: day)?'), 12, 25, 0],
  [edged('boxing day'), 12, 26, 0],
  [edged("new year'?s? eve|nye"), 12, 31, 0],
  [edged("new year'?s? day"), 1, 1, 0],
  [edged('songkran'), 4, 13, 2],
  [edged("valentine'?s?(?: day)?"), 2, 14, 0],
  [edged('golden week'), 4, 29, 6],
  [edged("new year'?s?"), 12, 31, 1],
]
const CNY = edged('chinese new year|lunar new year|cny')
const LOY_KRATHONG = edged('loy krathong')

const FROM_TODAY: [RegExp, number][] = [
  // Thai in Latin letters
  [edged('(?:wan )?ph?rung ?nee'), 1],
  [edged('ma ?ruen(?: ?nee)?'), 2],
  [edged('wan ?nee|kh?uen ?nee'), 0],
  [edged('(?:the )?day after tomorrow'), 2],
  [edged('(?:the )?day before yesterday'), -2],
  [edged("tomorrow(?:'s)?|tmrw|tmr|tomorow|tommorow|tommorrow|2moro|2morrow"), 1],
  [edged("yesterday(?:'s)?|last night(?:'s)?"), -1],
  [edged("today(?:'s)?|tonight(?:'s)?|tonite|2nite|2night|2day|this (?:morning|afternoon|evening)(?:'s)?"), 0],
]

const partOf = (said: string) =>
  said.startsWith('early') || said.startsWith('be') || said.startsWith('start')
    ? 'early'
    : said.startsWith('mid')
      ? 'mid'
      : 'late'

const monthSaid = (said: string, year: string | undefined, at: At, lean: Lean) => {
  if (said === 'next month') return monthFromNow(at, 1)
  if (said === 'this month' || said === 'the month' || said === 'month') return monthFromNow(at, 0)
  return resolveMonth(monthNumber(said), fullYear(year), at, lean)
}

/** 'Next year', as the year is written. */
const yearSaid = (which: string | undefined, at: At): string | undefined =>
  which && String(monthFromNow(at, which === 'next year' ? 12 : 0).year)

const KANA = /[ぁ-んァ-ヶ]/

const numericDate = (first: number, second: number, year: number | undefined, at: At, lean: Lean): When | undefined => {
  // Day first, as Thailand writes it; 12/25 can only be the other way round
  if (second <= 12) return resolveDate(second, first, year, at, lean)
  return first <= 12 && second <= 31 ? resolveDate(first, second, year, at, lean) : year ? impossible : undefined
}

/** The day named first is the earlier one, if that still lies ahead. */
function firstOfTwo(day: number, later: number, month: number, at: At, lean: Lean): When {
  const named = resolveDate(month, day, undefined, at, lean)
  const second = resolveDate(month, later, undefined, at, lean)
  if (day <= later || !('from' in second)) return named
  const [year = 0, its = 1] = second.from.split('-').map(Number)
  const before = resolveDate(its === 1 ? 12 : its - 1, day, its === 1 ? year - 1 : year, at, lean)
  return 'from' in before && dayFrom(before.from) >= today(at) ? before : named
}

const weeksOrDays = (unit: string | undefined) => (unit?.startsWith('week') ? 7 : 1)

/** "may" and "march" are also verbs: alone they need a word that makes them a month. */
const isMonthHere = (match: RegExpExecArray): boolean => {
  const before = match.input.slice(Math.max(0, match.index - 12), match.index)
  if (/^march$/.test(match[1] ?? ''))
    return !/(?:we|they|to|will|must) $/.test(before) && !/^ (?:on|up|in|to|into|through)\b/.test(after(match))
  return (
    !/^may$/.test(match[1] ?? '') ||
    match[2] !== undefined ||
    match[3] !== undefined ||
    /(?:^|\s)(?:in|of|for|early|late|mid|until|by|next|this|since|from|to|or|around|during|before|after)\s*$|[,-]\s*$/.test(
      before,
    ) ||
    /[\u0e00-\u0e7f]\s*$/.test(before)
  )
}

const after = ({ input, index, 0: all }: RegExpExecArray): string =>
  input.slice(index + all.length, index + all.length + 12)

export const englishDates = (at: At, lean: Lean): Rule<When>[] => [
  { pattern: ISO, read: ([, y, , m, d]) => resolveDate(Number(m), Number(d), fullYear(y), at, lean) },
  {
    pattern: NUMERIC,
    read: ([, d, , m, y]) => numericDate(Number(d), Number(m), fullYear(y), at, lean),
  },
  {
    pattern: SPELT_DAY_MONTH,
    read: ([, d, m, y]) => resolveDate(monthNumber(m ?? ''), speltDay(d), fullYear(y), at, lean),
  },
  {
    pattern: SPELT_MONTH_DAY,
    read: ([, m, d, y]) => resolveDate(monthNumber(m ?? ''), speltDay(d), fullYear(y), at, lean),
  },
  { pattern: DOTTED, read: ([, d, m]) => resolveDate(Number(m), Number(d), undefined, at, lean) },
  {
    pattern: RANGE_TWO_MONTHS,
    read: ([, d1, m1, d2, m2, y]) =>
      resolveRange(
        { month: monthNumber(m1 ?? ''), date: Number(d1) },
        { month: monthNumber(m2 ?? ''), date: Number(d2) },
        fullYear(y),
        at,
        lean,
      ),
  },
  {
    pattern: RANGE_MONTHS_FIRST,
    read: ([, m1, d1, m2, d2, y]) =>
      resolveRange(
        { month: monthNumber(m1 ?? ''), date: Number(d1) },
        { month: monthNumber(m2 ?? ''), date: Number(d2) },
        fullYear(y),
        at,
        lean,
      ),
  },
  {
    pattern: RANGE_ONE_MONTH,
    read: ([, d1, d2, m, y]) => {
      const month = monthNumber(m ?? '')
      return resolveRange({ month, date: Number(d1) }, { month, date: Number(d2) }, fullYear(y), at, lean)
    },
  },
  {
    pattern: RANGE_MONTH_FIRST,
    read: ([, m, d1, d2, y]) => {
      const month = monthNumber(m ?? '')
      return resolveRange({ month, date: Number(d1) }, { month, date: Number(d2) }, fullYear(y), at, lean)
    },
  },
  {
    pattern: WEEK_OF_MONTH,
    read: ([, nth, said, y]) => {
      const { year, month } = monthSaid(said ?? '', y, at, lean)
      return weekOfMonth(year, month, NTH[nth ?? ''] ?? 1)
    },
  },
  {
    pattern: DAY_OF_MONTH,
    read: ([, nth, day = '', said, y]) => {
      const { year, month } = monthSaid(said ?? '', y, at, lean)
      const which = NTH[nth ?? ''] ?? 1
      return day.startsWith('week')
        ? weekendOfMonth(year, month, which)
        : weekdayOfMonth(year, month, weekdayNumber(day), which)
    },
  },
  {
    pattern: WEEK_OF_DAY,
    read: ([, m1, d1, d2, m2]) =>
      lasting(resolveDate(monthNumber(m1 ?? m2 ?? ''), Number(d1 ?? d2), undefined, at, lean), 6),
  },
  {
    pattern: PART_OF_MONTH,
    read: ([, part, said, which, y]) => {
      const { year, month } = monthSaid(said ?? '', yearSaid(which, at) ?? y, at, lean)
      if (said !== 'the month' && said !== 'month') return thirdOf(year, month, partOf(part ?? ''))
      return partOf(part ?? '') === 'late' ? lastDayOf(year, month) : thirdOf(year, month, partOf(part ?? ''))
    },
  },
  { pattern: DAY_OR, read: ([, d, later, m]) => firstOfTwo(Number(d), Number(later), monthNumber(m ?? ''), at, lean) },
  { pattern: DAY_MONTH, read: ([, d, m, y]) => resolveDate(monthNumber(m ?? ''), Number(d), fullYear(y), at, lean) },
  { pattern: MONTH_DAY, read: ([, m, d, y]) => resolveDate(monthNumber(m ?? ''), Number(d), fullYear(y), at, lean) },
  {
    pattern: NUMERIC_SHORT,
    read: ({ 1: d, 2: m, input }) => {
      // Japanese write the month first
      if (KANA.test(input) && Number(d) <= 12) return resolveDate(Number(d), Number(m), undefined, at, lean)
      return Number(m) <= 12 || Number(d) <= 12 ? numericDate(Number(d), Number(m), undefined, at, lean) : undefined
    },
  },
  { pattern: WEEKDAY_AND_DATE, read: ([, w, d]) => weekdayAndDate(at, weekdayNumber(w ?? ''), Number(d), lean) },
  {
    pattern: WEEKDAY_OF_WEEK,
    read: ([, w, which]) => weekdayFromNow(at, weekdayNumber(w ?? ''), RELATIVE[which ?? ''] ?? 0),
  },
  {
    pattern: NEXT_WEEKDAY_AFTER,
    read: ([, w]) => {
      if (w) return weekdayFromNow(at, weekdayNumber(w), 2)
      const { from, to } = weekFromNow(at, 2)
      return between(from, to)
    },
  },
  {
    pattern: FOLLOWING_WEEK,
    read: ({ input, index }) => {
      // "from Thursday to the following week": the week after that of the day just named
      const named = ENGLISH_DAY_NAMED.exec(input.slice(Math.max(0, index - 40), index))
      const weeks = named && bareWeekday(at, weekdayNumber(named[1] ?? ''), 'future')
      const ahead = weeks && 'from' in weeks && weeks.from > isoDay(weekFromNow(at, 0).to) ? 2 : 1
      const { from, to } = weekFromNow(at, ahead)
      return between(from, to)
    },
  },
  { pattern: EASTER, read: ([, y]) => lunar(at, EASTER_SUNDAY, y ? Number(y) : undefined) },
  {
    pattern: WEEKDAY_WEEK,
    read: ([, w]) => {
      const soon = bareWeekday(at, weekdayNumber(w ?? ''), 'future')
      return 'from' in soon ? on(dayFrom(soon.from) + 7) : soon
    },
  },
  {
    pattern: WEEKDAY_RELATIVE,
    read: ([, which, w]) => {
      const weekday = weekdayNumber(w ?? '')
      const weeks = RELATIVE[which ?? ''] ?? 0
      if (weeks < 0) return bareWeekday(at, weekday, 'past')
      if (which === 'coming') return bareWeekday(at, weekday, 'future')
      return weeks === 0 ? thisWeekday(at, weekday, lean) : weekdayFromNow(at, weekday, weeks)
    },
  },
  {
    pattern: DAYS_FROM_NOW,
    read: ([, n, unit]) => on(today(at) + (parseNumber(n === 'a' ? '1' : (n ?? '')) ?? 0) * weeksOrDays(unit)),
  },
  ...FROM_TODAY.map(([it, days]) => ({ pattern: it, read: () => on(today(at) + days) })),
  { pattern: WEEKEND, read: ([, which]) => weekend(at, RELATIVE[which ?? ''] ?? 0) },
  {
    pattern: WEEK,
    read: ([, which]) => {
      const { from, to } = weekFromNow(at, RELATIVE[which ?? ''] ?? 0)
      return between(from, to)
    },
  },
  {
    pattern: MONTH_RELATIVE,
    read: ([, which]) => {
      const { year, month } = monthFromNow(at, RELATIVE[which ?? ''] ?? 0)
      return wholeMonth(year, month)
    },
  },
  {
    pattern: IN_DAYS,
    read: ([, n, unit]) => on(today(at) + (parseNumber(n === 'a' ? '1' : (n ?? '')) ?? 0) * weeksOrDays(unit)),
  },
  {
    pattern: DAYS_AGO,
    read: ([, n, unit]) => on(today(at) - (parseNumber(n === 'a' ? '1' : (n ?? '')) ?? 0) * weeksOrDays(unit)),
  },
  { pattern: CNY, read: () => lunar(at, LUNAR_NEW_YEAR) },
  { pattern: LOY_KRATHONG, read: () => lunar(at, { 2026: [11, 24], 2027: [11, 13], 2028: [11, 2] }) },
  ...HOLIDAYS.map(([it, month, date, days]) => ({
    pattern: it,
    read: () => lasting(resolveDate(month, date, undefined, at, 'future'), days),
  })),
  {
    pattern: MONTH_NAMED,
    read: (match) => {
      if (!isMonthHere(match)) return undefined
      const said = yearSaid(match[3], at) ?? match[2]
      const { year, month } = resolveMonth(monthNumber(match[1] ?? ''), fullYear(said), at, lean)
      return wholeMonth(year, month)
    },
  },
  {
    pattern: WEEKDAY_IN_LATIN,
    read: ([, w]) =>
      bareWeekday(
        at,
        THAI_IN_LATIN.findIndex((it) => it.test(w ?? '')),
        lean,
      ),
  },
  {
    pattern: WEEKDAY_ALONE,
    read: ({ 0: all, 1: w, input, index }) => {
      const before = input.slice(Math.max(0, index - 24), index + all.length)
      if (SAT_OR_SUN.test(input.slice(index, index + 24)) || SAT_OR_SUN.test(before)) return undefined
      const ahead = STILL_TO_COME.test(input.slice(Math.max(0, index - 16), index))
      return bareWeekday(at, weekdayNumber(w ?? ''), ahead ? 'future' : lean)
    },
  },
  { pattern: DATE_ALONE, read: ([, d]) => bareDate(at, Number(d), lean) },
]

/** A weekday that is still to come, whatever has gone wrong: "by Friday", "we fly Monday". */
const STILL_TO_COME =
  /(?:by|before|until|till|leave|leaves|leaving|fly|flies|flying|depart|departs|departing|due|arrive|arriving|travel|travelling)(?: on| this)? $/
const ENGLISH_DAY_NAMED = new RegExp(`${EDGE}(${ENGLISH_WEEKDAY})${END}`)
const EASTER_SUNDAY: Record<number, [number, number]> = { 2026: [4, 5], 2027: [3, 28], 2028: [4, 16], 2029: [4, 1] }
const LUNAR_NEW_YEAR: Record<number, [number, number]> = { 2026: [2, 17], 2027: [2, 6], 2028: [1, 26], 2029: [2, 13] }

const lunar = (at: At, days: Record<number, [number, number]>, said?: number): When | undefined => {
  const fixed = said === undefined ? undefined : days[said]
  if (said !== undefined && fixed) return resolveDate(fixed[0], fixed[1], said, at, 'future')
  const year = monthFromNow(at, 0).year
  for (const it of [year, year + 1]) {
    const day = days[it]
    if (!day) continue
    const when = resolveDate(day[0], day[1], it, at, 'future')
    const now = on(today(at))
    if ('from' in when && 'from' in now && when.from >= now.from) return when
  }
  return undefined
}

const weekend = (at: At, weeks: number): When => {
  const { to } = weekFromNow(at, weeks)
  return between(to - 1, to)
}
