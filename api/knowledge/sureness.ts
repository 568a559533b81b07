import type { Fit } from './rank.ts'

/**
 * Learned from the questions in seeds/data/knowledge/questions.jsonl and the labelled ones of the triage data, each business judged by what the
 * other four taught (bench/knowledge.ts prints them anew). How good it is: docs/knowledge.md.
 */
const OF_FIT = {
  start: -4.838,
  words: 1.378,
  pieces: 0.793,
  topics: 2.873,
  heard: 1.793,
  spoken: 2.052,
  spelt: 1.383,
  both: 1.703,
}
const OF_BEST = { start: -0.26, fit: 0.737, ahead: 0.881, heard: 0.486, spoken: -1.087, stranger: -1.958 }
const MOST_AHEAD = 4

/** Below this the desk says that it does not know: at most two answers in a hundred are then wrong. */
export const SURE_ENOUGH = 0.8

/** How well an article fits, to set articles in an order. */
export const fitness = (it: Fit): number =>
  OF_FIT.start +
  OF_FIT.words * it.words +
  OF_FIT.pieces * it.pieces +
  OF_FIT.topics * it.topics +
  OF_FIT.heard * it.heard +
  OF_FIT.spoken * it.spoken +
  OF_FIT.spelt * Math.max(it.words, it.pieces) +
  OF_FIT.both * it.topics * it.heard

/** How sure it is that the best article answers; `ahead` is its distance to the next, and a topic no article speaks of makes doubtful. */
export function surenessOf(best: Fit, next: Fit | undefined, isStranger: boolean): number {
  const fit = fitness(best)
  const ahead = Math.min(next ? fit - fitness(next) : MOST_AHEAD, MOST_AHEAD)
  const all =
    OF_BEST.start +
    OF_BEST.fit * fit +
    OF_BEST.ahead * ahead +
    OF_BEST.heard * best.heard +
    OF_BEST.spoken * best.spoken +
    (isStranger ? OF_BEST.stranger : 0)
  return 1 / (1 + Math.exp(-all))
}
