import { DIGITS, KANJI_NUMBER, parseNumber, THAI_NUMBER } from './numbers.ts'
import { plain } from './plain.ts'
import { overlaps, type Span } from './scan.ts'

export type MoneyReading = Span & {
  value: number
  currency?: string
  per?: 'person' | 'total' | 'night'
  /** What the words around it say the number is. */
  role: 'budget' | 'money' | 'quantity' | 'bare'
}

const CURRENCIES: [RegExp, string][] = [
  [/^(?:thb|บาท|บ\.|baht|฿|bht|バーツ)$/, 'THB'],
  [/^(?:us\$|usd|\$|dollars?|bucks|ดอลลาร์|ดอล|เหรียญ|ドル)$/, 'USD'],
  [/^(?:eur|euros?|€|ยูโร|ユーロ)$/, 'EUR'],
  [/^(?:gbp|£|pounds?|quid|ปอนด์)$/, 'GBP'],
  [/^(?:aud|a\$)$/, 'AUD'],
  [/^(?:sgd|s\$)$/, 'SGD'],
  [/^(?:jpy|yen|¥|円|เยน)$/, 'JPY'],
  [/^(?:usdt)$/, 'USDT'],
  [/^(?:myr|rm|ringgit)$/, 'MYR'],
]
const BEFORE = '(?:thb|usd|us\\$|a\\$|s\\$|eur|gbp|aud|sgd|jpy|myr|rm|\\$|€|£|¥|฿)'
const AFTER =
  '(?:thb|บาท|บ\\.|baht|฿|usdt|usd|us\\$|dollars?|bucks|ดอลลาร์|ดอล|เหรียญ|eur|euros?|€|ยูโร|gbp|pounds?|quid|aud|sgd|jpy|yen|円|เยน|バーツ|ドル|ユーロ|myr|ringgit)'
const SCALED = `(?:${DIGITS})\\s*(?:k(?![a-z])|m(?![a-z])|thousand|grand|million|mil(?![a-z])|ร้อย|พัน|หมื่น|แสน|ล้าน|千|万)?`
const AMOUNT = new RegExp(
  `(?<![\\d#a-z._/@-])(?:(${BEFORE})\\s*)?(${SCALED}|${THAI_NUMBER}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty) (?:hundred|thousand|grand|million)|${KANJI_NUMBER}(?=円))(?![\\d])(?:\\s*(${AFTER})(?![a-z]))?`,
  'g',
)

const BUDGET =
  /(?:งบ(?:ประมาณ)?(?:\S{0,6})|budget(?:\s\w+){0,2}|予算\S{0,4}|ไม่เกิน|ไม่ให้เกิน|max(?:imum)?|under|up to|no more than|spend(?:ing)?|ราคาไม่เกิน)[\s:]*(?:is |of |about |around |roughly |ประมาณ|ราวๆ|ราว|สัก|ไม่เกิน|อยู่ที่|ที่|of around |~|max |up to |は|は約|約|คนละ|หัวละ|ต่อคน|คืนละ|thb|usd|\$)*\s*$/
const PER_PERSON =
  /^\s*(?:thb|usd|บาท|baht)?\s*(?:\/|ต่อ|a|per|each|pp|p\.p\.)?\s*(?:ต่อคน|ต่อหัว|คน|หัว|ท่าน|person|pax|head|each|pp|p\.p\.|per person|per head|a day each|一人)(?![a-z])/
const PER_ALL =
  /^\s*(?:thb|usd|บาท|baht)?\s*(?:in )?(?:total|altogether|all in|for (?:all|everyone|the (?:whole )?group)|ทั้งหมด|ทั้งกรุ๊ป|รวมทุกคน|รวมทั้งหมด|全部で|合計)/
const PER_NIGHT = /^\s*(?:thb|usd|บาท|baht)?\s*(?:\/|ต่อ|a|per)\s*(?:คืน|night)/
const PAID =
  /(?:โอน|จ่าย|เติม|ชำระ|ฝาก|รูด|ยอด|เงิน|เครดิต|เข้า|ได้|หัก|ตัด|คืน|มัดจำ|ค่า|ราคา|ขาด|เกิน|เหลือ|บิล|เก็บ|หาย|ใส่|รวม|เป็น|แค่|paid|pay|transfer(?:red)?|sent|deposit(?:ed)?|top(?:ped)?[ -]?up|charged?|refund(?:ed)?|invoice[d]?|billed|cost|fee|balance|credit(?:ed)?|got|received|of|was|for|took|only|入金|振込|支払|振り込)\S{0,12}\s*(?:มา|ไป|แล้ว|อีก|แค่|มาแค่|only|about|ประมาณ|ยอด|จำนวน|me|us|back|to)?\s*$/
