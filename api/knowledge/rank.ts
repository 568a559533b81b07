import type { Words } from './words.ts'

/** How an article is asked for and what it says in one language. */
export type Passage = { asked: Words[]; says: Words }

/** How telling a token is among a business's own articles; one that no article has is the most telling. */
export type Rarity = (token: string) => number

/** How well a question and an article fit, each figure from 0 to 1. */
export type Fit = {
  /** the words, as they are, of the way of asking that is nearest */
  words: number
  /** pieces of what is written without spaces: slips, and where words were cut otherwise */
  pieces: number
  /** topics, whatever the language */
  topics: number
  /** how much of what is asked the article has anything to say to */
  heard: number
  /** how much of the question's topics the article speaks of at all */
  spoken: number
}

export function fitOf(question: Words, passages: Passage[], rarity: Rarity): Fit {
  const asked = passages.flatMap((it) => it.asked)
  const words = question.words.map((it) => it.word)
  const best = (of: (it: Words) => string[], mine: string[], mark: string) =>
    Math.max(0, ...asked.map((it) => overlap(mine, of(it), (token) => rarity(mark + token))))
  const said = new Set(passages.flatMap((it) => [...it.asked, it.says].flatMap((one) => one.words.map((w) => w.word))))
  const askedTopics = new Set(asked.flatMap((it) => it.topics))
  const saidTopics = new Set([...askedTopics, ...passages.flatMap((it) => it.says.topics)])
  const heard = (it: Words['words'][number]) => {
    if (said.has(it.word)) return 1
    if (it.topics.some((topic) => askedTopics.has(topic))) return 1
    return it.topics.some((topic) => saidTopics.has(topic)) ? 0.7 : 0
  }
  return {
    words: best((it) => it.words.map((w) => w.word), words, '='),
    pieces: best((it) => it.pieces, question.pieces, '~'),
    topics: best((it) => it.topics, question.topics, '#'),
    heard: share(question.words, heard, (it) => rarity(`=${it.word}`)),
    spoken: share(
      question.topics,
      (it) => (saidTopics.has(it) ? 1 : 0),
      (it) => rarity(`#${it}`),
    ),
  }
}

/** What two sets share, weighed: the harmonic mean of both their shares. */
function overlap(mine: string[], theirs: string[], weight: (token: string) => number): number {
  if (mine.length === 0 || theirs.length === 0) return 0
  const [one, other] = [new Set(mine), new Set(theirs)]
  const sum = (of: Iterable<string>) => [...of].reduce((all, it) => all + weight(it), 0)
  const shared = sum([...one].filter((it) => other.has(it)))
  return shared === 0 ? 0 : (2 * shared) / (sum(one) + sum(other))
}

function share<It>(of: It[], has: (it: It) => number, weight: (it: It) => number): number {
  const all = of.reduce((sum, it) => sum + weight(it), 0)
  return all === 0 ? 0 : of.reduce((sum, it) => sum + has(it) * weight(it), 0) / all
}
