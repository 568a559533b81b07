import type { Words } from './words.ts'

/** At least so much of two questions is the same, for them to be asking one thing. */
const SAME_FROM = 0.5
/** A topic both speak of says more than a word both use, and holds across languages. */
const TOPIC = 2

/** Whether two questions ask for the same thing, weighed by how telling each word is. */
export function areAlike(one: Words, other: Words, rarity: (token: string) => number): boolean {
  const weights = (it: Words) =>
    new Map([
      ...it.words.map(({ word }) => [`=${word}`, rarity(`=${word}`)] as const),
      ...it.topics.map((topic) => [`#${topic}`, TOPIC * rarity(`#${topic}`)] as const),
    ])
  const [mine, theirs] = [weights(one), weights(other)]
  const sum = (of: Iterable<number>) => [...of].reduce((all, it) => all + it, 0)
  const shared = sum([...mine].filter(([token]) => theirs.has(token)).map(([, weight]) => weight))
  const all = sum(mine.values()) + sum(theirs.values())
  return all > 0 && (2 * shared) / all >= SAME_FROM
}
