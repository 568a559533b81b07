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

type Asked = { words: Set<string>; pieces: Set<string>; topics: Set<string> }

/** An article as questions are held against it: made once, for it is held against every question. */
export type ReadArticle = {
  asked: Asked[]
  said: Set<string>
  askedTopics: Set<string>
  saidTopics: Set<string>
}

/** All languages of an article together. */
export function readArticle(passages: Passage[]): ReadArticle {
  const asked = passages.flatMap((it) => it.asked)
  const askedTopics = asked.flatMap((it) => it.topics)
  return {
    asked: asked.map((it) => ({
      words: new Set(it.words.map(({ word }) => word)),
      pieces: new Set(it.pieces),
      topics: new Set(it.topics),
    })),
    said: new Set(passages.flatMap((it) => [...it.asked, it.says].flatMap((one) => one.words.map(({ word }) => word)))),
    askedTopics: new Set(askedTopics),
    saidTopics: new Set([...askedTopics, ...passages.flatMap((it) => it.says.topics)]),
  }
}

export function fitOf(question: Words, article: ReadArticle, rarity: Rarity): Fit {
  const { asked, said, askedTopics, saidTopics } = article
  const best = (kind: keyof Asked, mine: readonly string[], mark: string) =>
    nearest(
      new Set(mine),
      asked.map((it) => it[kind]),
      (token) => rarity(mark + token),
    )
  const heard = (it: Words['words'][number]) => {
    if (said.has(it.word)) return 1
    if (it.topics.some((topic) => askedTopics.has(topic))) return 1
    return it.topics.some((topic) => saidTopics.has(topic)) ? 0.7 : 0
  }
  return {
    words: best(
      'words',
      question.words.map((it) => it.word),
      '=',
    ),
    pieces: best('pieces', question.pieces, '~'),
    topics: best('topics', question.topics, '#'),
    heard: share(question.words, heard, (it) => rarity(`=${it.word}`)),
    spoken: share(
      question.topics,
      (it) => (saidTopics.has(it) ? 1 : 0),
      (it) => rarity(`#${it}`),
    ),
  }
}

/** No token has a line break in it: as rare as anything that was not asked for. */
const NOT_ASKED = '\n'

/** The most that one set shares with any of the others, weighed: the harmonic mean of both their shares. */
function nearest(mine: Set<string>, others: Set<string>[], weight: Rarity): number {
  const weights = [...mine].map((token) => [token, weight(token)] as const)
  const all = weights.reduce((sum, [, it]) => sum + it, 0)
  const usual = weight(NOT_ASKED)
  let best = 0
  for (const other of others) {
    let [shared, count] = [0, 0]
    for (const [token, it] of weights)
      if (other.has(token)) {
        shared += it
        count += 1
      }
    if (shared > 0) best = Math.max(best, (2 * shared) / (all + shared + (other.size - count) * usual))
  }
  return best
}

function share<It>(of: It[], has: (it: It) => number, weight: (it: It) => number): number {
  const all = of.reduce((sum, it) => sum + weight(it), 0)
  return all === 0 ? 0 : of.reduce((sum, it) => sum + has(it) * weight(it), 0) / all
}
