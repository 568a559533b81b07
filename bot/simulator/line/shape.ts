export type Fields = { [field: string]: unknown }

export const isFields = (it: unknown): it is Fields => typeof it === 'object' && it !== null && !Array.isArray(it)

/** Something wrong, said as LINE says it: what, and where in the body. */
export type Complain = (property: string, message: string) => void

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** LINE counts labels and display texts in grapheme clusters, everything else in UTF-16 units. */
const graphemeCount = (text: string) => [...graphemes.segment(text)].length

type Length = { max: number; min?: number; count?: 'utf16' | 'graphemes' }

export function checkText(
  it: unknown,
  property: string,
  complain: Complain,
  { max, min = 1, count = 'utf16' }: Length,
) {
  if (it === undefined || it === null) return complain(property, 'must be specified')
  if (typeof it !== 'string') return complain(property, 'must be a string')
  if (min > 0 && it.length === 0) return complain(property, 'May not be empty')
  const length = count === 'utf16' ? it.length : graphemeCount(it)
  if (length < min || length > max) complain(property, `Length must be between ${min} and ${max}`)
}

export function checkOneOf(it: unknown, allowed: readonly string[], property: string, complain: Complain) {
  if (it === undefined) return complain(property, 'must be specified')
  if (typeof it !== 'string' || !allowed.includes(it)) {
    complain(property, `Must be one of the following values: [${allowed.join(', ')}]`)
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** LINE fetches media over HTTPS only; the demo's own pictures come from loopback. */
export function checkMediaUrl(it: unknown, property: string, complain: Complain) {
  if (typeof it !== 'string') return complain(property, 'must be specified')
  if (it.length > 2000) return complain(property, 'Length must be between 1 and 2000')
  const url = URL.canParse(it) ? new URL(it) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
  if (!isSafe) complain(property, 'Must be a valid HTTPS URL')
}
