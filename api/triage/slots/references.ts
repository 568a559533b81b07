import { plain } from './plain.ts'
import { type Found, scan } from './scan.ts'

const PREFIXED =
  /(?<![a-z0-9])(?:ml-c-?\d{3,6}|(?:pb|cs|atp|tp|c2)[- ]?\d{3,10}|(?:trx|mem|tvs)-[a-z0-9]+(?:-[a-z0-9]+)*)(?![a-z0-9])/g
const STORE_ORDER = /(?<![a-z0-9])ord-\d{6,8}-\d{2,4}(?![a-z0-9])/g
const PANEL_ORDER = /(?<![\d#.,/+-])#?\s?(\d{7})(?![\d.,]\d|\d)/g
const NAMED_ORDER =
  /(?:order(?: id| no\.?| number)?|ออเดอร์|ออเด้อ|ออร์เดอร์|คำสั่งซื้อ|เลขที่|注文(?:番号)?)\s*(?:ที่|เลข|id|:|#)*\s*#?(\d{5,9})(?!\d)/g

const referenceOf = (said: string): string => {
  const upper = said.toUpperCase().replace(/\s/g, '-')
  return upper.replace(/^(PB|CS|ATP|TP|C2)(\d)/, '$1-$2').replace(/^ML-C(\d)/, 'ML-C-$1')
}

/** Booking, case and transaction numbers, upper case. */
export const readReferences = (text: string): Found<string>[] =>
  scan(text, plain(text), [{ pattern: PREFIXED, read: ([all]) => referenceOf(all) }])

/** Order numbers without `#`. */
export const readOrderIds = (text: string): Found<string>[] => {
  const found = scan(text, plain(text), [
    { pattern: STORE_ORDER, read: ([all]) => all.toUpperCase() },
    { pattern: NAMED_ORDER, read: ([, digits]) => digits },
    { pattern: PANEL_ORDER, read: ([, digits]) => digits },
  ])
  return found.map((it) => {
    const at = plain(it.text).indexOf(it.value.toLowerCase())
    return at < 0 ? it : { index: it.index + at, text: it.text.slice(at, at + it.value.length), value: it.value }
  })
}
