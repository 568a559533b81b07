import type { CaseConcern } from '../../cases/schema.ts'
import { concernsOf, type Intent, isCalled, type TenantLabels } from '../understanding.ts'
import { type At, dayFrom, isoDay, today } from './at.ts'
import type { DateReading } from './dates.ts'
import type { PeopleReading } from './people.ts'
import { SLIP_OF_THE_TONGUE } from './slip.ts'
import type { TimeReading } from './times.ts'

type Matter = At & { intent: Intent; caseType?: string; bookingKind?: string; labels: TenantLabels }

const concerns = (it: Matter, what: CaseConcern): boolean => concernsOf(it.labels, it.caseType).includes(what)

/** Both the wrong value and the right one are part of the trouble. */
const isWrongValue = (it: Matter): boolean => concerns(it, 'document')
const INSTEAD_OF = /(?:instead of|rather than|แทนที่จะเป็น|แทนที่จะ|แทน)\s*(?:on |at |the )?$/

const before = (low: string, it: { index: number }, length = 26): string =>
  low.slice(Math.max(0, it.index - length), it.index)
const after = (low: string, it: { index: number; text: string }): string =>
  low.slice(it.index + it.text.length, it.index + it.text.length + 20)

const THE_OLD_ONE_BEFORE =
  /(?:จาก|จากวันที่|จากรอบ|(?<![a-z])from|from the|ของ|จองไว้|booked for|ลงไว้|ลงรุ่น|คลาส\S{0,10}|(?<![a-z])not|รอบเดิม|เดิม(?:เป็น|คือ)?)\s*$/
const THE_OLD_ONE_AFTER =
  /^\s*(?:ไม่ว่าง|ไปไม่ได้|ไม่ได้แล้ว|ตรงกับ|ลงไว้|ติด(?:งาน|ธุระ)|の予約|の回|を|から(?!で)|的(?:预约|预订)|改(?:到|成))/
/** "Saturday to the 5th": what is moved away from. */
const MOVES_TO =
  /^\s*(?:ไป(?:เป็น|รอบ|วันที่)?|เป็น(?:วันที่|รอบ)?|เปลี่ยนเป็น|->|→|(?<![a-z])to(?: the)?(?![a-z])|改到|改成|から|に)\s*(?:\d|วัน|รอบ|เสาร์|อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เดือน|ต้น|ปลาย|กลาง|next|mon|tue|wed|thu|fri|sat|sun|the|下|周|来|$)/
const NEW_ONE_BEFORE =
  /(?:改到|改成|改为|換到|换到|换成|เปลี่ยนเป็น|เลื่อนเป็น|เลื่อนไป(?:เป็น)?|ย้ายไป|ขยับไป|ขอเป็น|(?<![a-z])(?:move|change|shift|push|switch|postpone)d?(?: it| this| that| us| them| my booking| our booking| the booking)?(?: back| forward)? to)\s*(?:วันที่|รอบ|วัน|on |the )?\s*$/
const NEW_ONE_AFTER = /^\s*(?:に(?:変更|振替|振り替え|延期|ずらし|移)|へ(?:変更|振替|延期))/
const NOT_THIS_ONE = /(?:ไม่ใช่|ไม่เอา|(?<![a-z])not|不是|ではなく)\s*(?:วัน|on |the |this )?$/
const WEEKEND_WORD = /^(?:weekends?|the weekend|เสาร์.?อาทิตย์|週末|周末)$/i
const THIS_MORNING = /^(?:เมื่อเช้า(?:นี้)?|เช้านี้|this morning|今朝|今早)/i
const TODAY_WORD =
  /^(?:วันนี้|คืนนี้|เย็นนี้|บ่ายนี้|เช้านี้|ค่ำนี้|today|tonight|this (?:morning|afternoon|evening)|今日|今夜|今晩|本日|今天|今晚)/i
const TONIGHT = /^(?:คืนนี้|เย็นนี้|tonight|this evening|今夜|今晩|今晚)/i
const LOOSE_NOW = /^(?:เดือนนี้|this month|今月|这个月|本月|อาทิตย์นี้|สัปดาห์นี้|this week|今週|这周|本周)/i
const DEADLINE_BEFORE = /(?:(?<![a-z])(?:by|before|until|till)|ก่อน|ภายใน)\s*(?:วัน|the )?$/
const FEAST =
  /^(?:วันพ่อ|วันแม่|(?:วัน)?ลอยกระทง|(?:วัน)?คริส|(?:วัน)?วาเลนไทน์|ตรุษจีน|christmas|xmas|valentine|loy krathong|easter|圣诞|元旦|元日|クリスマス|大晦日|バレンタイン)/i