const UNIT =
  /^\s*(?:ฟอล|ไลก์|ไลค์|วิว|ซับ|แชร์|คอมเม|สมาชิก|เพื่อน|ผู้ติดตาม|คนไทย|ยอด(?:วิว|ฟอล|ไล)|followers?|likes?|views?|subs|subscribers?|members?|plays?|shares?|comments?|watch|ไอจี|tiktok|youtube|ig\b|threads|spotify|หุ้น|hours|ชั่วโมง|pcs|units?|フォロワー|いいね|再生)/
const NOT_MONEY =
  /^\s*(?:%|เปอร์|percent|คน(?!ละ)|ท่าน|ที่นั่ง|วัน|คืน(?!ละ|เงิน)|ชม|ชั่วโมง|นาที|โมง|ทุ่ม|รอบ|ครั้ง|เดือน|ปี|ขวบ|หลุม|ออเดอร์|ลิงก์|ลิงค์|เครื่อง|ใบ|ชิ้น|ห้อง|คัน|กม|days?|nights?|hours?|hrs?|mins?|minutes?|people|pax|persons?|guests|adults|kids|times?|weeks?|months?|years?|yo\b|yrs?|rounds?|holes|players|sessions?|km\b|kg\b|st\b|nd\b|rd\b|th\b|am\b|pm\b|°|degrees|rooms?|of us|名|人|回|日|月|年|時|泊|分|枚|台|個|mm\b|ml\b|%)/

const currencyOf = (said: string | undefined): string | undefined =>
  said === undefined ? undefined : CURRENCIES.find(([it]) => it.test(said.trim()))?.[1]

/** The numbers of a message that may be money or a quantity, outside what other grammars already took. */
export const readMoney = (text: string, taken: readonly Span[] = []): MoneyReading[] => {
  const low = plain(text)
  const found: MoneyReading[] = []
  AMOUNT.lastIndex = 0
  for (let match = AMOUNT.exec(low); match; match = AMOUNT.exec(low)) {
    const [all, before, said, after] = match
    const value = parseNumber((said ?? '').replace(/\s+(?=k$|m$)/, ''))
    if (value === undefined || value <= 0) continue
    const span = { index: match.index, text: text.slice(match.index, match.index + all.trimEnd().length) }
    if (taken.some((it) => overlaps(it, span))) continue
    const lead = low.slice(Math.max(0, match.index - 40), match.index)
    const rest = low.slice(match.index + all.length)
    const currency = currencyOf(before ?? after)
    const written = /\d/.test(said ?? '')
    if (!currency && (NOT_MONEY.test(rest) || (!written && value < 100))) continue
    const per =
      PER_NIGHT.test(rest) || /คืนละ\s*$/.test(lead)
        ? 'night'
        : PER_PERSON.test(rest) || /(?:คนละ|หัวละ|ท่านละ|一人)\s*$/.test(lead)
          ? 'person'
          : PER_ALL.test(rest)
            ? 'total'
            : undefined
    const role =
      BUDGET.test(lead) || (per && !PAID.test(lead))
        ? 'budget'
        : UNIT.test(rest)
          ? 'quantity'
          : currency || PAID.test(lead)
            ? 'money'
            : 'bare'
    found.push({ ...span, value, ...(currency ? { currency } : {}), ...(per ? { per } : {}), role })
  }
  return found
}

/** The answer to "how much?" or "how many units?": the first number, whatever stands around it. */
export const readAmountAnswer = (text: string): MoneyReading | undefined => {
  const first = readMoney(text)[0]
  if (first) return first
  const low = plain(text).trim()
  const bare = new RegExp(`(${SCALED}|${THAI_NUMBER}|${KANJI_NUMBER})`).exec(low)
  const value = bare ? parseNumber(bare[1] ?? '') : undefined
  return value !== undefined && value > 0 ? { index: 0, text: text.trim(), value, role: 'bare' } : undefined
}
