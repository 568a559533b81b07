import { type Judged, certaintyFrom, chanceOf, temperatureOf } from './calibrate.ts'
import { plainFeaturesOf } from './features.ts'
import { type Linear, scoresOf, softmax, trainLinear } from './linear.ts'
import { type Vector, type Vocabulary, vectorOf, vocabularyOf } from './vocabulary.ts'

/** Without a label an example shows what is outside of all labels. */
export type PlainExample = { text: string; label?: string | null | undefined }

export type PlainModel = { vocabulary: Vocabulary; head: Linear; certainty: readonly number[] }

export type PlainAnswer = { label: string; confidence: number }

const SHARES = { words: 1.5, letters: 1.2 }
const MOST_FEATURES = 150_000
/** Features times classes: what must fit in memory while it is learnt. */
const MOST_WEIGHTS = 15_000_000
/** Held out once, to learn how far to trust what the model says: one in so many. */
const HELD_OUT = 5
/** The class of what is outside; no label can have this name. */
const OUTSIDE = '\u0000'

/**
 * Learns any labels from any texts, by their words and letters alone: the engine without what it knows of desks.
 * @param outside whether an example without a label is one of no label at all (and lowers the confidence of the like), or is left out
 * @throws where no example has a label
 */
export function trainPlain(
  examples: readonly PlainExample[],
  { outside = true, epochs = 14 }: { outside?: boolean; epochs?: number } = {},
): PlainModel {
  const labelled = examples.flatMap(({ text, label }) => {
    const named = label === null || label === undefined || label === '' ? OUTSIDE : label
    return named === OUTSIDE && !outside ? [] : [{ features: plainFeaturesOf(text), label: named }]
  })
  const classes = [...new Set(labelled.map((it) => it.label))].sort()
  if (!classes.some((it) => it !== OUTSIDE)) throw new Error('There is no example with a label to learn from.')
  const vocabulary = vocabularyOf(
    labelled.map((it) => it.features),
    { shares: SHARES, least: 1, most: Math.min(MOST_FEATURES, Math.ceil(MOST_WEIGHTS / classes.length)) },
  )
  const lessons = labelled.map(({ features, label }) => ({ vector: vectorOf(vocabulary, features), label }))
  const lesson = { epochs, balance: 0.3, decay: DECAY }
  const head = trainLinear(vocabulary, lessons, classes, lesson)
  const held = lessons.filter((_, i) => i % HELD_OUT === HELD_OUT - 1)
  if (classes.length < 2 || held.length < LEAST_HELD) return { vocabulary, head, certainty: PLAINLY }
  const trial = trainLinear(
    vocabulary,
    lessons.filter((_, i) => i % HELD_OUT !== HELD_OUT - 1),
    classes,
    lesson,
  )
  const scored = held.map(({ vector, label }) => ({
    vector,
    label,
    scores: scoresOf(trial, vector),
    target: classes.indexOf(label),
  }))
  head.temperature = temperatureOf(scored)
  const judged = scored.map(({ vector, label, scores }): Judged => {
    const { best, signs } = chosen(classes, vector, scores, head.temperature)
    return { signs, right: best === label }
  })
  return { vocabulary, head, certainty: certaintyFrom(judged, PLAINLY) }
}
const LEAST_HELD = 30
const DECAY = 1e-3

/** The likeliest label, and how likely it is right: little for a text that is outside of all of them. */
export function predictPlain({ vocabulary, head, certainty }: PlainModel, text: string): PlainAnswer {
  const vector = vectorOf(vocabulary, plainFeaturesOf(text))
  const { best, signs } = chosen(head.classes, vector, scoresOf(head, vector), head.temperature)
  return { label: best, confidence: vector.ids.length === 0 ? 0 : chanceOf(certainty, signs) }
}

const PLAINLY: readonly number[] = [0, 1, 0, 0]
const logit = (p: number): number => Math.log(Math.max(p, 1e-4) / Math.max(1 - p, 1e-4))

function chosen(
  classes: readonly string[],
  { values }: Vector,
  scores: Float64Array,
  temperature: number,
): { best: string; signs: number[] } {
  const chances = softmax(scores.map((it) => it / temperature))
  let [first, second] = [-1, -1]
  chances.forEach((chance, c) => {
    if (classes[c] === OUTSIDE) return
    if (first < 0 || chance > (chances[first] ?? 0)) [first, second] = [c, first]
    else if (second < 0 || chance > (chances[second] ?? 0)) second = c
  })
  const [p, q] = [chances[first] ?? 0, chances[second] ?? 0]
  return {
    best: classes[first] ?? '',
    signs: [1, logit(p), logit(p / (p + q + 1e-9)), Math.log(1 + values.length) - 4],
  }
}
