import { type At, today } from './at.ts'
import {
  bareDate,
  bareWeekday,
  between,
  fullYear,
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
  weekdayFromNow,
  weekFromNow,
  weekOfMonth,
  wholeMonth,
} from './calendar.ts'
import { parseNumber } from './numbers.ts'
import type { Rule } from './scan.ts'

const pattern = (source: string) => new RegExp(source, 'g')

const YEAR = '(?:(20\\d\\d|25\\d\\d|明|今)年\\s*)?'
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const DAY = '(?:号|號|日)'
const NOTE = '(?:\\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?'
const TO = '\\s*(?:-|~|到|至|~)\\s*'
const WEEK = '(?:周|週|星期|礼拜|禮拜)'
const WEEKDAYS = '一二三四五六日'
/** 下 is the next one, 下下 the one after; 这 and 本 the present one. */
const steps = (said: string | undefined): number => {
  if (!said) return 0
  if (said.startsWith('上')) return -said.replace(/[^上]/g, '').length
  return said.replace(/[^下]/g, '').length
}
const PART: Record<string, 'early' | 'mid' | 'late'> = {
  初: 'early',
  月初: 'early',
  上旬: 'early',
  中: 'mid',
  中旬: 'mid',
  下旬: 'late',
}

const RANGE = pattern(`${YEAR}${NUMBER}月${NUMBER}${DAY}?${NOTE}${TO}(?:${NUMBER}月)?${NUMBER}${DAY}${NOTE}`)
const MONTH_AND_DAY = pattern(`${YEAR}${NUMBER}月${NUMBER}(?:号|號)${NOTE}`)
/** 十二月十四出发: the 14th without its 号 */
const MONTH_AND_DAY_ALONE = pattern(
  `${YEAR}${NUMBER}月(二?十[一二三四五六七八九]|二十|三十一?)(?![号號日个個人位天晚月一二三四五六七八九十])`,
)
const DAY_OF_MONTH = pattern(`(上个月|上月|这个月|這個月|本月|下个月|下個月|下月)${NUMBER}${DAY}`)
const WEEK_OF_MONTH = pattern(
  `(?:${NUMBER}月|(这个月|本月|下个月|下個月|下月))的?(?:第([一二三四])|(最后一))(?:个|個)?${WEEK}(?!末)`,
)
const PART_OF_MONTH = pattern(
  `(?:${YEAR}${NUMBER}月|(这个月|本月|下个月|下個月|下月))(?:份)?的?(上旬|中旬|下旬|初|中(?!国|國|午|に|の|で|は|、))`,
)
const END_OF_MONTH = pattern(`(?:${NUMBER}月|(这个月|这|本月|下个月|下個月|下月))?(?:月)?底(?!部|下|层)`)
const MONTH_RELATIVE = pattern('(上上个月|上个月|上個月|上月|这个月|這個月|本月|下个月|下個月|下月)')
const WEEKDAY_NAMED = pattern(`(上上个?|上个?|下下个?|下个?|下個|这个?|這個?|本)${WEEK}([一二三四五六日天])`)
const WEEKEND = pattern(`(上个?|下下个?|下个?|下個|这个?|這個?|本)?周末|(下个?|这个?)週末`)
const WEEK_NAMED = pattern(`(上上个?|上个?|下下个?|下个?|下個|这个?|這個?|本)${WEEK}(?![一二三四五六日天末])`)
const WEEKDAY_ALONE = pattern(`(?<![上下这這本每个個])${WEEK}([一二三四五六日天])`)
const DAY_ALONE = pattern(`(?<![\\d月/.:-])${NUMBER}(?:号|號)(?!线|楼|房|门|店|机|球|車|室)`)
const DAYS_AWAY = pattern(`${NUMBER}(天|个?星期|周|个?礼拜)(后|之后|以后|前|之前|以前)`)
const NEW_YEAR = pattern('元旦(假期|三天|小长假)?')
const CHRISTMAS = pattern('圣诞节?|聖誕節?')
const SPRING_FESTIVAL = pattern('春节|春節|过年|农历新年|农历年|大年初一')
const NATIONAL_DAY = pattern('国庆节?|國慶|十一黄金周|十一假期')
const LABOUR_DAY = pattern('五一(?:假期|长假|劳动节)?(?!\\d)')
const SONGKRAN = pattern('泼水节|宋干节|潑水節')
const LOY_KRATHONG = pattern('水灯节|水燈節')

const FROM_TODAY: [RegExp, number][] = [
  [pattern('大后天|大後天'), 3],
  [pattern('后天|後天'), 2],
  [pattern('前天'), -2],
  [pattern('明天|明晚|明早|明儿'), 1],
  [pattern('昨天|昨晚|昨日'), -1],
  [pattern('今天|今晚|今早|今儿|今日'), 0],
]

const SPRING_FESTIVALS: Record<number, [number, number]> = { 2026: [2, 17], 2027: [2, 6], 2028: [1, 26], 2029: [2, 13] }
const WATER_LIGHTS: Record<number, [number, number]> = { 2026: [11, 24], 2027: [11, 13], 2028: [11, 2], 2029: [11, 20] }

