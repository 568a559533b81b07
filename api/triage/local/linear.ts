import { scattered } from './random.ts'
import type { Vector, Vocabulary } from './vocabulary.ts'

/**
 * Multinomial logistic regression. A weight is kept in one byte: its root, in steps, times the largest of its class, so that small weights,
 * which are most, keep their differences.
 */
export type Linear = {
  classes: string[]
  weights: Int8Array
  largest: Float32Array
  bias: Float32Array
  temperature: number
}

export type Example = { text: string; vector: Vector; label: string; weight?: number }

/** How it is learnt. */
export type Pace = {
  epochs: number
  /** 0: a class counts as often as it is met; 1: all classes count the same. */
  balance: number
  rate?: number
  /** An example that is no more wrong than this teaches nothing new. */
  sure?: number
  /** Pulls weights back to nothing; more of it for few and noisy examples. */
  decay?: number
  /** Weights to go on from. */
  from?: Linear
}

const RATE = 0.2
const DECAY = 2e-3
const DROPPED = 0.3 * 2 ** 32
const SURE = 0.02
/** A class that is as little wrong as this stays as it is; less than what falls to each of many classes. */
const SLIGHT = 0.02

/**
 * The order lessons are met in, another one each round. Each lesson has its own place in it, whatever others there are: one more moves none of the rest,
 * so that what it changes is what it teaches.
 */
export const inOrder = (keys: readonly number[], round: number): Uint32Array => {
  const places = Float64Array.from(keys, (it) => scattered(it, round))
  return Uint32Array.from(keys, (_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b)
}

/** What a lesson is known by, wherever it stands among others. */
export const keyOf = (text: string): number => {
  let h = 7
  for (let i = 0; i < text.length; i += 1) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0
  return scattered(h, 1)
}

export const softmax = (scores: Float64Array): Float64Array => {
  let top = Number.NEGATIVE_INFINITY
  for (const it of scores) if (it > top) top = it
  let sum = 0
  for (let c = 0; c < scores.length; c += 1) {
    const e = Math.exp((scores[c] ?? 0) - top)
    scores[c] = e
    sum += e
  }
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] ?? 0) / sum
  return scores
}

/** Learns by steps that shrink for each weight by what it has learnt. Same examples, same weights: the shuffle has a fixed seed. */
export function trainLinear(
  { marks }: Vocabulary,
  examples: readonly Example[],
  classes: readonly string[],
  { epochs, balance, rate = RATE, decay = DECAY, sure = SURE, from }: Pace,
): Linear {
  const k = classes.length
  const weights = from ? unpacked(from) : new Float32Array(marks.length * k)
  const squares = new Float32Array(marks.length * k)
  const bias = from ? Float64Array.from(from.bias) : new Float64Array(k)
  const biasSquares = new Float64Array(k)
  const places = new Map(classes.map((it, c) => [it, c]))
  const targets = Int32Array.from(examples, (it) => places.get(it.label) ?? 0)
  const keys = examples.map((it) => keyOf(it.text))
  const frequency = new Float64Array(k)
  for (const it of targets) frequency[it] = (frequency[it] ?? 0) + 1
  const mean = examples.length / Math.max(1, frequency.filter((it) => it > 0).length)
  const factors = Float64Array.from(frequency, (it) => (mean / (it || 1)) ** balance)
  const scores = new Float64Array(k)
  const errors = new Float64Array(k)
  const rested = new Uint8Array(examples.length)
  const slight = Math.min(SLIGHT, 0.2 / k)
  const active = new Int32Array(k)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of inOrder(keys, epoch)) {
      const example = examples[at]
      if (!example) continue
      // what was known a round ago is known still
      if (rested[at] === 1) {
        rested[at] = 0
        continue
      }
      const target = targets[at] ?? 0
      const { ids, hashes, values } = example.vector
      for (let c = 0; c < k; c += 1) scores[c] = bias[c] ?? 0
      for (let i = 0; i < ids.length; i += 1) {
        const base = (ids[i] ?? 0) * k
        const value = values[i] ?? 0
        for (let c = 0; c < k; c += 1) scores[c] = (scores[c] ?? 0) + value * (weights[base + c] ?? 0)
      }
      softmax(scores)
      const weight = (example.weight ?? 1) * (factors[target] ?? 1)
      let off = 0
      let count = 0
      for (let c = 0; c < k; c += 1) {
        const error = weight * ((scores[c] ?? 0) - (c === target ? 1 : 0))
        if (Math.abs(error) < slight) continue
        errors[count] = error
        active[count] = c
        count += 1
        if (Math.abs(error) > off) off = Math.abs(error)
        const b2 = (biasSquares[c] ?? 0) + error * error
        biasSquares[c] = b2
        bias[c] = (bias[c] ?? 0) - (0.3 * rate * error) / Math.sqrt(b2 + 1e-6)
      }
      if (off < sure) {
        rested[at] = 1
        continue
      }
      const sitting = (keys[at] ?? 0) + epoch
      for (let i = 0; i < ids.length; i += 1) {
        // now and then a feature sits out, so that the others learn to do without it
        if (scattered(hashes[i] ?? 0, sitting) < DROPPED) continue
        const base = (ids[i] ?? 0) * k
        const value = values[i] ?? 0
        for (let a = 0; a < count; a += 1) {
          const at = base + (active[a] ?? 0)
          const w = weights[at] ?? 0
          const g = (errors[a] ?? 0) * value + decay * w
          const s = (squares[at] ?? 0) + g * g
          squares[at] = s
          weights[at] = w - (rate * g) / Math.sqrt(s + 1e-3)
        }
      }
    }
  }
  return packed([...classes], weights, Float32Array.from(bias))
}

