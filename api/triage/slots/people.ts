import { COUNT, KANJI_NUMBER, parseNumber, THAI_NUMBER } from './numbers.ts'
import { plain } from './plain.ts'
import { type Found, type Rule, type Span, scan } from './scan.ts'

/** A head-count: a number, or `a-b` where the customer gave a range. */
export type PeopleReading = Found<number | string>

const THAI_PERSON = '(?:คน|ท่าน|ที่นั่ง|ที่(?![ก-๙])|คู่(?=\\s*แต่ง)|สาว|หนุ่ม|ราย|ชีวิต|นักกอล์ฟ|ผู้เล่น|ผู้เข้าร่วม|หัว(?!ใจ|หิน))'
const ENGLISH_PERSON =
  '(?:people|persons?|pax|ppl|guests?|adults?|players?|golfers?|travell?ers?|seats?|friends?|pers|participants?|students?|diners?|vegetarians?|passengers?|colleagues|of us|spots?)'
const KID =
  '(?:เด็ก|ลูก|หลาน|kids?|child(?:ren)?|teens?|infants?|toddlers?|bab(?:y|ies)|子供|子ども|小人|\\d{1,2} ?(?:yo|year[- ]olds?))'
const pattern = (source: string) => new RegExp(source, 'g')

const count = (said: string | undefined): number | undefined => {
  if (!said) return undefined
  const value = /^(?:a|an|my|our|one)$/.test(said) ? 1 : parseNumber(said)
  return value !== undefined && Number.isInteger(value) && value > 0 && value <= 2000 ? value : undefined
}
const sum = (...said: (string | undefined)[]): number | undefined => {
  const counts = said.filter((it) => it !== undefined).map(count)
  return counts.every((it) => it !== undefined) ? counts.reduce((a, b) => (a ?? 0) + (b ?? 0), 0) : undefined
}

const EN_N = '(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const EN_AND = '\\s*(?:,|\\+|and|&|plus|/|with)?\\s*'

