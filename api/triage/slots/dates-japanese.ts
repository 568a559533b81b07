import { type At, today } from './at.ts'
import {
  bareDate,
  bareWeekday,
  between,
  lastDayOf,
  lasting,
  type Lean,
  monthFromNow,
  on,
  resolveDate,
  resolveMonth,
  resolveRange,
  thirdOf,
  type When,
  weekdayFromNow,
  weekFromNow,
  weekdayOfMonth,
  weekendOfMonth,
  weekOfMonth,
  wholeMonth,
} from './calendar.ts'
import { weekdayNumber } from './months.ts'
import { parseNumber } from './numbers.ts'
import type { Rule } from './scan.ts'

const pattern = (source: string) => new RegExp(source, 'g')

const YEAR = '(?:(20\\d\\d)年)?'
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const WEEKDAY_NOTE = '(?:\\s*[(（][月火水木金土日][)）])?'
const TO = '\\s*(?:-|から|より|~)\\s*'
const WHICH: Record<string, number> = {
  先週: -1,
  今週: 0,
  来週: 1,
  再来週: 2,
  先月: -1,
  今月: 0,
  来月: 1,
  再来月: 2,
  前の: -1,
  今度の: 0,
  次の: 1,
}
const PART: Record<string, 'early' | 'mid' | 'late'> = {
  上旬: 'early',
  初め: 'early',
  初旬: 'early',
  はじめ: 'early',
  頭: 'early',
  中旬: 'mid',
  半ば: 'mid',
  下旬: 'late',
  末: 'late',
  終わり: 'late',
}
const PARTS = `(${Object.keys(PART).join('|')})`

const RANGE = pattern(`${YEAR}${NUMBER}月${NUMBER}日?${WEEKDAY_NOTE}${TO}(?:${NUMBER}月)?${NUMBER}日${WEEKDAY_NOTE}`)
const MONTH_AND_DAY = pattern(`${YEAR}${NUMBER}月${NUMBER}日${WEEKDAY_NOTE}`)
const WEEK_OF_MONTH = pattern(`(?:${NUMBER}月|(今月|来月))の?(?:第([1-4一二三四])|(最終|最後の))週目?`)
const WEEKDAY_OF_MONTH = pattern(
  `(?:${NUMBER}月|(今月|来月|再来月))の?(?:第([1-4一二三四])|(最初の?)|(最終|最後の?))の?(?:([月火水木金土日])(?:曜日?)?|週末)`,
)
const RELATIVE_MONTH_DAY = pattern(`(先月|今月|来月)の?${NUMBER}日`)
const RELATIVE_MONTH_PART = pattern(`(先月|今月|来月)の?${PARTS}`)
const MONTH_PART = pattern(`${YEAR}${NUMBER}月の?${PARTS}`)
const MONTH = pattern(`${YEAR}${NUMBER}月(?!曜)(?:中)?`)
const RELATIVE_MONTH = pattern('(先月|今月|来月|再来月)')
const WEEKDAY_OF_WEEK = pattern('(先週|今週|来週|再来週|今度の|次の|前の)の?([月火水木金土日])(?:曜日?)')
const WEEKEND = pattern('(今週末|来週末|先週末|週末)')
const WEEK = pattern('(再来週|来週|今週|先週)')
/** 来月の日曜 is one of several: the month is what is known. */
const WEEKDAY = pattern('(?<!月の)([月火水木金土日])曜日?')
/** `1日体験` and `1日だけ` last a day, whichever it is. */
const LASTS = '体験|コース|教室|ツアー|プラン|レッスン|講座|クラス|観光|券'
const DAY_ALONE = pattern(
  `(?<![\\d泊])(\\d{1,2})日(?!間|前|後|目|程|分|ほど|以|補償|保証|返金|サポート|(?:も|が)?(?:たっ|経っ|経ち|過ぎ|待っ)|も(?:かか|届|来|待)|ぶり|連続|あたり|につき|\\s?\\d{3}|${LASTS})(?<!(?<!\\d)1日(?=だけ|のみ|中|限定))`,
)
const DAYS_AWAY = pattern('(?<!\\d)(\\d{1,2}|[一二三四五六七八九十])(日|週間)(前|後)')
const MONTH_END = pattern('月末')
const NEW_YEAR = pattern('年末年始|お?正月')
const FEASTS: readonly (readonly [RegExp, month: number, date: number])[] = [
  [pattern('クリスマス[・\\s]?[イェ][ブヴ]|聖夜'), 12, 24],
  [pattern('クリスマス(?:当日)?'), 12, 25],
  [pattern('大晦日|大みそか|おおみそか'), 12, 31],
  [pattern('元日|元旦'), 1, 1],
  [pattern('バレンタイン(?:デー)?'), 2, 14],
]
const GOLDEN_WEEK = pattern('ゴールデンウィーク|gw(?![a-z])')

