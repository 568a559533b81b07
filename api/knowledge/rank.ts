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

export const fitOf = (question: Words, article: ReadArticle, rarity: Rarity): Fit => fitsOf(question, rarity)(article)

/** The same of one article after another: what the question's own words weigh is found once. */
export function fitsOf(question: Words, rarity: Rarity): (article: ReadArticle) => Fit {
  const weighed = (tokens: readonly string[], mark: string) => weighedBy(tokens, (token) => rarity(mark + token))
  const mine = {
    words: weighed(
      question.words.map((it) => it.word),
      '=',
    ),
    pieces: weighed(question.pieces, '~'),
    topics: weighed(question.topics, '#'),
  }
  const rarityOfWords = question.words.map((it) => rarity(`=${it.word}`))
  const rarityOfTopics = question.topics.map((it) => rarity(`#${it}`))
  return ({ asked, said, askedTopics, saidTopics }) => {
    const heard = (it: Words['words'][number]) => {
      if (said.has(it.word)) return 1
      if (it.topics.some((topic) => askedTopics.has(topic))) return 1
      return it.topics.some((topic) => saidTopics.has(topic)) ? 0.7 : 0
    }
    return {
      words: nearest(mine.words, asked, 'words'),
      pieces: nearest(mine.pieces, asked, 'pieces'),
      topics: nearest(mine.topics, asked, 'topics'),
      heard: share(question.words, heard, rarityOfWords),
      spoken: share(question.topics, (it) => (saidTopics.has(it) ? 1 : 0), rarityOfTopics),
    }
  }
}

type Weighed = { weights: (readonly [token: string, weight: number])[]; all: number; usual: number }

/** No token has a line break in it: as rare as anything that was not asked for. */
const NOT_ASKED = '\n'

function weighedBy(tokens: readonly string[], weight: Rarity): Weighed {
  const weights = [...new Set(tokens)].map((token) => [token, weight(token)] as const)
  return { weights, all: weights.reduce((sum, [, it]) => sum + it, 0), usual: weight(NOT_ASKED) }
}

/** The most that a question shares with any of the ways of asking, weighed: the harmonic mean of both their shares. */
function nearest({ weights, all, usual }: Weighed, asked: readonly Asked[], kind: keyof Asked): number {
  let best = 0
  for (const { [kind]: other } of asked) {
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

function share<It>(of: readonly It[], has: (it: It) => number, weights: readonly number[]): number {
  const all = weights.reduce((sum, it) => sum + it, 0)
  return all === 0 ? 0 : of.reduce((sum, it, index) => sum + has(it) * (weights[index] ?? 0), 0) / all
}
