import { readEmails, readPhones } from './contacts.ts'
import { DIGITS, KANJI_NUMBER, parseNumber, THAI_NUMBER } from './numbers.ts'
import { plain } from './plain.ts'
import { coverOf, type Span, touches } from './scan.ts'

export type MoneyReading = Span & {
  value: number
  currency?: string
  per?: 'person' | 'total' | 'night'
  /** What the words around it say the number is: `money` was named as such, `near` only stands by a word of paying. */
  role: 'budget' | 'money' | 'near' | 'quantity' | 'bare'
}

const CURRENCIES: [RegExp, string][] = [
  [/^(?:thb|บาท|บ\.|baht|฿|bht|บ|バーツ|泰铢|泰銖|铢|銖)$/, 'THB'],
  [/^(?:us\$|usd|\$|dollars?|bucks|ดอลลาร์|ดอล|เหรียญ|ドル|美元|美金)$/, 'USD'],
  [/^(?:eur|euros?|€|ยูโร|ユーロ|欧元)$/, 'EUR'],
  [/^(?:gbp|£|pounds?|quid|ปอนด์|英镑)$/, 'GBP'],
  [/^(?:aud|a\$)$/, 'AUD'],
  [/^(?:sgd|s\$)$/, 'SGD'],
  [/^(?:jpy|yen|¥|円|เยน|日元)$/, 'JPY'],
  [/^(?:cny|rmb|人民币|人民幣|หยวน)$/, 'CNY'],
  [/^(?:usdt)$/, 'USDT'],
  [/^(?:myr|rm|ringgit|马币)$/, 'MYR'],
]
const BEFORE = '(?:thb|usd|us\\$|a\\$|s\\$|eur|gbp|aud|sgd|jpy|myr|rmb|cny|rm|\\$|€|£|¥|฿)'
const AFTER =
  '(?:thb|บาท|บ\\.|บ(?![ก-๙.])|baht|฿|usdt|usd|us\\$|dollars?|bucks|ดอลลาร์|ดอล|เหรียญ|eur|euros?|€|ยูโร|gbp|pounds?|quid|aud|sgd|jpy|yen|円|เยน|バーツ|ドル|ユーロ|myr|ringgit|泰铢|泰銖|铢|銖|美元|美金|人民币|人民幣|日元|欧元|rmb|cny|หยวน)'
const SCALED = `(?:${DIGITS})(?:\\s*(?:k(?![a-z])|m(?![a-z])|thousand|grand|million|mil(?![a-z])|(?:ร้อย|พัน|หมื่น|แสน|ล้าน|百|千|万|萬)(?:\\d千?(?![\\d.,:]))?))?`
const AMOUNT = new RegExp(
  `(?<![\\d#a-z._/@+-])(?:(${BEFORE})\\s*)?(${SCALED}|${THAI_NUMBER}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty) (?:hundred|thousand|grand|million)|${KANJI_NUMBER}(?=\\s*(?:円|バーツ|泰铢|泰銖|铢|銖|元|块|塊|美元|美金|人民币|日元|播放|粉|赞|订阅|评论|转发|次播放|个粉|个赞))|(?<=(?:付了?|充值?了?|转了?|退|扣了?|订|买了?|花了?|预算|要|打了|不是)\\s?)[一二两兩三四五六七八九十]{0,2}[百千万萬][一二两兩三四五六七八九十百千]{0,6})(?![\\d])(?:\\s*(${AFTER})(?![a-z]))?`,
  'g',
)

const BUDGET =
  /(?:งบ(?:ประมาณ)?(?:\S{0,6})|budget(?:\s\w+){0,2}|予算\S{0,4}|预算\S{0,4}|預算\S{0,4}|ไม่เกิน|ไม่ให้เกิน|max(?:imum)?|under|up to|no more than|spend(?:ing)?|ราคาไม่เกิน|ลงทุน(?:เริ่มต้น)?|ทุน)[\s:]*(?:is |of |about |around |roughly |ประมาณ|ราวๆ|ราว|สัก|ไม่เกิน|อยู่ที่|ที่|of around |~|max |up to |は|は約|約|约|大概|是|คนละ|หัวละ|ต่อคน|คืนละ|每人|一人|1人|thb|usd|\$)*\s*$/
/** '3k budget', 5万円の予算 */
const BUDGET_AFTER = /^\s*(?:thb|usd|baht|บาท|円)?\s*(?:max(?:imum)? )?(?:budget(?![a-z])|の?予算|的?预算|的?預算)/
const PER_PERSON =
  /^\s*(?:thb|usd|บาท|baht|左右|以内)?\s*(?:(?:\/|ต่อ|(?<![a-z])a |per )\s*(?:คน|หัว|ท่าน|person|pax|head|guest|player|人|位)|each|pp|p\.p\.|a day each|一人|每人|一个人)(?![a-z])/