const FROM_TODAY: [RegExp, number][] = [
  [pattern('明後日|あさって'), 2],
  [pattern('一昨日|おととい'), -2],
  [pattern('明日|あした|あす(?=[、のはに朝]|$)|明朝|明晩'), 1],
  [pattern('昨日|昨晩|昨夜|きのう'), -1],
  [pattern('今日|本日|今夜|今晩|今朝|きょう'), 0],
]

const number = (said: string | undefined): number => parseNumber(said ?? '') ?? 0

const offset = (which: string | undefined): number => WHICH[which ?? ''] ?? 0

export const japaneseDates = (at: At, lean: Lean): Rule<When>[] => [
  {
    pattern: RANGE,
    read: ([, y, m1, d1, m2, d2]) =>
      resolveRange(
        { month: number(m1), date: number(d1) },
        { month: m2 ? number(m2) : number(m1), date: number(d2) },
        y ? Number(y) : undefined,
        at,
        lean,
      ),
  },
  {
    pattern: MONTH_AND_DAY,
    read: ([, y, m, d]) => resolveDate(number(m), number(d), y ? Number(y) : undefined, at, lean),
  },
  {
    pattern: WEEKDAY_OF_MONTH,
    read: ([, m, which, nth, first, , day]) => {
      const { year, month } = which ? monthFromNow(at, offset(which)) : resolveMonth(number(m), undefined, at, lean)
      const place = nth ? number(nth) : first ? 1 : -1
      return day ? weekdayOfMonth(year, month, weekdayNumber(day), place) : weekendOfMonth(year, month, place)
    },
  },
  {
    pattern: WEEK_OF_MONTH,
    read: ([, m, which, nth]) => {
      const { year, month } = which ? monthFromNow(at, offset(which)) : resolveMonth(number(m), undefined, at, lean)
      return weekOfMonth(year, month, nth ? number(nth) : -1)
    },
  },
  {
    pattern: RELATIVE_MONTH_DAY,
    read: ([, which, d]) => {
      const { year, month } = monthFromNow(at, offset(which))
      return resolveDate(month, number(d), year, at, lean)
    },
  },
  {
    pattern: RELATIVE_MONTH_PART,
    read: ([, which, part]) => {
      const { year, month } = monthFromNow(at, offset(which))
      return thirdOf(year, month, PART[part ?? ''] ?? 'late')
    },
  },
  {
    pattern: MONTH_PART,
    read: ([, y, m, part]) => {
      const { year, month } = resolveMonth(number(m), y ? Number(y) : undefined, at, lean)
      return thirdOf(year, month, PART[part ?? ''] ?? 'late')
    },
  },
  {
    pattern: MONTH,
    read: ([, y, m]) => {
      const { year, month } = resolveMonth(number(m), y ? Number(y) : undefined, at, lean)
      return wholeMonth(year, month)
    },
  },
  { pattern: WEEKDAY_OF_WEEK, read: ([, which, w]) => weekdayFromNow(at, weekdayNumber(w ?? ''), offset(which)) },
  {
    pattern: WEEKEND,
    read: ([, which]) => {
      const { to } = weekFromNow(at, offset(which?.slice(0, 2)))
      return between(to - 1, to)
    },
  },
  {
    pattern: WEEK,
    read: ([, which]) => {
      const { from, to } = weekFromNow(at, offset(which))
      return between(from, to)
    },
  },
  {
    pattern: RELATIVE_MONTH,
    read: ([, which]) => {
      const { year, month } = monthFromNow(at, offset(which))
      return wholeMonth(year, month)
    },
  },
  ...FROM_TODAY.map(([it, days]) => ({ pattern: it, read: () => on(today(at) + days) })),
  {
    pattern: DAYS_AWAY,
    read: ([, n, unit, way]) => on(today(at) + number(n) * (unit === '日' ? 1 : 7) * (way === '前' ? -1 : 1)),
  },
  { pattern: NEW_YEAR, read: () => lasting(resolveDate(12, 31, undefined, at, 'future'), 1) },
  ...FEASTS.map(([pattern, month, date]) => ({
    pattern,
    read: () => resolveDate(month, date, undefined, at, 'future'),
  })),
  { pattern: GOLDEN_WEEK, read: () => lasting(resolveDate(4, 29, undefined, at, 'future'), 6) },
  {
    pattern: MONTH_END,
    read: () => {
      const { year, month } = monthFromNow(at, 0)
      return lastDayOf(year, month)
    },
  },
  { pattern: WEEKDAY, read: ([, w]) => bareWeekday(at, weekdayNumber(w ?? ''), lean) },
  { pattern: DAY_ALONE, read: ([, d]) => bareDate(at, Number(d), lean) },
]
