import { composed } from '../../../api/triage/slots/composed.ts'
import { ENGLISH_WEEKDAY, THAI_WEEKDAY, weekdayNumber } from '../../../api/triage/slots/months.ts'

/** Weekdays as people say them of any week: เสาร์อาทิตย์ไหนก็ได้, 土日なら, 'weekends only', 平日の夜. Monday is 0. */
const WEEKEND =
  /เสาร์\s?[-/,]?\s?อาทิตย์|วันหยุด(?!ยาว)|สุดสัปดาห์|วีคเอ[น็]?นด์|土日|週末|周末|[週周]六日|(?<![a-z])(?:(?:on |at |any |only |a |the )?week-?ends?|sat(?:urday)?s? (?:or|and|&|\/) sun(?:day)?s?)(?![a-z])/i
const WORKDAYS = /วันธรรมดา|วันทำงาน|平日|工作日|(?<![a-z])(?:week-?days?|midweek|working days?)(?![a-z])/i
const PLURALS = ['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays']

export function weekdaysMeant(said: string): number[] | undefined {
  const words = composed(said).toLowerCase()
  if (WEEKEND.test(words)) return [5, 6]
  if (WORKDAYS.test(words)) return [0, 1, 2, 3, 4]
  const named = PLURALS.flatMap((name, index) => (new RegExp(`(?<![a-z])${name}(?![a-z])`).test(words) ? [index] : []))
  const any = ANY_OF.exec(words)?.slice(1).find(Boolean)
  if (named.length === 0 && any) return [weekdayNumber(any)]
  return named.length > 0 ? named : undefined
}

/** 'Any Saturday', วันเสาร์ไหนก็ได้, 土曜ならいつでも. */
const ANY_OF = new RegExp(
  `(?<![a-z])(?:any|every|some|each) (${ENGLISH_WEEKDAY})(?![a-z])|(?:วัน)?(${THAI_WEEKDAY})\\s?(?:ไหน|ใด)|([月火水木金土日])曜日?(?:なら|のどれか|いつでも)`,
  'i',
)

/** 'The Saturday one', รอบวันเสาร์, 土曜の回: of those that there are the next on that weekday, whichever week it is in. */
export function weekdayOfOne(said: string): number | undefined {
  const found = ONE_ON.exec(composed(said).toLowerCase())
  const named = found?.slice(1).find(Boolean)
  return named === undefined ? undefined : weekdayNumber(named)
}
const ONE_ON = new RegExp(
  `(?<![a-z])the (${ENGLISH_WEEKDAY}) (?:one|class|session|departure|tour|trip|round|date|slot)(?![a-z])|รอบ(?:วัน)?(${THAI_WEEKDAY})|([月火水木金土日])曜日?の(?:回|方|ほう|クラス|日程|便)`,
  'i',
)

/** Those of them that were meant; all of them where none of them is. */
export function onWeekdays<T>(weekdays: readonly number[] | undefined, all: T[], dayOf: (it: T) => string): T[] {
  if (!weekdays) return all
  const fitting = all.filter((it) => weekdays.includes((new Date(`${dayOf(it)}T00:00:00Z`).getUTCDay() + 6) % 7))
  return fitting.length > 0 ? fitting : all
}