const number = (said: string | undefined): number => parseNumber(said ?? '') ?? 0
const weekday = (said: string | undefined): number => (said === '天' ? 6 : WEEKDAYS.indexOf(said ?? ''))

const yearSaid = (said: string | undefined, at: At): number | undefined => {
  if (said === '明' || said === '今') return monthFromNow(at, said === '明' ? 12 : 0).year
  return fullYear(said)
}

const monthSaid = (which: string | undefined): number =>
  which === '这' || which === undefined ? 0 : steps(which.replace('月', '').replace('个', '').replace('個', ''))

const lunar = (at: At, days: Record<number, [number, number]>): When | undefined => {
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

/** Mainland and Taiwan's writing; what Chinese and Japanese write alike (12月3日, 今年) the Japanese rules read. */
export const chineseDates = (at: At, lean: Lean): Rule<When>[] => [
  {
    pattern: RANGE,
    read: ([, y, m1, d1, m2, d2]) =>
      resolveRange(
        { month: number(m1), date: number(d1) },
        { month: m2 ? number(m2) : number(m1), date: number(d2) },
        yearSaid(y, at),
        at,
        lean,
      ),
  },
  {
    pattern: MONTH_AND_DAY,
    read: ([, y, m, d]) => resolveDate(number(m), number(d), yearSaid(y, at), at, lean),
  },
  {
    pattern: MONTH_AND_DAY_ALONE,
    read: ([, y, m, d]) => resolveDate(number(m), number(d), yearSaid(y, at), at, lean),
  },
  {
    pattern: DAY_OF_MONTH,
    read: ([, which, d]) => {
      const { year, month } = monthFromNow(at, monthSaid(which))
      return resolveDate(month, number(d), year, at, lean)
    },
  },
  {
    pattern: WEEK_OF_MONTH,
    read: ([, m, which, nth]) => {
      const { year, month } = which ? monthFromNow(at, monthSaid(which)) : resolveMonth(number(m), undefined, at, lean)
      return weekOfMonth(year, month, nth ? number(nth) : -1)
    },
  },
  {
    pattern: PART_OF_MONTH,
    read: ([, y, m, which, part]) => {
      const { year, month } = which
        ? monthFromNow(at, monthSaid(which))
        : resolveMonth(number(m), yearSaid(y, at), at, lean)
      return thirdOf(year, month, PART[part ?? ''] ?? 'late')
    },
  },
  {
    pattern: END_OF_MONTH,
    read: ([all, m, which]) => {
      if (all === '底') return undefined
      const { year, month } = m ? resolveMonth(number(m), undefined, at, lean) : monthFromNow(at, monthSaid(which))
      return lastDayOf(year, month)
    },
  },
  {
    pattern: WEEKDAY_NAMED,
    read: ([, which, w]) => {
      const weeks = steps(which)
      return weeks === 0 ? thisWeekday(at, weekday(w), lean) : weekdayFromNow(at, weekday(w), weeks)
    },
  },
  {
    pattern: WEEKEND,
    read: ([, which, other]) => {
      const { to } = weekFromNow(at, steps(which ?? other))
      return between(to - 1, to)
    },
  },
  {
    pattern: WEEK_NAMED,
    read: ([, which]) => {
      const { from, to } = weekFromNow(at, steps(which))
      return between(from, to)
    },
  },
  ...FROM_TODAY.map(([it, days]) => ({ pattern: it, read: () => on(today(at) + days) })),
  {
    pattern: DAYS_AWAY,
    read: ([, n, unit, way]) => on(today(at) + number(n) * (unit === '天' ? 1 : 7) * (/前/.test(way ?? '') ? -1 : 1)),
  },
  {
    pattern: MONTH_RELATIVE,
    read: ([, which]) => {
      const { year, month } = monthFromNow(at, monthSaid(which))
      return wholeMonth(year, month)
    },
  },
  {
    pattern: NEW_YEAR,
    read: ([, days]) => {
      const start = resolveDate(1, 1, undefined, at, 'future')
      return days ? lasting(start, 2) : start
    },
  },
  { pattern: CHRISTMAS, read: () => resolveDate(12, 25, undefined, at, 'future') },
  { pattern: SPRING_FESTIVAL, read: () => lunar(at, SPRING_FESTIVALS) },
  { pattern: LOY_KRATHONG, read: () => lunar(at, WATER_LIGHTS) },
  { pattern: NATIONAL_DAY, read: () => lasting(resolveDate(10, 1, undefined, at, 'future'), 6) },
  { pattern: LABOUR_DAY, read: () => lasting(resolveDate(5, 1, undefined, at, 'future'), 4) },
  { pattern: SONGKRAN, read: () => lasting(resolveDate(4, 13, undefined, at, 'future'), 2) },
  { pattern: WEEKDAY_ALONE, read: ([, w]) => bareWeekday(at, weekday(w), lean) },
  { pattern: DAY_ALONE, read: ([, d]) => bareDate(at, number(d), lean) },
]
