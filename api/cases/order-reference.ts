/** An order's number as it is kept, however it was typed: `#1274850`, `ord-20261118-003`, `๑๒๗๔๘๕๐`. Nothing when it is none. */
export function orderReference(said: string): string | undefined {
  const it = said
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/^[\s#]+|\s+$/g, '')
    .toUpperCase()
  return /^[A-Z0-9][A-Z0-9_./-]{0,39}$/.test(it) && /\d/.test(it) ? it : undefined
}

const MOST_ORDERS = 50

/** Those that were known, and those that were named now, each once; what is no number of an order is left out. */
export const withOrders = (known: readonly string[], said: readonly string[]): string[] =>
  [...new Set([...known, ...said.flatMap((it) => orderReference(it) ?? [])])].slice(
    0,
    Math.max(MOST_ORDERS, known.length),
  )