const PER_ALL =
  /^\s*(?:thb|usd|บาท|baht)?\s*(?:in )?(?:total|altogether|all in|for (?:all|everyone|the (?:whole )?group)|ทั้งหมด|ทั้งกรุ๊ป|รวมทุกคน|รวมทั้งหมด|ทั้งทริป|全部で|合計|总共|一共)/
const PER_NIGHT = /^\s*(?:thb|usd|บาท|baht)?\s*(?:\/|ต่อ|a|per)\s*(?:คืน|night)|^\s*(?:一晚|每晚|一泊)/
/** Words by which money changes hands: a number beside one of them is money. */
const PAID =
  /(?:โอน|จ่าย|เติม|ชำระ|ฝาก|รูด|เงิน|มัดจำ|ค่า\S{0,12}|ราคา|บิล|ยอด(?!วิว|ฟอล|ไล|ซับ|แชร์)|paid|pay|transfer(?:red)?|deposit(?:ed)?|top(?:ped)?[ -]?up|charged?|refund(?:ed)?|invoiced?|billed|cost|fee|入金|振込|支払|振り込|转了?|付了?|充值?|支付)\s*(?:มา|ไป|แล้ว|อีก|แค่|มาแค่|ไว้|only|about|ประมาณ|ยอด|จำนวน|เงิน|เพิ่ม|ไปแล้ว|me|us|back|to|of|是|を|は)*\s*(?:ตั้ง|แค่|ประมาณ|ราว)?\s*$/
const NEAR_PAID =
  /(?:โอน|จ่าย|เติม|ชำระ|ฝาก|รูด|ยอด|เงิน|เครดิต|เข้า|ได้|หัก|ตัด|คิด|คืน|มัดจำ|ค่า|ราคา|ขาด|เกิน|เหลือ|บิล|เก็บ|หาย|ใส่|รวม|เป็น|แค่|ขึ้น|ละ|paid|pay|transfer(?:red)?|sent|deposit(?:ed)?|top(?:ped)?[ -]?up|charged?|refund(?:ed)?|invoiced?|billed|cost|fee|balance|credit(?:ed)?|got|received|of|was|for|took|only|off by|says|shows|入金|振込|支払|振り込|反映|到账|转|付|扣|退|收)\S{0,12}\s*(?:มา|ไป|แล้ว|อีก|แค่|มาแค่|only|about|ประมาณ|ยอด|จำนวน|me|us|back|to)?\s*$/
const UNIT =
  /^\s*(?:ฟอล|ไลก์|ไลค์|วิว|ซับ|แชร์|คอมเม|สมาชิก|เพื่อน|ผู้ติดตาม|คน|ราย|ยอด(?:วิว|ฟอล|ไล)|ข้อความ|ชม|ชั่วโมง|followers?|likes?|views?|subs|subscribers?|members?|plays?|shares?|comments?|watch|viewers?|ไอจี|tiktok|youtube|ig\b|threads|spotify|หุ้น|hours|pcs|units?|[個件回](?![人月室目])|人(?!\s*[\d一二三])|个粉|個粉|个赞|[个個](?:脸书|臉書|抖音|油管|小红书|推特|ins|ig|fb|tiktok|youtube|facebook|instagram)?\s*(?:主页|主頁|专页|帖子|视频|影片|频道|真人|泰国|泰國){0,2}(?:赞|讚|粉丝|粉絲|播放|观看|觀看|评论|評論|分享|订阅|訂閱|好友|关注|關注)|フォロワー|いいね|再生|粉|粉丝|粉絲|播放|点赞|赞)/
const NOT_MONEY =
  /^\s*(?:%|เปอร์|percent|คน(?!ละ)|ท่าน|ที่นั่ง|ที่(?![ก-๙])|วัน(?!ที่\s*(?:\d|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่)|นี้|เสาร์|อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์)|คืน(?!ละ|เงิน|เครดิต)|ชม|ชั่วโมง|นาที|โมง|ทุ่ม|รอบ|ครั้ง|เดือน|ปี|ขวบ|หลุม|ออเดอร์|เครื่อง|ใบ|ชิ้น|ห้อง|คัน|กม|เล่ม|เมนู|รวด|ตัว|อัน|แพ็ก|แพ็ค|เครดิต(?=\S{0,3}(?:แต่|เรียน|คลาส))|days?|nights?|hours?|hrs?|mins?|minutes?|people|pax|persons?|guests|adults|kids|times?|weeks?|months?|years?|yo\b|yrs?|rounds?|holes|players|sessions?|orders?|confirmations?|km\b|kg\b|st\b|nd\b|rd\b|th\b|am\b|pm\b|°|degrees|rooms?|of us|h\d|名|人(?!\s*\d)|回|日|月|年|時|泊|分|枚|台|個|位|个|次|天|晚|号|点|mm\b|ml\b|mg\b|\/\d|:\d)/