export const STEPS = 127

const SQUARES = Float64Array.from({ length: 256 }, (_, byte) => {
  const root = (byte << 24) >> 24
  return root * Math.abs(root)
})
/** A step times itself, with its sign: what is kept of a weight is its root. */
export const squared = (root: number): number => SQUARES[root & 0xff] ?? 0

function packed(classes: string[], weights: Float32Array, bias: Float32Array): Linear {
  const k = classes.length
  const largest = new Float32Array(k).fill(1e-6)
  for (let i = 0; i < weights.length; i += 1) {
    const size = Math.abs(weights[i] ?? 0)
    if (size > (largest[i % k] ?? 0)) largest[i % k] = size
  }
  const steps = new Int8Array(weights.length)
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0
    const root = Math.round(Math.sqrt(Math.abs(weight) / (largest[i % k] ?? 1)) * STEPS)
    steps[i] = weight < 0 ? -root : root
  }
  return { classes, weights: steps, largest, bias, temperature: 1 }
}

/** What a byte stands for, before the largest weight of the class. */
const WORTH = Float32Array.from({ length: 256 }, (_, i) => {
  const root = (i - 128) / STEPS
  return root * Math.abs(root)
})

const unpacked = ({ weights, largest, classes }: Linear): Float32Array =>
  Float32Array.from(weights, (it, i) => (WORTH[it + 128] ?? 0) * (largest[i % classes.length] ?? 0))

export const scoresOf = ({ classes, weights, largest, bias }: Linear, { ids, values }: Vector): Float64Array => {
  const k = classes.length
  const scores = new Float64Array(k)
  for (let i = 0; i < ids.length; i += 1) {
    const base = (ids[i] ?? 0) * k
    const value = values[i] ?? 0
    for (let c = 0; c < k; c += 1) scores[c] = (scores[c] ?? 0) + value * squared(weights[base + c] ?? 0)
  }
  for (let c = 0; c < k; c += 1) scores[c] = ((scores[c] ?? 0) * (largest[c] ?? 0)) / (STEPS * STEPS) + (bias[c] ?? 0)
  return scores
}

/** Probabilities in the order of `classes`. */
export const predict = (model: Linear, vector: Vector): Float64Array => {
  const scores = scoresOf(model, vector)
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] ?? 0) / model.temperature
  return softmax(scores)
}
