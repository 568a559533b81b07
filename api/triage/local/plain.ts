import { type Judged, certaintyFrom, chanceOf, temperatureOf } from './calibrate.ts'
import { plainFeaturesOf } from './features.ts'
import { type Example, type Linear, scoresOf, softmax, trainLinear } from './linear.ts'
import { askNetworks, type Network, trainNetwork } from './network.ts'
import { type Vector, type Vocabulary, vectorOf, vocabularyOf } from './vocabulary.ts'

/** Without a label an example shows what is outside of all labels. */
export type PlainExample = { text: string; label?: string | null | undefined }

type Heads = { linear: Linear; networks: Network[] }
export type PlainModel = { vocabulary: Vocabulary; heads: Heads; temperature: number; certainty: readonly number[] }

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
    return named === OUTSIDE && !outside ? [] : [{ text, features: plainFeaturesOf(text), label: named }]
  })
  const classes = [...new Set(labelled.map((it) => it.label))].sort()
  if (!classes.some((it) => it !== OUTSIDE)) throw new Error('There is no example with a label to learn from.')
  const vocabulary = vocabularyOf(
    labelled.map((it) => it.features),
    { shares: SHARES, least: 1, most: Math.min(MOST_FEATURES, Math.ceil(MOST_WEIGHTS / classes.length)) },
  )
  const lessons = labelled.map(({ text, features, label }) => ({ text, vector: vectorOf(vocabulary, features), label }))
  const heads = headsOf(vocabulary, lessons, classes, epochs)
  const held = lessons.filter((_, i) => i % HELD_OUT === HELD_OUT - 1)
  const model = { vocabulary, heads, temperature: 1, certainty: PLAINLY }
  if (classes.length < 2 || held.length < LEAST_HELD) return model
  const rest = lessons.filter((_, i) => i % HELD_OUT !== HELD_OUT - 1)
  const trial = headsOf(vocabulary, rest, classes, epochs)
  const scored = held.map(({ vector, label }) => ({
    vector,
    label,
    scores: askBoth(trial, vector),
    target: classes.indexOf(label),
  }))
  const temperature = temperatureOf(scored)
  const judged = scored.map(({ vector, label, scores }): Judged => {
    const { best, signs } = chosen(classes, vector, scores, temperature)
    return { signs, right: best === label }
  })
  return { ...model, temperature, certainty: certaintyFrom(judged, PLAINLY) }
}
const LEAST_HELD = 30
const DECAY = 1e-3

/** Many labels learn from each other: what one teaches of a word serves its neighbours. A few have nothing to share. */
const MANY_LABELS = 20
const BUILDS = [0, 1].map((salt) => ({ width: 64, rows: 12_288, salt }))
/** With so many lessons each need not be met as often. */
const MANY_LESSONS = 8_000

function headsOf(
  vocabulary: Vocabulary,
  lessons: readonly Example[],
  classes: readonly string[],
  epochs: number,
): Heads {
  const linear = trainLinear(vocabulary, lessons, classes, { epochs, balance: 0.3, decay: DECAY })
  if (classes.length < MANY_LABELS) return { linear, networks: [] }
  const places = new Map(classes.map((it, i) => [it, i]))
  const among = [...places.values()]
  const taught = lessons.map(({ text, vector, label }) => ({ text, vector, among, right: places.get(label) ?? 0 }))
  const rounds = lessons.length < MANY_LESSONS ? 8 : 5
  return { linear, networks: BUILDS.map((it) => trainNetwork(taught, classes.length, { ...it, epochs: rounds })) }
}

/** What speaks for each label: both views in one, where there are two. */
function askBoth({ linear, networks }: Heads, vector: Vector): Float64Array {
  const scores = scoresOf(linear, vector)
  if (networks.length === 0) return scores
  const speaksFor = askNetworks(networks, vector)
  const second = softmax(Float64Array.from(scores, (_, c) => speaksFor(c)))
  return softmax(scores).map((it, c) => Math.log(it + 1e-6) + Math.log((second[c] ?? 0) + 1e-6))
}

/** The likeliest label, and how likely it is right: little for a text that is outside of all of them. */
export function predictPlain({ vocabulary, heads, temperature, certainty }: PlainModel, text: string): PlainAnswer {
  const vector = vectorOf(vocabulary, plainFeaturesOf(text))
  const { best, signs } = chosen(heads.linear.classes, vector, askBoth(heads, vector), temperature)
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
