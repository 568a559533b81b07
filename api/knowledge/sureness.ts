import type { Fit } from './rank.ts'

/**
 * Learned from the questions in seeds/data/knowledge/questions.jsonl and the labelled ones of the triage data, with few ways of asking for each
 * article and with many, each business judged by what the other four taught (bench/knowledge.ts prints them anew). How good it is: docs/knowledge.md.
 */
const BY_WORDS = {
  fit: {
    start: -5.309,
    words: 1.774,
    pieces: 0.908,
    topics: 1.927,
    heard: 1.668,
    spoken: 1.847,
    spelt: 1.763,
    both: 1.719,
  },
  best: { start: 0.25, fit: 0.775, ahead: 0.751, heard: 0.805, spoken: -0.985, stranger: -1.683, ways: -1.148 },
}
/** Learned with three ways of asking alone: in another language topics must do, and it is no matter how many ways there are. */
const BY_TOPICS = {
  fit: {
    start: -4.838,
    words: 1.378,
    pieces: 0.793,
    topics: 2.873,
    heard: 1.793,
    spoken: 2.052,
    spelt: 1.383,
    both: 1.703,
  },
  best: { start: -0.26, fit: 0.737, ahead: 0.881, heard: 0.486, spoken: -1.087, stranger: -1.958, ways: 0 },
}
/** By what a question is held against articles: in a language that none of them is written in only by what it is about. */
export type Weighing = 'words' | 'topics'
const weightsOf = (by: Weighing) => (by === 'words' ? BY_WORDS : BY_TOPICS)

const MOST_AHEAD = 4
/** Of three ways of asking and a title in each of three languages. */
export const FEW_WAYS = 12

/** Below this the desk says that it does not know: at most two answers in a hundred are then wrong. */
export const SURE_ENOUGH = 0.81

/**
 * How well an article must fit to be sure of at all: of a word or two in common nothing is, however far behind the others are, and the less the
 * more ways of asking there are.
 */
export const leastFit = (ways: number): number => 0.35 + 0.47 * Math.log(ways / FEW_WAYS)
export const NOT_QUITE = SURE_ENOUGH - 0.01

/** From here on an article is worth asking about: of those asked about three in four are the one that was meant. */
export const PERHAPS = 0.2

/** How well an article fits, to set articles in an order. */
export function fitness(it: Fit, by: Weighing): number {
  const { fit } = weightsOf(by)
  return (
    fit.start +
    fit.words * it.words +
    fit.pieces * it.pieces +
    fit.topics * it.topics +
    fit.heard * it.heard +
    fit.spoken * it.spoken +
    fit.spelt * Math.max(it.words, it.pieces) +
    fit.both * it.topics * it.heard
  )
}

/**
 * How sure it is that the best article answers; `ahead` is its distance to the next, and a topic no article speaks of makes doubtful. Among many ways
 * of asking one is like the question by chance.
 */
export function surenessOf(
  best: Fit,
  next: Fit | undefined,
  { by, isStranger, ways }: { by: Weighing; isStranger: boolean; ways: number },
): number {
  const weights = weightsOf(by).best
  const fit = fitness(best, by)
  const ahead = Math.min(next ? fit - fitness(next, by) : MOST_AHEAD, MOST_AHEAD)
  const all =
    weights.start +
    weights.fit * fit +
    weights.ahead * ahead +
    weights.heard * best.heard +
    weights.spoken * best.spoken +
    (isStranger ? weights.stranger : 0) +
    weights.ways * Math.log(ways / FEW_WAYS)
  const sureness = 1 / (1 + Math.exp(-all))
  return by === 'words' && fit < leastFit(ways) ? Math.min(sureness, NOT_QUITE) : sureness
}
