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
const NOT_AN_HOUR =
  'am\\b|pm\\b|people|pax|of (?:us|my|our)|adults?|players?|guests?|friends?|persons?|seats?|days?|nights?|weeks?|months?|years?|hours?|hrs?|min|k\\b|m\\b|th\\b|st\\b|nd\\b|rd\\b|thb|baht|usd|rounds?|holes?|orders?|times?|stars?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|percent|rooms?|kids?|children|others?|different|hotels?|places|more|(?:or|to|and) \\d{1,2} (?!am|pm|o)|ค|ท่าน|วัน'
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
    pattern: pattern(`ตี\\s*(${COUNT})(?!\\s*(?:คน|ท่าน|รอบ|หลุม))${HALF}`),
    read: ([, n, half]) => (numberOf(n) <= 6 ? clock(numberOf(n), halfOf(half)) : undefined),
  },
  { pattern: pattern(`เที่ยงคืน${HALF}`), read: ([, half]) => clock(0, halfOf(half)) },
  { pattern: pattern('เที่ยง\\s*ครึ่ง'), read: () => '12:30' },
  { pattern: pattern('(?<!ก่อน|หลัง)(?:ตอน|เวลา)?เที่ยง(?:ตรง|วัน(?!นี้))?(?!ๆ|คืน)'), read: () => '12:00' },
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
  {
    pattern: pattern(
      '(上午|早上|清晨|凌晨|中午|下午|傍晚|晚上|今晚|明晚)?\\s*(\\d{1,2}|[一二两兩三四五六七八九十]{1,2})(?:点|點)(?!击|餐|心|赞)(?:(半)|([一三])刻|(\\d{1,2}|[一二三四五六七八九十]{1,3})分|(\\d{2})(?!\\d|\\s*(?:个|個|位|人|名)))?',
    ),
    read: ([, part, n, half, quarter, minute]) => {
      const said = numberOf(n)
      const hour =
        said < 12 && /下午|傍晚|晚/.test(part ?? '') ? said + 12 : said < 3 && part === '中午' ? said + 12 : said
      return clock(hour, half ? 30 : quarter ? (quarter === '一' ? 15 : 45) : minute ? numberOf(minute) : 0)
    },
  },
  {
    pattern: pattern(
      '(?<![a-z])(quarter past|quarter to|half past|half) (\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![\\da-z])',
    ),
    read: ([, part, h]) => {
      const hour = numberOf(h)
      return part === 'quarter to' ? clock((hour + 23) % 24, 45) : clock(hour, part === 'quarter past' ? 15 : 30)
    },
  },
  {
    pattern: pattern("(?<![a-z0-9])(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'?clock"),
    read: ([, h]) => clock(numberOf(h)),
  },
  {
    // around 6, after 2: one to five are in the afternoon, six to nine in the evening where one dines
    pattern: pattern(
      `(?<![a-z])(?<!for )(?:around|about|after|before|by|at|from|approx\\.?|circa)(?: about| around)? (1[0-2]|[1-9])(?![\\d%$,/:-]|\\.\\d|\\s*(?:${NOT_AN_HOUR}))`,
    ),
    read: ({ 1: said, input }) => {
      const hour = Number(said)
      const inTheEvening = hour <= 5 || (hour <= 9 && /dinner|evening|tonight|drinks|night/.test(input))
      return clock(inTheEvening && hour < 12 ? hour + 12 : hour)
    },
  },
  { pattern: pattern('(?<![a-z])midnight(?![a-z])'), read: () => '00:00' },
  { pattern: pattern('(?<![a-z])(?:at )?noon(?![a-z])|正午'), read: () => '12:00' },
]

const VAGUE: [string, DayPart][] = [
  ['ก่อนเที่ยง|(?<![a-z])before (?:lunch|noon)(?![a-z])|昼前|午饭前', 'morning'],
  [
    'หลัง(?:เที่ยง|มื้อเที่ยง|อาหารเที่ยง|อาหารกลางวัน)|(?<![a-z])after (?:lunch|noon)(?![a-z])|昼過ぎ|昼食後|午饭后|午餐后',
    'afternoon',
  ],
  [
    '(?<!เมื่อ|ไป|ตอน(?=เช้าค่)|อาหาร)(?:ตอน|ช่วง|รอบ)?(?:เช้าๆ|เช้ามืด|เช้า(?!นี้|เย็น)|สายๆ|สาย(?=ๆ|$|\\s|หน่อย)(?<!มาสาย|รับสาย|ติดสาย))',
    'morning',
  ],
  [
    '(?<![a-z])(?<!one |two |three |\\d |every )(?:early |late |in the )?mornings?(?![a-z])|午前中?|朝(?!食)|上午|早上|清晨|一早',
    'morning',
  ],
  [
    'เที่ยงๆ|กลางวัน(?<!อาหารกลางวัน)|(?<![a-z])(?:(?:at|around|over|for|\\d) (?=lunch))?(?<![+&] |with |including |includes |incl\\. |free |and |a )lunch(?:time)?(?! (?:is|was|included|box|not))|midday(?![a-z])|昼(?!食|間)|中午',
    'noon',
  ],
  ['(?:ตอน|ช่วง|รอบ)?(?:บ่ายๆ|บ่าย)|(?<![a-z])(?:in the |early |late )?afternoons?(?![a-z])|午後|下午', 'afternoon'],
  [
    '(?:ตอน|ช่วง|รอบ)?(?:เย็นๆ|(?<!เมื่อวาน|น้ำ|ห้อง|อาหาร|อาบน้ำ|ใจ|อยู่|แช่|ตู้|เช้า|กลับ|เลี้ยง|ไม่|ชา|กาแฟ|แอร์)เย็น(?!นี้|ชา|ลง|กลับ|มาก|ไม่|ฉ่ำ|ตา)|หัวค่ำ|ค่ำๆ|ค่ำ(?!นี้))|(?<![a-z])(?:in the |early )?evenings?(?![a-z])|夕方|傍晚|晚上(?!\\d)',
    'evening',
  ],
  ['(?<!ตลาด|ทุก)กลางคืน|ดึกๆ|(?<![a-z])(?:late )?at night(?![a-z])|夜(?!市|景)|深夜|半夜', 'night'],
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
