import type { Language } from '../tenants/schema.ts'

/** What an article says to customers in one language. */
export type PublicPassage = {
  articleId: string
  language: Language
  version: number
  title: string
  questions: string[]
  answer: string
}

/** The passages of a business's articles by what they are found by. */
export type PassageIndex = {
  size: number
  /** how many passages have a token; none: 0 */
  having: (token: string) => number
  /** the articles that share the most telling of these tokens in some language, at most so many, the nearest first */
  nearTo: (tokens: readonly string[], most: number) => PublicPassage[][]
  /** what it says, in each of its languages; nothing where it is unknown */
  ofArticle: (id: string) => PublicPassage[]
}

export function indexOf(all: readonly { passage: PublicPassage; tokens: readonly string[] }[]): PassageIndex {
  const having = new Map<string, number[]>()
  for (const [place, { tokens }] of all.entries())
    for (const token of tokens) {
      const places = having.get(token)
      if (places) places.push(place)
      else having.set(token, [place])
    }
  const passages = new Map<string, PublicPassage[]>()
  for (const { passage } of all) passages.set(passage.articleId, [...(passages.get(passage.articleId) ?? []), passage])
  return {
    size: all.length,
    having: (token) => having.get(token)?.length ?? 0,
    ofArticle: (id) => passages.get(id) ?? [],
    nearTo(tokens, most) {
      const weights = new Map<number, number>()
      for (const token of tokens) {
        const places = having.get(token) ?? []
        const telling = Math.log(1 + all.length / (places.length + 0.5))
        for (const place of places) weights.set(place, (weights.get(place) ?? 0) + telling)
      }
      const articles = new Map<string, number>()
      for (const [place, weight] of weights) {
        const id = all[place]?.passage.articleId ?? ''
        articles.set(id, Math.max(weight, articles.get(id) ?? 0))
      }
      return [...articles]
        .sort(([one, weight], [other, heavier]) => heavier - weight || (one < other ? -1 : 1))
        .slice(0, most)
        .map(([id]) => passages.get(id) ?? [])
    },
  }
}
