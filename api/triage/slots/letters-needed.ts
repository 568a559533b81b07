/**
 * Which kinds of letters stand in a text, and which of them a pattern cannot do without. Most rules read one script, most messages are written in one:
 * a rule whose letters are not there need not be tried.
 */
export type Kinds = number

const LATIN = 1
const DIGIT = 2
const THAI = 4
const HAN = 8
const KANA = 16
const REST = 32
const NOTHING: Kinds = 0

const kindOf = (code: number): Kinds => {
  if (code < 0x80) {
    const small = code | 0x20
    return small >= 0x61 && small <= 0x7a ? LATIN : code >= 0x30 && code <= 0x39 ? DIGIT : REST
  }
  if (code >= 0x0e00 && code <= 0x0e7f) return THAI
  if (code >= 0x3400 && code <= 0x9fff) return HAN
  return code >= 0x3040 && code <= 0x30ff ? KANA : REST
}

/** The kinds of letters in a text. */
export const kindsIn = (text: string): Kinds => {
  let kinds = NOTHING
  for (let i = 0; i < text.length; i += 1) kinds |= kindOf(text.charCodeAt(i))
  return kinds
}

/** The ways in which a pattern can match, by the kinds of letters each of them needs. */
type Ways = readonly Kinds[]

const ANY_WAY: Ways = [NOTHING]

/** None of them is more than another needs as well. */
const fewest = (ways: Iterable<Kinds>): Ways => {
  const all = [...new Set(ways)]
  return all.filter((it) => !all.some((other) => other !== it && (other & it) === other))
}
const both = (some: Ways, others: Ways): Ways => fewest(some.flatMap((it) => others.map((other) => it | other)))

const PIECE =
  /\\(?:u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|k<\w+>|[\s\S])|\(\?(?:<?[=!]|:|<\w+>)|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[\s\S]/gi

/** Only what is a letter or a digit by itself is counted on: a class of them where all are of one kind, and nothing that is escaped but `\d`. */
const neededBy = (piece: string): Kinds => {
  if (piece === '\\d') return DIGIT
  if (piece.length === 1) return kindOf(piece.charCodeAt(0)) & ~REST
  const inClass = /^\[([^\\^-]+)\]$/.exec(piece)?.[1] ?? RANGES.get(piece)
  if (!inClass) return NOTHING
  const kinds = [...inClass].map((it) => kindOf(it.charCodeAt(0)))
  return kinds.every((it) => it === kinds[0]) ? (kinds[0] ?? NOTHING) & ~REST : NOTHING
}
const RANGES = new Map([
  ['[0-5]', '0'],
  ['[1-4]', '1'],
  ['[1-9]', '1'],
  ['[2-9]', '2'],
  ['[ก-ฮ]', 'ก'],
  ['[ก-๙]', 'ก'],
  ['[a-z]', 'a'],
])

/** Reads a pattern's source from left to right, one bracket within the other. */
function waysOf(source: string): Ways {
  const pieces = source.match(PIECE) ?? []
  let at = 0
  const isLoose = (): boolean => {
    const quantity = pieces[at]
    if (quantity === undefined || !/^(?:[?*+]|\{\d)/.test(quantity)) return false
    at += 1
    if (pieces[at] === '?') at += 1
    return /^(?:[?*]|\{0)/.test(quantity)
  }
  const choice = (): Ways => {
    const ways: Kinds[] = []
    let inTurn = ANY_WAY
    for (;;) {
      const piece = pieces[at]
      if (piece === undefined || piece === ')') {
        at += 1
        return fewest([...ways, ...inTurn])
      }
      at += 1
      if (piece === '|') {
        ways.push(...inTurn)
        inTurn = ANY_WAY
        continue
      }
      const isBracket = piece.startsWith('(')
      // what must stand beside it, or must not, is no part of it; what must is not counted on either
      const looksAround = /^\(\?<?[=!]/.test(piece)
      const within = isBracket ? choice() : [neededBy(piece)]
      if (!isLoose() && !looksAround) inTurn = both(inTurn, within)
    }
  }
  return choice()
}

/** Whether a pattern can be found in a text with letters of such kinds. */
export const mayMatch = (pattern: RegExp, kinds: Kinds): boolean => {
  // a letter that is as good in capitals may be one of another alphabet (the sign of kelvin is a k)
  const ways = pattern.unicode && pattern.ignoreCase ? ANY_WAY : waysOf(pattern.source)
  return ways.some((it) => (it & kinds) === it)
}

const triable = new WeakMap<readonly { pattern: RegExp }[], Map<Kinds, readonly number[]>>()

/** The places of those rules that a text may have something for, in their order; found once for all texts with letters of the same kinds. */
export const triedOn = (text: string, rules: readonly { pattern: RegExp }[]): readonly number[] => {
  const kinds = kindsIn(text)
  const found = triable.get(rules) ?? new Map<Kinds, readonly number[]>()
  triable.set(rules, found)
  const known = found.get(kinds)
  if (known) return known
  const some = rules.flatMap(({ pattern }, place) => (mayMatch(pattern, kinds) ? [place] : []))
  found.set(kinds, some)
  return some
}
