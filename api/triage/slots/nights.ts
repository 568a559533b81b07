import { COUNT, KANJI_NUMBER, parseNumber } from './numbers.ts'
import { plain } from './plain.ts'
import { type Found, type Rule, type Span, scan } from './scan.ts'

/** Nights. `5 days 4 nights` is 4, and `5 days` alone is 4 too. */
export type NightsReading = Found<number>

const pattern = (source: string) => new RegExp(source, 'g')
const nights = (said: string | undefined): number | undefined => {
  const value = parseNumber(said ?? '')
  return value !== undefined && value > 0 && value <= 90 ? Math.round(value) : undefined
}
const lessOne = (said: string | undefined): number | undefined => {
  const days = nights(said)
  return days !== undefined && days > 1 ? days - 1 : undefined
}
const EN = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen)'
const EDGE = '(?<![a-z0-9.,])'
// "3 days ago", "working days", "in 5 days", "if I cancel before 20 days" and "a day" tell of waiting, not of a stay
const NOT_A_STAY = '(?! ?(?:ago|before|later|notice|refill|guarantee|now|already|overdue|late|left|and nothing))'

const rules: Rule<number>[] = [
  {
    pattern: pattern(`(?<!\\d)\\d{1,2}\\s*d(?:ays?)?\\s*/?\\s*(\\d{1,2})\\s*n(?:ights?)?(?![a-z])`),
    read: ([, n]) => nights(n),
  },
  {
    pattern: pattern(`(?<!\\d)(\\d{1,2})\\s*n(?:ights?)?\\s*/?\\s*\\d{1,2}\\s*d(?:ays?)?(?![a-z])`),
    read: ([, n]) => nights(n),
  },
  { pattern: pattern(`${COUNT}\\s*วัน\\s*(${COUNT})\\s*คืน`), read: ([, n]) => nights(n) },
  { pattern: pattern(`(${COUNT})\\s*คืน\\s*${COUNT}\\s*วัน`), read: ([, n]) => nights(n) },
  { pattern: pattern(`(\\d{1,2}|${KANJI_NUMBER})泊(?:(?:\\d{1,2}|${KANJI_NUMBER})日)?`), read: ([, n]) => nights(n) },
  { pattern: pattern(`${EDGE}${EN} (?:days?|d),? (?:and )?${EN} nights?(?![a-z])`), read: ([, , n]) => nights(n) },
  { pattern: pattern(`${EDGE}${EN}[ -]?(?:nights?|nites?|nts?)(?![a-z])`), read: ([, n]) => nights(n) },
  {
    pattern: pattern(
      '(?<![a-z]|\\d ?|k |baht |thb |usd |dollars |bucks |euros? |quid |pounds |yen |ringgit )(?:a|for the|overnight|a single) night(?![a-z])|คืนเดียว|一晚(?!多少|上)|一泊',
    ),
    read: () => 1,
  },
  {
    pattern: pattern(`(?<![\\d.,]|เหลืออีก\\s?)(${COUNT})\\s*คืน(?!เงิน|เครดิต|ให้|นี้|พรุ่ง|ก่อน|ที่แล้ว|มา)`),
    read: ([, n]) => nights(n),
  },
  {
    pattern: pattern(
      `${EDGE}(?<!in |last |within |after |before |under |than |until |(?:in|within|after|been|wait(?:ing|ed)?|wait(?:ing|ed)? for|taken|takes) about |for the past )${EN}[ -]days?(?![a-z])(?! trip you)${NOT_A_STAY}`,
    ),
    read: ([, n]) => lessOne(n),
  },
  {
    pattern: pattern(`${EDGE}(?<!in |last |within |after )(a|one|two|three|[1-4]) weeks?(?![a-z])${NOT_A_STAY}`),
    read: ([, n]) => (n === 'a' ? 7 : (nights(n) ?? 0) * 7 || undefined),
  },
  {
    pattern: pattern(
      `(?<![\\d.,]|ภายใน\\s?|อีก\\s?|ประกัน\\s?|มา\\s?|ล่วงหน้า\\s?)(\\d{1,2}|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\\s*วัน(?!ทำการ|ที่|ก่อน|แล้ว|ละ|ล่ะ(?!\\s*(?:คะ|ครับ|ค่ะ)?\\s*$)|หยุด|เสาร์|อาทิตย์|จันทร์|ศุกร์|เกิด|เดียว|นี้|พรุ่ง)`,
    ),
    read: ([, n]) => lessOne(n),
  },
  // 5天4晚, 4晚; 三天 alone is two nights
  {
    pattern: pattern(`(?:\\d{1,2}|${KANJI_NUMBER})\\s*天\\s*(\\d{1,2}|${KANJI_NUMBER})\\s*(?:晚|夜)`),
    read: ([, n]) => nights(n),
  },
  {
    pattern: pattern(`(?<!今|明|昨|每|当|前)(\\d{1,2}|${KANJI_NUMBER})\\s*(?:晚|夜)(?!上|点|餐|饭|班)`),
    read: ([, n]) => nights(n),
  },
  {
    pattern: pattern(`(\\d{1,2}|${KANJI_NUMBER})\\s*天(?!前|后|後|之|内|以|气|就|都|了|没|还|一)`),
    read: ([, n]) => lessOne(n),
  },
  {
    pattern: pattern('(一|两|1|2)(?:个星期|个礼拜|周)(?!前|后|之|内|以|末)'),
    read: ([, n]) => (nights(n) ?? 0) * 7 || undefined,
  },
  { pattern: pattern(`(\\d{1,2}|${KANJI_NUMBER})日間`), read: ([, n]) => lessOne(n) },
  {
    pattern: pattern('(?<!\\d)(1|2|หนึ่ง|สอง)\\s*(?:อาทิตย์|สัปดาห์)(?!ที่|ก่อน|แล้ว|นี้)|(一|1|二|2)週間(?!前|後)'),
    read: ([, thai, kanji]) => (nights(thai ?? kanji) ?? 0) * 7 || undefined,
  },
]

export const readNights = (text: string, taken: readonly Span[] = []): NightsReading[] =>
  scan(text, plain(text), rules, taken)

/** The answer to "how many nights?": also a bare `3`. A day trip is no night at all. */
export const readNightsAnswer = (text: string): NightsReading | undefined => {
  const first = readNights(text)[0]
  if (first) return first
  const low = plain(text).trim()
  if (/ไปเช้าเย็นกลับ|ไม่ค้าง|วันเดียว|day trip|one day|日帰り/.test(low)) return { index: 0, text: text.trim(), value: 0 }
  const bare = new RegExp(`^(?:about |around |maybe |ประมาณ|แค่|สัก)?\\s*(${COUNT})(?![\\d.,:/])`).exec(low)
  const value = bare && nights(bare[1])
  return bare && value && low.length <= bare[0].length + 14 ? { index: 0, text: text.trim(), value } : undefined
}