const MONTH_END = /^(?:สิ้นเดือน|(?:the )?end of (?:the|this) month|月末|月底)/i
const FROM_NOW = /^(?:in \d|in (?:a|one|two|three|four|five|six|seven) |อีก)/i
const PAYS = /โอน|จ่าย|เติม|ชำระ|paid|transfer|振込|入金|付/
const LAST_WEEK = /^(?:อาทิตย์ก่อน|สัปดาห์ก่อน|อาทิตย์ที่แล้ว|สัปดาห์ที่แล้ว|last week|先週|上周)/i

const isStretch = (it: DateReading): boolean => !it.impossible && (it.to !== undefined || it.month !== undefined)

/** Of the dates of a message those that the matter is about. */
export const wantedDates = (low: string, dates: readonly DateReading[], matter: Matter): readonly DateReading[] => {
  const said = dates.filter((it) => isWrongValue(matter) || !INSTEAD_OF.test(before(low, it)))
  if (matter.intent === 'booking_request') return ofBooking(low, said, matter)
  const isChange = concerns(matter, 'change')
  const told = said.filter((it) => !LOOSE_NOW.test(it.text) && !WEEKEND_WORD.test(it.text))
  const loose = isChange ? told : exactFirst(told)
  if (matter.intent === 'status_query')
    return loose.filter((it) => (!THIS_MORNING.test(it.text) || PAYS.test(low)) && !LAST_WEEK.test(it.text))
  if (matter.intent !== 'case_report') return said
  const isMoved = (it: DateReading, i: number) => loose[i + 1] !== undefined && MOVES_TO.test(after(low, it))
  if (!isChange) return ofTrouble(low, concerns(matter, 'flight') ? loose.filter((it, i) => !isMoved(it, i)) : loose)
  const marked = loose.filter((it) => NEW_ONE_BEFORE.test(before(low, it)) || NEW_ONE_AFTER.test(after(low, it)))
  if (marked.length > 0 && marked.length < loose.length) return marked
  const wanted = loose.filter(
    (it, i) => !THE_OLD_ONE_BEFORE.test(before(low, it)) && !THE_OLD_ONE_AFTER.test(after(low, it)) && !isMoved(it, i),
  )
  return wanted.length > 0 ? wanted : loose
}

/** Beside a day that is named, a month or a week is only said by the way. */
const exactFirst = (dates: readonly DateReading[]): readonly DateReading[] => {
  const hasDay = dates.some((it) => !it.impossible && !isStretch(it))
  return hasDay ? dates.filter((it) => it.impossible || !isStretch(it) || /\d/.test(it.text)) : dates
}

/** "this Friday... er, next Friday": what comes after the slip counts. */
const afterSlip = <T extends { index: number }>(low: string, found: readonly T[]): readonly T[] => {
  const slip = [...low.matchAll(SLIP_OF_THE_TONGUE)].at(-1)?.index
  if (slip === undefined) return found
  const corrected = found.filter((it) => it.index > slip)
  return corrected.length > 0 ? corrected : found
}

const BEFORE = /(?:(?<![a-z])(?:any ?time before|before|ahead of)|ก่อน(?:ถึง)?)\s*(?:วัน|the )?$/
const BEFORE_AFTERWARDS = /^\s*(?:より前|の?前に|之前|以前)/
const BY = /(?:(?<![a-z])(?:by|no later than|not later than)|ภายใน|ไม่เกิน)\s*(?:วัน|the )?$/
const BY_AFTERWARDS = /^\s*までに/

/** "Some time before Christmas" is any day until then, and not that day. */
const untilThen = (low: string, it: DateReading, matter: Matter): DateReading => {
  if (it.impossible || it.month !== undefined) return it
  const isBefore = BEFORE.test(before(low, it)) || BEFORE_AFTERWARDS.test(after(low, it))
  const isBy = BY.test(before(low, it)) || BY_AFTERWARDS.test(after(low, it))
  if (!isBefore && !isBy) return it
  const last = isBefore ? dayFrom(it.from) - 1 : dayFrom(it.to ?? it.from)
  return last > today(matter) ? { ...it, from: isoDay(today(matter)), to: isoDay(last) } : it
}

