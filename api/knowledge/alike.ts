import type { Words } from './words.ts'

/** At least so much of two questions is the same, for them to be asking one thing. */
const SAME_FROM = 0.5
/** A topic both speak of says more than a word both use, and holds across languages. */
const TOPIC = 2

/** Which questions ask for the same thing as this one, weighed by how telling each word is. One is held against hundreds: it is weighed once. */
export function alikeTo(one: Words, rarity: (token: string) => number): (other: Words) => boolean {
  const weightOf = (token: string) => (token.startsWith('#') ? TOPIC * rarity(token) : rarity(token))
  const mine = tellingOf(one).map((token) => [token, weightOf(token)] as const)
  const ofMine = mine.reduce((sum, [, weight]) => sum + weight, 0)
  return (other) => {
    const theirs = tellingOf(other)
    const shared = mine.reduce((sum, [token, weight]) => (theirs.includes(token) ? sum + weight : sum), 0)
    // most have nothing in common, and need no weighing
    if (shared === 0) return false
    const all = ofMine + theirs.reduce((sum, token) => sum + weightOf(token), 0)
    return (2 * shared) / all >= SAME_FROM
  }
}

/** The words and topics of a question, marked as they stand in the index. */
function tellingOf(it: Words): readonly string[] {
  const known = telling.get(it)
  if (known) return known
  const tokens = [...new Set([...it.words.map(({ word }) => `=${word}`), ...it.topics.map((topic) => `#${topic}`)])]
  telling.set(it, tokens)
  return tokens
}
const telling = new WeakMap<Words, readonly string[]>()
