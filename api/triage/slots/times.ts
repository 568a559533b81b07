import type { At } from './at.ts'
import { COUNT, parseNumber } from './numbers.ts'
import { plain } from './plain.ts'
import { type Found, type Rule, scan } from './scan.ts'

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'

/** `HH:MM`, `HH:MM/HH:MM` or a part of the day. */
export type TimeReading = Found<string>

const EDGE = '(?<![a-z0-9.:/,-])'
const HALF = '\\s*(ครึ่ง)?'
const clock = (hour: number, minute = 0): string | undefined =>
  hour >= 0 && hour <= 24 && minute < 60
    ? `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : undefined

const halfOf = (said: string | undefined) => (said ? 30 : 0)
const numberOf = (said: string | undefined): number => parseNumber(said ?? '') ?? 99

const twelve = (hour: number, half: string | undefined): number =>
  half?.startsWith('p') ? (hour % 12) + 12 : half?.startsWith('a') ? hour % 12 : hour

const pattern = (source: string) => new RegExp(source, 'g')
const AM_PM = '(a\\.?m\\.?|p\\.?m\\.?)(?![a-z])'

const exact: Rule<string>[] = [
  {
    pattern: pattern(
      `${EDGE}(\\d{1,2})(?:[:.](\\d\\d))?\\s*(?:${AM_PM})?\\s*(?:-|to|until|till|ถึง)\\s*(\\d{1,2})(?:[:.](\\d\\d))?\\s*${AM_PM}`,
    ),
    read: ([, h1, m1, half1, h2, m2, half2]) => {
      const end = twelve(Number(h2), half2)
      const start = twelve(Number(h1), half1 ?? (Number(h1) <= Number(h2) || Number(h2) === 12 ? half2 : 'am'))
      const [from, to] = [clock(start, Number(m1 ?? 0)), clock(end, Number(m2 ?? 0))]
      return from && to && `${from}/${to}`
    },
  },
  {
    pattern: pattern(
      `${EDGE}(\\d{1,2})[:.](\\d\\d)\\s*(?:น\\.?)?\\s*(?:-|ถึง|to)\\s*(\\d{1,2})[:.](\\d\\d)(?:\\s*น\\.?)?(?![\\d%])`,
    ),
    read: ([, h1, m1, h2, m2]) => {
      const [from, to] = [clock(Number(h1), Number(m1)), clock(Number(h2), Number(m2))]
      return from && to && `${from}/${to}`
    },
  },
  {
    pattern: pattern(`${EDGE}(\\d{1,2})(?:[:.](\\d\\d))?\\s*${AM_PM}`),
    read: ([, h, m, half]) =>
      Number(h) <= 12 ? clock(twelve(Number(h), half), Number(m ?? 0)) : clock(Number(h), Number(m ?? 0)),
  },
  {
    pattern: pattern(`${EDGE}(\\d{1,2})[:.](\\d\\d)\\s*น(?:\\.|(?![ก-๙]))`),
    read: ([, h, m]) => clock(Number(h), Number(m)),
  },
  { pattern: pattern(`${EDGE}(\\d{1,2}):(\\d\\d)(?![\\d%])`), read: ([, h, m]) => clock(Number(h), Number(m)) },
  {
    pattern: pattern(
      `${EDGE}(?<!(?:v|ver|เวอร์ชัน|เกรด|gpa|rate)\\s?)(\\d{1,2})\\.([0-5]\\d)(?![\\d%]|\\s*(?:บาท|%|usd|thb|k(?![a-z])|ล้าน|พัน|หมื่น|ชม|km|กม))`,
    ),
    read: ([, h, m]) => (Number(h) <= 23 ? clock(Number(h), Number(m)) : undefined),
  },
  {
    pattern: pattern(`ตี\\s*(${COUNT})${HALF}`),
    read: ([, n, half]) => (numberOf(n) <= 6 ? clock(numberOf(n), halfOf(half)) : undefined),
  },
  { pattern: pattern(`เที่ยงคืน${HALF}`), read: ([, half]) => clock(0, halfOf(half)) },
  { pattern: pattern('เที่ยง\\s*ครึ่ง'), read: () => '12:30' },
  { pattern: pattern('(?:ตอน|เวลา)?เที่ยง(?:ตรง)?(?!ๆ|ว)'), read: () => '12:00' },
  { pattern: pattern(`บ่าย\\s*โมง${HALF}`), read: ([, half]) => clock(13, halfOf(half)) },
  {
    pattern: pattern(`บ่าย\\s*(${COUNT})(?!\\s*(?:คน|ท่าน|ที่))\\s*(?:โมง)?${HALF}`),
    read: ([, n, half]) => (numberOf(n) <= 6 ? clock(12 + numberOf(n), halfOf(half)) : undefined),
  },
  {
    pattern: pattern(`(${COUNT})\\s*โมง\\s*เย็น${HALF}`),
    read: ([, n, half]) =>
      numberOf(n) <= 7 ? clock(12 + numberOf(n), halfOf(half)) : clock(numberOf(n), halfOf(half)),
  },
  { pattern: pattern(`(${COUNT})\\s*โมง\\s*เช้า${HALF}`), read: ([, n, half]) => clock(numberOf(n), halfOf(half)) },
  {
    pattern: pattern(`(${COUNT})\\s*โมง${HALF}(?:\\s*เย็น)?`),
    read: ([all, n, half]) => {
      const hour = numberOf(n)
      // 1 to 5 o'clock without a word for the half of the day is the afternoon in Thai
      return clock(hour < 6 || (hour === 6 && all.includes('เย็น')) ? hour + 12 : hour, halfOf(half))
    },
  },
  {
    pattern: pattern(`(${COUNT})\\s*ทุ่ม${HALF}`),
    read: ([, n, half]) => (numberOf(n) <= 6 ? clock(18 + numberOf(n), halfOf(half)) : undefined),
  },
  { pattern: pattern(`ทุ่ม\\s*(?:นึง|หนึ่ง|เดียว|ตรง)?${HALF}`), read: ([, half]) => clock(19, halfOf(half)) },
  {
    pattern: pattern(`(${COUNT})\\s*นาฬิกา(?:\\s*(\\d{1,2})\\s*นาที)?`),
    read: ([, n, m]) => clock(numberOf(n), Number(m ?? 0)),
  },
  {
    pattern: pattern(
      '(午前|午後|朝|夕方|夜|深夜)?の?\\s*(\\d{1,2}|[一二三四五六七八九十]{1,2})時(?!間)(?:(半)|(\\d{1,2})分)?(台)?',
    ),
    read: ([, part, n, half, minute, around]) => {
      const said = numberOf(n)
      const hour = said < 12 && /午後|夕方|夜/.test(part ?? '') ? said + 12 : said
      const start = clock(hour, half ? 30 : Number(minute ?? 0))
      return around && start ? `${start}/${clock(hour, 59)}` : start
    },
  },
  { pattern: pattern('(?<![a-z])(?:half past|half) (\\d{1,2})(?![\\d])'), read: ([, h]) => clock(Number(h), 30) },
  {
    pattern: pattern("(?<![a-z0-9])(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'?clock"),
    read: ([, h]) => clock(numberOf(h)),
  },
  { pattern: pattern('(?<![a-z])midnight(?![a-z])'), read: () => '00:00' },
  { pattern: pattern('(?<![a-z])(?:at )?noon(?![a-z])|正午'), read: () => '12:00' },
]

const VAGUE: [string, DayPart][] = [
  ['(?<!เมื่อ|ตอน(?=เช้าค่))(?:ตอน|ช่วง|รอบ)?(?:เช้าๆ|เช้า(?!นี้)|สายๆ|สาย(?=ๆ|$|\\s|หน่อย)(?<!มาสาย))', 'morning'],
  ['(?<![a-z])(?:early |late |in the )?mornings?(?![a-z])|午前中?|朝', 'morning'],
  ['เที่ยงๆ|กลางวัน|(?<![a-z])(?:lunch(?:time)?|midday)(?![a-z])|昼', 'noon'],
  ['(?:ตอน|ช่วง|รอบ)?(?:บ่ายๆ|บ่าย)|(?<![a-z])(?:in the |early |late )?afternoons?(?![a-z])|午後', 'afternoon'],
  [
    '(?:ตอน|ช่วง|รอบ)?(?:เย็นๆ|(?<!เมื่อวาน|น้ำ|ห้อง|อาหาร|อาบน้ำ|ใจ|อยู่|แช่|ตู้)เย็น(?!นี้|ชา|ลง)|หัวค่ำ|ค่ำๆ|ค่ำ(?!นี้))|(?<![a-z])(?:in the |early )?evenings?(?![a-z])|夕方',
    'evening',
  ],
  ['กลางคืน|ดึกๆ|(?<![a-z])(?:late )?at night(?![a-z])|夜', 'night'],
]
const vague: Rule<string>[] = VAGUE.map(([source, part]) => ({ pattern: pattern(source), read: () => part }))

/** Clock times first; a part of the day only counts where no clock time was given. */
export const readTimes = (
  text: string,
  _at?: At,
  taken: readonly { index: number; text: string }[] = [],
): TimeReading[] => {
  const low = plain(text)
  const found = scan(text, low, exact, taken)
  return found.length > 0 ? found : scan(text, low, vague)
}

/** The answer to "what time?": also `9`, `เก้า` or `7.30`. */
export const readTimeAnswer = (text: string, at?: At): TimeReading | undefined => {
  const first = readTimes(text, at)[0]
  if (first) return first
  const bare = new RegExp(
    `^(?:at |around |about |ประมาณ|เวลา)?\\s*(${COUNT})(?:\\s*(?:ค่ะ|คะ|ครับ|คับ|นะคะ|です))*$`,
  ).exec(plain(text).trim())
  const hour = bare && parseNumber(bare[1] ?? '')
  const value = hour !== undefined && hour !== null && hour <= 24 ? clock(hour) : undefined
  return value ? { index: 0, text: text.trim(), value } : undefined
}