const UNTIL = /^\s*(?:-|–|~|〜|ถึง|to|until|till|through|から|到|至)\s*(?:วัน(?:ที่)?|the )?\s*$/

/** "Late March, early April" and "Fri 12 till Mon 15" are one stretch. */
const inOne = (low: string, dates: readonly DateReading[]): readonly DateReading[] =>
  dates.reduce<DateReading[]>((joined, it) => {
    const last = joined.at(-1)
    if (!last || last.impossible || it.impossible || last.month || it.month) return [...joined, it]
    const between = low.slice(last.index + last.text.length, it.index)
    const isFromTo = !last.to && !it.to && last.from < it.from && UNTIL.test(between)
    const follows = last.to !== undefined && it.to !== undefined && dayFrom(last.to) + 1 === dayFrom(it.from)
    if (!isFromTo && !follows) return [...joined, it]
    const text = low.slice(last.index, it.index + it.text.length)
    return [...joined.slice(0, -1), { index: last.index, text, from: last.from, to: it.to ?? it.from }]
  }, [])

const weekdayOf = (it: DateReading): number => ('from' in it ? new Date(`${it.from}T00:00:00Z`).getUTCDay() : -1)
const isWeekday = (it: DateReading): boolean =>
  !/next|this|last|coming|หน้า|นี้|ก่อน|แล้ว|来|今|先|下|上|这|這|本/i.test(it.text) &&
  /(?:sun|mon|tue|wed|thu|fri|sat)|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|[日月火水木金土]曜|周|星期/i.test(it.text)

/** A day to come; "for New Year, the 18th of December" means the 18th. */
const ofBooking = (low: string, dates: readonly DateReading[], matter: Matter): readonly DateReading[] => {
  const days = daysOfBooking(low, inOne(low, dates), matter)
  const [only, ...others] = days
  return only && others.length === 0 ? [untilThen(low, only, matter)] : days
}

const daysOfBooking = (low: string, dates: readonly DateReading[], matter: Matter): readonly DateReading[] => {
  const now = isoDay(today(matter))
  const others = afterSlip(low, dates).filter((it) => !NOT_THIS_ONE.test(before(low, it)))
  // a day that is over, said in numbers, is asked about; "as yesterday" is none
  const over = dates.filter((it) => /[\d๐-๙]/.test(it.text) && !/ago|ก่อน|ที่แล้ว|前/.test(it.text))
  let ahead = (others.length > 0 ? others : dates).filter((it) => it.impossible || (it.to ?? it.from) >= now)
  if (ahead.length === 0) return over
  const days = ahead.filter((it) => !it.impossible && !isStretch(it))
  const numbered = days.some((it) => /[\d๐-๙]/.test(it.text) && !FEAST.test(it.text))
  // "Saturday, any room? the 28th": the weekday is that of the day in numbers
  const inNumbers = new Set(days.filter((it) => /[\d๐-๙]/.test(it.text)).map(weekdayOf))
  ahead = ahead.filter(
    (it) =>
      it.impossible ||
      isStretch(it) ||
      /[\d๐-๙]/.test(it.text) ||
      TODAY_WORD.test(it.text) ||
      !isWeekday(it) ||
      !inNumbers.has(weekdayOf(it)),
  )
  if (numbered) ahead = ahead.filter((it) => !FEAST.test(it.text))
  // "can I pay today for the 26th": today is when one writes
  if (days.some((it) => !TODAY_WORD.test(it.text))) ahead = ahead.filter((it) => !TODAY_WORD.test(it.text))
  // 19-20 ธันวา beside "December": the month is in the days already
  if (ahead.some((it) => !it.impossible && it.to !== undefined && it.month === undefined && /\d/.test(it.text)))
    ahead = ahead.filter((it) => it.impossible || it.month === undefined)
  if (days.length > 0) return ahead.filter((it) => it.impossible || !isStretch(it) || /\d/.test(it.text))
  const exact = ahead.filter((it) => !WEEKEND_WORD.test(it.text))
  return exact.length > 0 ? exact : ahead
}

