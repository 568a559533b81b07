import { Temporal } from 'temporal-polyfill'

/** What somebody typed as a reference, with plain digits, in capitals, and nothing but letters and digits. */
const bare = (said: string): string =>
  said
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

const TOKENS = /\{(?:n+|yymm|yyyymmdd|yyyy)\}/g

/**
 * The references of a tenant's pattern that may be meant: `ML-C-5521`, `mlc5521`, `C-5521`, `#5521` and `๕๕๒๑` are one. What is left out at
 * the front is filled in, a date with today's.
 */
export function referencesMeant(pattern: string, said: string, now: Date, zone: string): string[] {
  const wanted = bare(said)
  if (!/\d$/.test(wanted)) return []
  const tokens = tokensOf(pattern)
  const meant = tokens.map((_, from) => {
    const shape = tokens.slice(from).map((token, index) => shapeOf(token, index === 0))
    const read = new RegExp(`^${shape.join('')}$`).exec(wanted)
    if (!read) return undefined
    const given = read.slice(1)
    return tokens
      .map((token, index) => filled(token, index < from ? undefined : given[index - from], now, zone))
      .join('')
  })
  return [...new Set(meant.filter((it) => it !== undefined))]
}

/** Whether a reference of whatever pattern ends in the number that was typed alone. */
export function endsInNumber(reference: string, said: string): boolean {
  const wanted = bare(said)
  const tail = /(\d+)$/.exec(reference)?.[1]
  return /^\d+$/.test(wanted) && tail !== undefined && Number(tail) === Number(wanted)
}

/** The digits that were typed, when nothing else was. */
export const numberSaid = (said: string): string | undefined => {
  const wanted = bare(said)
  return /^\d{1,12}$/.test(wanted) ? wanted.replace(/^0+(?=\d)/, '') : undefined
}

function tokensOf(pattern: string): string[] {
  const tokens: string[] = []
  let at = 0
  for (const found of pattern.matchAll(TOKENS)) {
    if (found.index > at) tokens.push(pattern.slice(at, found.index))
    tokens.push(found[0])
    at = found.index + found[0].length
  }
  if (at < pattern.length) tokens.push(pattern.slice(at))
  return tokens
}

function shapeOf(token: string, first: boolean): string {
  if (token === '{yymm}') return '(\\d{4})'
  if (token === '{yyyymmdd}') return '(\\d{8})'
  if (token === '{yyyy}') return '(\\d{4})'
  if (token.startsWith('{')) return '(\\d{1,12})'
  const letters = bare(token)
  // of a prefix the end is enough: C-5521 for ML-C-5521
  const ends = first ? [...letters].map((_, index) => letters.slice(index)) : [letters]
  return `(${ends.join('|')})`
}

function filled(token: string, given: string | undefined, now: Date, zone: string): string {
  if (!token.startsWith('{')) return token
  if (/^\{n+\}$/.test(token)) return String(Number(given ?? 0)).padStart(token.length - 2, '0')
  if (given) return given
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const date = day.toString().replaceAll('-', '')
  return token === '{yymm}' ? date.slice(2, 6) : token === '{yyyy}' ? date.slice(0, 4) : date
}