/** Of these there are few: 3 ลิงก์, 25 accounts. A large number before one belongs to what stood before. */
const FEW =
  /^\s*(?:\S{0,12} )?(?:โพสต์|เพจ|สาขา|คลิป|ลิงก์|ลิงค์|แบรนด์|ร้าน|accounts?\b|posts?\b|pages?\b|links?\b|influencers?\b|brands?\b|shops?\b)/
const FEW_AT_MOST = 100
/** A number of something else: a room, a floor, a page, a year, a code on the screen. */
const A_NUMBER_OF =
  /(?:ห้อง|ชั้น|เบอร์|เลขที่|หมายเลข|inv-?|invoice no\.?|หลุม|ประตู|เกต|สาขา|รุ่น(?:ที่)?|บท(?:ที่)?|ข้อ(?:ที่)?|เล่ม(?:ที่)?|ปี|พ\.ศ\.|ค\.ศ\.|โค้ด|รหัส|สาย|โทร|เวอร์ชัน|ซอย|คิว|หน้า(?!งาน)|เหล็ก|ไซซ์|ไซส์|อายุ|ไข้|รอบที่|ครั้งที่|คันที่|ท้าย(?:ต้องเป็น)?|แพ็ก|แพ็ค|วัดได้|endpoint \S{1,20}|error|code|room|gate|floor|po|p\.o\.|page|batch|lesson|chapter|terminal|exit|no\.|ends?(?: in| with)?|ending(?: in| with)?|last (?:4|four)(?: digits)?|ลงท้าย(?:ด้วย)?|末尾|下4桁|尾号|number|version|rule|step|day|hole|seat|size|born|kids?|ages?|aged|under|over|top|#)\s*(?:no\.?|เลข|ที่|is|:|#)?\s*$/
const ERROR_CODE = /^(?:4\d\d|5\d\d)$/
const SAYS_ERROR = /(?:ขึ้น(?:ว่า)?|ส่ง|เจอ|error|http|status|เออเร่อ)\s*$/
const LAUGHS = /^5{3,}$/
const A_YEAR = /^(?:19[3-9]\d|20[123]\d|25[4-9]\d)$/
/** A scale alone (ร้อย, พัน …) hides in many words: สร้อย, เรียบร้อย, ผ้าพันคอ. It counts after one of these, or where a word begins. */
const SCALE_ALONE_AFTER =
  /(?:^|[^\u0e00-\u0e7f]|โอน|เติม|จ่าย|งบ|เกิน|เกือบ|ประมาณ|ราวๆ|ราว|สัก|หลัก|เป็น|แค่|ไป|มา|ได้|ขาด|เหลือ|ราคา|ค่า|เสีย|ตั้ง|อีก|คืน|วิว|ฟอล|ไลค์|ไลก์|ต่อก|ไอจี|ทูบ|เพจ|เฟซ|ซับ|ยอด|เพื่อน|แชร์|เอา|สั่ง|ขอ|จัด|เงิน|ทุน|หมด|ละ|ติ๊กตอก)$/
const SCALE_ALONE_BEFORE =
  /^\s*(?:$|[^\u0e00-\u0e7f]|บาท|กว่า|ต้น|วิว|ฟอล|ไล|ซับ|คน|ค่ะ|คะ|ครับ|คับ|นะ|พอ|ก็|ได้|มี|แล้ว|ต่อ|รวม|ไหว|จ้า|แต่|เดียว|ถ้วน|ไม่|เมื่อ|ตั้งแต่|ตอน|วัน(?:นี้|ที่)|ยัง|เข้า|ผ่าน|ทาง)/

/** 5万回, 200,000 ครั้ง: so often nothing takes place, it is counted. */
const TIMES = /^\s*(?:回(?!目)|次(?!の)|ครั้ง|times(?![a-z]))/
const TIMES_FROM = 500
const isCounted = (rest: string, value: number): boolean => UNIT.test(rest) || (value >= TIMES_FROM && TIMES.test(rest))

/** Ten figures in a row are the number of somebody or something. */
const A_LONG_NUMBER = /^\d{10,}$/

const currencyOf = (said: string | undefined): string | undefined =>
  said === undefined ? undefined : CURRENCIES.find(([it]) => it.test(said.trim()))?.[1]

/** The numbers of a message that may be money or a quantity, outside what other grammars already took. */
export const readMoney = (text: string, taken: readonly Span[] = []): MoneyReading[] => {
  const low = plain(text)
  const found: MoneyReading[] = []
  const cover = coverOf(low.length, taken)
  AMOUNT.lastIndex = 0
  for (let match = AMOUNT.exec(low); match; match = AMOUNT.exec(low)) {
    const reading = readOne(text, low, match)
    if (reading && !touches(cover, reading)) found.push(reading)
  }
  return found
}

const readOne = (text: string, low: string, match: RegExpExecArray): MoneyReading | undefined => {
  const [all, before, said = '', after] = match
  const value = parseNumber(said.replace(/\s+(?=k$|m$)/, ''))
  if (value === undefined || value <= 0) return undefined
  const lead = low.slice(Math.max(0, match.index - 40), match.index)
  const rest = low.slice(match.index + all.length, match.index + all.length + 40)
  const currency = currencyOf(before ?? after)
  const written = /\d/.test(said)
  if (!written && isScaleAlone(said) && !standsAlone(said, lead, rest, currency)) return undefined
  if (!currency && !isLikeMoney(said, value, lead, rest, written)) return undefined
  const per = perOf(lead, rest)
  const role =
    BUDGET.test(lead) || BUDGET_AFTER.test(rest) || (per && !NEAR_PAID.test(lead))
      ? 'budget'
      : isCounted(rest, value) && !currency
        ? 'quantity'
        : currency || PAID.test(lead)
          ? 'money'
          : NEAR_PAID.test(lead)
            ? 'near'
            : 'bare'
  const span = { index: match.index, text: text.slice(match.index, match.index + all.trimEnd().length) }
  return { ...span, value, ...(currency && { currency }), ...(per && { per }), role }
}

const A_SCALE = /^(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)$/
const isScaleAlone = (said: string): boolean => /^(?:สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)/.test(said)

/** `พันนึง` and `ร้อยห้าสิบ` hide in no word, whatever comes behind them. */
const standsAlone = (said: string, lead: string, rest: string, currency: string | undefined): boolean =>
  SCALE_ALONE_AFTER.test(lead) && (currency !== undefined || !A_SCALE.test(said) || SCALE_ALONE_BEFORE.test(rest))

const isLikeMoney = (said: string, value: number, lead: string, rest: string, written: boolean): boolean => {
  if (A_LONG_NUMBER.test(said)) return false
  if (!written && value < 100) return false
  if (/^\s*(?:ละ|\/)/.test(rest) && !written) return false
  const unit = isCounted(rest, value)
  if (!unit && NOT_MONEY.test(rest)) return false
  if (/^\s*人\s*\d/.test(rest)) return false
  if (A_NUMBER_OF.test(lead) || (value < FEW_AT_MOST && FEW.test(rest))) return false
  if (unit) return true
  if (PAID.test(lead)) return true
  if (LAUGHS.test(said) || (ERROR_CODE.test(said) && SAYS_ERROR.test(lead))) return false
  return !A_YEAR.test(said)
}

const perOf = (lead: string, rest: string): MoneyReading['per'] => {
  if (PER_NIGHT.test(rest) || /(?:คืนละ|每晚|一晚|1泊)\s*$/.test(lead)) return 'night'
  if (
    PER_PERSON.test(rest) ||
    /(?:คนละ|หัวละ|ท่านละ|一人|1人|每人|人均|每位)(?:あたり|につき)?\s*(?:ประมาณ|about|around|大约|大概|约|約)?\s*$/.test(
      lead,
    )
  )
    return 'person'
  return PER_ALL.test(rest) ? 'total' : undefined
}

/** A number that is part of a name, or counts something else: `bank99`, hole 9. */
const NO_AMOUNT_BEFORE = new RegExp(`(?:[a-z_@.]|${A_NUMBER_OF.source})$`)

/** โดนหักสองรอบ, 'charged for 2 orders', 2回: how often, and no sum; 1000回 may be so many views. */
const A_FEW = 20
const SO_MANY_TIMES = /^\s*(?:รอบ|ครั้ง|ออเดอร์|times?(?![a-z])|orders?(?![a-z])|回|度|重に)/

/** The answer to "how much?" or "how many units?": the first number, unless what stands before it says that it is another one. */
export const readAmountAnswer = (text: string): MoneyReading | undefined => {
  const contacts = [...readPhones(text), ...readEmails(text)]
  const first = readMoney(text, contacts)[0]
  if (first) return first
  const low = contacts.reduce((words, it) => words.replace(plain(it.text), ' '), plain(text)).trim()
  const numbers = [...low.matchAll(new RegExp(`(${SCALED}|${THAI_NUMBER}|${KANJI_NUMBER})`, 'g'))]
  const bare = numbers.find(
    (it) => (parseNumber(it[0]) ?? 0) > A_FEW || !SO_MANY_TIMES.test(low.slice(it.index + it[0].length)),
  )
  if (bare && NO_AMOUNT_BEFORE.test(low.slice(0, bare.index))) return undefined
  const value = bare ? parseNumber(bare[1] ?? '') : undefined
  return value !== undefined && value > 0 ? { index: 0, text: text.trim(), value, role: 'bare' } : undefined
}