/** What happened when: "in five days" and "tonight" say how pressing it is, not when it was. */
const ofTrouble = (low: string, dates: readonly DateReading[]): readonly DateReading[] => {
  const told = dates.filter((it) => !FROM_NOW.test(it.text) && !TONIGHT.test(it.text) && !MONTH_END.test(it.text))
  const other = told.filter((it) => !TODAY_WORD.test(it.text) && !DEADLINE_BEFORE.test(before(low, it)))
  return other.length > 0 ? other : told
}

/** What a place to eat is called. */
export const DINES =
  /dining|dinner|restaurant|(?<![a-z])table(?![a-z])|ร้านอาหาร|ภัตตาคาร|โต๊ะ(?!ทำงาน|ประชุม|ประจำ|รวม)|มื้อ|ดินเนอร์|レストラン|ディナー|お?食事|夕食|お席|餐/i
const IN_THE_MORNING = /เช้า|(?<![a-z])(?:am|a\.m\.|morning|breakfast|brunch)(?![a-z])|朝|早/

/** A table at 5:30 is one for the evening. */
const atNight = (it: TimeReading): TimeReading => ({
  ...it,
  value: it.value.replace(/\b0([4-9]):/g, (_, hour: string) => `${Number(hour) + 12}:`),
})

export const wantedTimes = (low: string, times: readonly TimeReading[], matter: Matter): readonly TimeReading[] => {
  const said = times.filter((it) => isWrongValue(matter) || !INSTEAD_OF.test(before(low, it)))
  if (matter.intent === 'booking_request') {
    const atDinner = isCalled(matter.labels, matter.bookingKind, DINES) && !IN_THE_MORNING.test(low)
    const meant = afterSlip(low, said).map((it) => (atDinner ? atNight(it) : it))
    return meant.some((it) => it.value.includes(':')) ? meant : meant.slice(0, 1)
  }
  const isChange = concerns(matter, 'change')
  if (!isChange) return said.filter((it) => it.value.includes(':'))
  const kept = said.filter((it) => !THE_OLD_ONE_BEFORE.test(before(low, it)) || times.length === 1)
  return kept
    .slice(-1)
    .map((it) => (MOVED_BEFORE.test(before(low, it)) ? { ...it, value: it.value.split('/').at(-1) ?? it.value } : it))
}

const MOVED_BEFORE = /(?:from|จาก|moved?)\s*$/
const OLD_COUNT_BEFORE = /(?:จาก|(?<![a-z])from|从)\s*$/
const NOW_SO_MANY = /(?:เหลือ|เป็น|รวมเป็น|รวม|ได้แค่|(?<![a-z])to|now|make it|we'?ll be|we are|we're|be)\s*$/

/** 'Not two', 二人ではなく, 不是两个人. */
const NOT_SO_MANY_BEFORE = /(?:ไม่ใช่|ไม่เอา|(?<![a-z])not|不是)\s*$/
const NOT_SO_MANY_AFTER = /^\s*様?(?:では?なく|じゃなく|では?ない|じゃない|ではありません|じゃありません)/
const isDenied = (low: string, it: PeopleReading): boolean =>
  NOT_SO_MANY_BEFORE.test(before(low, it)) || NOT_SO_MANY_AFTER.test(after(low, it))

const CHANGES_FROM =
  /(?<![a-z])(?:chang|updat|switch|increas|reduc|mov)[a-z]*(?: it| us| that| the [a-z]+| our [a-z]+)? from\s*$/
/** 'Change it from 2 to 4 people' is no party of two to four. */
const changedTo = (low: string, it: PeopleReading): PeopleReading =>
  typeof it.value === 'string' && CHANGES_FROM.test(before(low, it, 40))
    ? { ...it, value: Number(it.value.split('-').at(-1)) }
    : it

/** How many come. Somebody's age group inside the party is no party of its own. */
export const wantedPeople = (low: string, all: readonly PeopleReading[], matter: Matter): readonly PeopleReading[] => {
  const people = all.filter((it) => !isDenied(low, it)).map((it) => changedTo(low, it))
  if (people.length < 2) return people
  if (isWrongValue(matter)) return people
  const told = afterSlip(low, people).filter(
    (it) =>
      !INSTEAD_OF.test(before(low, it)) &&
      !OLD_COUNT_BEFORE.test(before(low, it)) &&
      !/^\s*(?:から|变成|改成|改为)/.test(after(low, it)),
  )
  const now = told.filter((it) => NOW_SO_MANY.test(before(low, it)))
  return (now.length > 0 ? now : told).slice(0, 1)
}
