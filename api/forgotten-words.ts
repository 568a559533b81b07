/** Words of fewer letters stand in half of all sentences: they are looked for as a whole line only. */
const LEAST_QUOTED = 6
const HEAD = 6

/** What a text that may quote the words certainly holds: to look through many rows before reading any. */
export const headOf = (words: string): string => words.trim().slice(0, HEAD)

/** The text without what it quotes of the words: all of it, a line of it, or its beginning before a cut. `…` stays in its place. */
export function withoutWords(text: string, words: string): string {
  const said = words.trim()
  if (!said) return text
  if (said.length < LEAST_QUOTED)
    return text
      .split('\n')
      .map((line) =>
        line.trim() === said ? '…' : line.endsWith(`: ${said}`) ? `${line.slice(0, -said.length)}…` : line,
      )
      .join('\n')
  const left = text.replaceAll(said, '…')
  if (left !== text) return left
  const from = text.indexOf(said.slice(0, LEAST_QUOTED))
  if (from < 0) return text
  let shared = LEAST_QUOTED
  while (shared < said.length && text[from + shared] === said[shared]) shared += 1
  // a card that is cut where its space ends says so with this very sign
  return text[from + shared] === '…' ? `${text.slice(0, from)}${text.slice(from + shared)}` : text
}

/** The same for every text in a JSON value. */
export function withoutWordsIn<T>(value: T, words: string): T {
  if (typeof value === 'string') return withoutWords(value, words) as T
  if (Array.isArray(value)) return value.map((it: unknown) => withoutWordsIn(it, words)) as T
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, withoutWordsIn(it, words)])) as T
  return value
}

/** What is known by name, without what was read from these words and is said nowhere else. */
export function withoutReadFrom<V>(known: Record<string, V>, words: string, stillSaid: string): Record<string, V> {
  const isIn = (value: V, text: string): boolean => {
    if (typeof value === 'number') return numbersIn(text).includes(String(value))
    return typeof value === 'string' && value !== '' && plain(text).includes(plain(value))
  }
  return Object.fromEntries(Object.entries(known).filter(([, it]) => !isIn(it, words) || isIn(it, stillSaid)))
}

const numbersIn = (text: string): string[] => plain(text).match(/\d+(?:\.\d+)?/g) ?? []

const THAI_ZERO = '๐'.charCodeAt(0)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
    .replace(/(?<=\d),(?=\d{3})/g, '')
