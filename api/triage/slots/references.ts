import { plain } from './plain.ts'
import { type Found, type Rule, scan } from './scan.ts'

const EDGE = '(?<![a-z0-9])'
const END = '(?![a-z0-9])'
/** As people write them: with a space or nothing for the dash, in small letters, with a # before the number. */
const PREFIXED = new RegExp(
  `${EDGE}(?:ml[- ]?c[- ]?\\d{3,6}|(?:pb|cs|atp|tp|c2)[- #]{0,2}\\d{3,10}|trx[- ]?\\d{6,8}(?:[- ]?[a-z]?\\d{1,6})?|(?:trx|mem|tvs)-[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,4})${END}`,
  'g',
)
const STORE_ORDER = new RegExp(`${EDGE}ord[- ]?\\d{6,8}[- ]\\d{2,4}${END}`, 'g')
/** With its mark it is one however long: #884120. */
const MARKED_ORDER = /(?<![\w#/&])#\s?(\d{5,9})(?![\d.,]\d|\d)/g
const PANEL_ORDER = /(?<![\d#.,/+-])#?\s?(\d{7})(?![\d.,]\d|\d)/g
const NAMED_ORDER =
  /(?:order(?: id| no\.?| number)?|ออเดอร์|ออเด้อ|ออร์เดอร์|คำสั่งซื้อ|เลขที่|注文(?:番号)?|订单(?:号|编号)?|訂單)\s*(?:ที่|เลข|id|:|：|是|は|#)*\s*#?(\d{4,9})(?![\d,])/g
/** So long a number is none of likes, unless it is round: 'ออเดอร์ 1274850 ไลค์หยุด'. */
const LONG = 7
/** A round number, or one with a unit, is a quantity. */
const A_QUANTITY = /0{4}$/
const COUNTED_AFTER = /^\s*(?:k\b|วิว|ฟอล|ไล|views|followers|likes|บาท)/
const UNIT_AFTER =
  /^\s*(?:วิว|ฟอล|ไล[กค]|ซับ|แชร์|คน|บาท|views?|followers?|likes?|subs|plays?|thb|baht|usd|円|回|再生|播放)/

/** 1287915 ไลก์เพจ is an order of likes: so long a number of pieces is a round one. */
const isCounted = (digits: string, after: string): boolean =>
  SUM_AFTER.test(after) || (UNIT_AFTER.test(after) && digits.endsWith('00'))
const SUM_AFTER = /^\s*(?:บาท|คน|thb|baht|usd|円)/

const referenceOf = (said: string): string => {
  const upper = said
    .toUpperCase()
    .replace(/[\s#]+/g, '-')
    .replace(/-{2,}/g, '-')
  return upper
    .replace(/^(PB|CS|ATP|TP|C2)(\d)/, '$1-$2')
    .replace(/^ML-?C-?(\d)/, 'ML-C-$1')
    .replace(/^TRX-?(\d{8})-?([A-Z]?\d+)$/, 'TRX-$1-$2')
    .replace(/^TRX(\d)/, 'TRX-$1')
}

const references: Rule<string>[] = [{ pattern: PREFIXED, read: ([all]) => referenceOf(all) }]

/** Booking, case and transaction numbers, upper case. */
export const readReferences = (text: string): Found<string>[] => scan(text, plain(text), references)

const orders: Rule<string>[] = [
  { pattern: STORE_ORDER, read: ([all]) => all.toUpperCase().replace(/^ORD[- ]?(\d+)[- ](\d+)$/, 'ORD-$1-$2') },
  {
    pattern: NAMED_ORDER,
    read: ({ 0: all, 1: digits = '', index, input }) =>
      COUNTED_AFTER.test(input.slice(index + all.length)) && (digits.length < LONG || A_QUANTITY.test(digits))
        ? undefined
        : digits,
  },
  { pattern: MARKED_ORDER, read: ([, digits = '']) => digits },
  {
    pattern: PANEL_ORDER,
    read: ({ 0: all, 1: digits = '', index, input }) =>
      !all.includes('#') &&
      (A_QUANTITY.test(digits) || isCounted(digits, input.slice(index + all.length, index + all.length + 16)))
        ? undefined
        : digits,
  },
]

/** Order numbers without `#`. */
export const readOrderIds = (text: string): Found<string>[] => {
  const found = scan(text, plain(text), orders)
  return found.map((it) => {
    const at = plain(it.text).indexOf(it.value.toLowerCase())
    return at < 0 ? it : { index: it.index + at, text: it.text.slice(at, at + it.value.length), value: it.value }
  })
}