const rules: Rule<number | string>[] = [
  {
    // ผู้ใหญ่ 4 เด็ก 2 คนแก่ 2
    pattern: pattern(
      `(?:ผู้ใหญ่|ผู้ปกครอง|เด็ก)\\s*(\\d{1,3}|${THAI_NUMBER})\\s*(?:คน|ท่าน)?\\s*(?:,|และ|กับ|\\+)?\\s*(?:ผู้ใหญ่|เด็กเล็ก|เด็ก|ผู้ปกครอง)\\s*(\\d{1,3}|${THAI_NUMBER})(?:\\s*(?:คน|ท่าน))?(?:\\s*(?:,|และ|กับ)?\\s*(?:คนแก่|ผู้สูงอายุ|ทารก)\\s*(\\d{1,3}))?`,
    ),
    read: ([, a, b, c]) => sum(a, b, c),
  },
  {
    // 2 ผู้ใหญ่ 1 เด็ก, ผู้ใหญ่ 2 คน เด็กคนนึง
    pattern: pattern(
      `(\\d{1,3}|${THAI_NUMBER})\\s*(?:คน)?ผู้ใหญ่\\s*(?:,|และ|กับ|\\+)?\\s*(\\d{1,3}|${THAI_NUMBER})\\s*(?:คน)?เด็ก(?:เล็ก)?`,
    ),
    read: ([, a, b]) => sum(a, b),
  },
  {
    pattern: pattern(
      `(?<![a-z0-9])${EN_N} adults?${EN_AND}(?:(\\d{1,2}|one|two|three|four|five|a|my|our)\\s*)(?:small |little |young )?${KID}(?:${EN_AND}(\\d{1,2}|one|two|a) (?:infants?|bab(?:y|ies)|toddlers?))?(?![a-z])`,
    ),
    read: ([, a, b, c]) => sum(a, /^\d{2}$/.test(b ?? '') ? '1' : b, c),
  },
  {
    pattern: pattern(
      `大人\\s*(\\d{1,3}|${KANJI_NUMBER})[名人]?[、,と]?\\s*(?:子供|子ども|小人|こども)\\s*(\\d{1,3}|${KANJI_NUMBER})[名人]?`,
    ),
    read: ([, a, b]) => sum(a, b),
  },
  {
    pattern: pattern(`(?:ผู้ใหญ่|大人)\\s*(\\d{1,3}|${THAI_NUMBER}|${KANJI_NUMBER})\\s*(?:คน|ท่าน|名|人)?`),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![\\d.,/])(\\d{1,3})\\s*(?:-|ถึง|to)\\s*(\\d{1,3})\\s*(?:${THAI_PERSON}|名|人(?!気)|${ENGLISH_PERSON}(?![a-z]))`,
    ),
    read: ([, a, b]) => (Number(a) < Number(b) ? `${a}-${b}` : undefined),
  },
  { pattern: pattern(`(?<![\\d.,:/])(\\d{1,2})\\s*\\+\\s*(\\d{1,2})(?!\\d)`), read: ([, a, b]) => sum(a, b) },
  { pattern: pattern(`(?<![a-z0-9])${EN_N} couples(?![a-z])`), read: ([, a]) => (count(a) ?? 0) * 2 || undefined },
  {
    pattern: pattern(`(?<![a-z])(?:party|group|family|table|foursome|team) (?:of|for) ${EN_N}(?![a-z0-9])`),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![a-z0-9.,])(?:the )?${EN_N}\\s*(?:more |extra |solo |other |of my |old |close |business )?${ENGLISH_PERSON}(?![a-z])`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![\\d.,:])(?<!ครั้งที่|คันที่|ชั้น\\s?|คน)(\\d{1,4}|${THAI_NUMBER})\\s*${THAI_PERSON}(?!ละ|ไทย|ใช้|ดู|ที่แล้ว|ติดตาม)`,
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(`(?<![\\d.,])(\\d{1,4}|${KANJI_NUMBER})\\s*(?:名|人(?!気|前以))(?:様)?`),
    read: ([, a]) => count(a),
  },
  { pattern: pattern(`(?:一人|ひとり)(?:で|旅)`), read: () => 1 },
  { pattern: pattern('ふたり|二人'), read: () => 2 },
  {
    pattern: pattern('(?<![a-z])(?:just me(?! and)|only me|myself only|solo|single player|just myself)(?![a-z])'),
    read: () => 1,
  },
  { pattern: pattern('คนเดียว|คนนึง|คนหนึ่ง|ที่เดียว'), read: () => 1 },
  {
    pattern: pattern(
      '(?<![a-z])(?:(?:me|myself) (?:and|\\+|&) (?:my )?(?:wife|husband|gf|bf|girlfriend|boyfriend|partner|friend|mom|mum|mother|dad|father|son|daughter|sister|brother)|(?:my )?(?:wife|husband|gf|bf|girlfriend|boyfriend|partner) and (?:i|me)|a couple(?! (?:of|more|days|nights|weeks))|couples?(?= (?:massage|spa|trip|room))|the two of us|both of us)(?![a-z])',
    ),
    read: () => 2,
  },
  {
    pattern: pattern('สปาคู่|ก๊วนเต็ม(?:ก๊วน)?|(?<![a-z])(?:full )?foursome|a full flight'),
    read: ([all]) => (all === 'สปาคู่' ? 2 : 4),
  },
  {
    pattern: pattern(
      '(?:ไป|มา)(?:กัน)?\\s*(\\d{1,2})(?=$|\\s|[.,!?])(?!\\s*(?:วัน|คืน|โมง|ทุ่ม|บาท|พัน|หมื่น|รอบ|แผ่น|ชิ้น|:|\\.\\d|/))',
    ),
    read: ([, a]) => count(a),
  },
  {
    pattern: pattern(
      `(?<![a-z])(?:we are|we're|were|there(?:'s| are| is)|for|table for|seats? for)(?: about| around)? ${EN_N}(?![a-z0-9:.,/]|,\\d| (?:am|pm|nights?|days?|weeks?|hours?|months?|thb|usd|baht|years?|rounds?|holes|sessions|more|k\\b)|(?:st|nd|rd|th))`,
    ),
    read: ([, a]) => count(a),
  },
]

/** How many people travel, play, dine or learn. */
export const readPeople = (text: string, taken: readonly Span[] = []): PeopleReading[] =>
  scan(text, plain(text), rules, taken)

/** The answer to "how many?": also a bare `4`, `๔`, `สี่`, `four`, `5-6`. */
export const readCountAnswer = (text: string): PeopleReading | undefined => {
  const first = readPeople(text)[0]
  if (first) return first
  const low = plain(text).trim()
  const range = /^(\d{1,3})\s*(?:-|ถึง|to|or|หรือ)\s*(\d{1,3})(?:\s|$)/.exec(low)
  if (range && Number(range[1]) < Number(range[2]))
    return { index: 0, text: text.trim(), value: `${range[1]}-${range[2]}` }
  const bare = new RegExp(
    `^(?:about |around |maybe |just |only |ประมาณ|แค่|รวม|ทั้งหมด|มี|เป็น|we are |we're |全部で)?\\s*(${COUNT})(?![\\d.,:/])`,
  ).exec(low)
  const value = bare && count(bare[1])
  if (bare && value && low.length <= bare[0].length + 16) return { index: 0, text: text.trim(), value }
  return /^(?:me|ฉันเอง|เราเอง|ตัวเอง|私だけ|私一人|一人|ひとり)$/.test(low)
    ? { index: 0, text: text.trim(), value: 1 }
    : undefined
}
