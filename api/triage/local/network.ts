import { STEPS, inOrder, keyOf, softmax, squared } from './linear.ts'
import { randomFrom, scattered } from './random.ts'
import type { Vector } from './vocabulary.ts'

/**
 * A small network: features, one layer of hidden units, and an answer for each label. What one label teaches of a word serves the others. Features share
 * rows, so that it stays small; a weight of a row is kept in one byte, as in `linear.ts`.
 */
export type Network = {
  width: number
  /** Says which features share a row: networks of different salts mix up different ones. */
  salt: number
  rows: Int8Array
  largest: Float32Array
  hiddenBias: Float32Array
  /** `width` weights for each answer */
  answers: Float32Array
  answerBias: Float32Array
}

/** One of `among` is right; the other answers are not asked for. */
export type NetworkLesson = { text: string; vector: Vector; among: readonly number[]; right: number }
/** How large it is, and how often it meets each lesson. */
export type Build = Pick<Network, 'width' | 'salt'> & { rows: number; epochs: number }

const RATE = 0.05
/** What is known so well teaches nothing new, and rests for a round. */
const SURE = 0.03
/** More rounds than any lesson takes: no two networks meet them in the same order. */
const ROUNDS = 1000
const DROP = 0.3

type Unpacked = { rows: Float32Array; hiddenBias: Float32Array; answers: Float32Array; answerBias: Float32Array }

const noise = (count: number, size: number, random: () => number): Float32Array => {
  const all = new Float32Array(count)
  for (let i = 0; i < count; i += 1) all[i] = (random() + random() + random() - 1.5) * 2 * size
  return all
}

/** Same lessons, same network: all chance comes from a fixed seed. */
export function trainNetwork(lessons: readonly NetworkLesson[], answers: number, build: Build): Network {
  const { width, epochs } = build
  const random = randomFrom(7 + build.salt)
  const it: Unpacked = {
    rows: noise(build.rows * width, 0.1, random),
    hiddenBias: new Float32Array(width),
    answers: noise(answers * width, 1 / Math.sqrt(width), random),
    answerBias: new Float32Array(answers),
  }
  const learner = learnerOf(it, build)
  const keys = lessons.map((it) => keyOf(it.text))
  const rested = new Uint8Array(lessons.length)
  const batches = 2 ** Math.round(Math.log2(Math.max(1, lessons.length / BATCH)))
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const pace = RATE * (1 - (0.8 * epoch) / epochs)
    const round = epoch + ROUNDS * build.salt
    let batch = 0
    for (const at of inOrder(keys, round)) {
      const lesson = lessons[at]
      if (!lesson) continue
      const next = Math.floor((scattered(keys[at] ?? 0, round) / 2 ** 32) * batches)
      if (next !== batch) learner.learn(pace)
      batch = next
      // what was known a round ago is known still
      if (rested[at] === 1) {
        rested[at] = 0
        continue
      }
      if (learner.meet(lesson, (keys[at] ?? 0) + round) < SURE) rested[at] = 1
    }
    learner.learn(pace)
  }
  return packed(it, build)
}

const rowOf = (feature: number, rows: number, salt: number): number =>
  (Math.imul(feature, 1 + SPREAD * salt) >>> 0) % rows
/** Even, so that times any salt and one more it is odd: no two features are made one before they share a row. */
const SPREAD = 0x5bd1e994

/** Steps that shrink for each weight by what it has learnt already. */
const step = (weights: Float32Array, slopes: Float32Array, squares: Float32Array, rate: number): void => {
  for (let i = 0; i < weights.length; i += 1) {
    const g = slopes[i] ?? 0
    if (g === 0) continue
    const s = (squares[i] ?? 0) + g * g
    squares[i] = s
    weights[i] = (weights[i] ?? 0) - (rate * g) / Math.sqrt(s)
    slopes[i] = 0
  }
}

const START = 1e-3

/** Meets a few lessons, then learns from them together. */
function learnerOf({ rows, hiddenBias, answers, answerBias }: Unpacked, build: Build) {
  const { width, rows: count, salt } = build
  const slopes = new Float32Array(rows.length)
  const squares = new Float32Array(count).fill(START)
  const touched = new Int32Array(count)
  const isTouched = new Uint8Array(count)
  let touches = 0
  const sloping = (of: Float32Array) => ({
    weights: of,
    slopes: new Float32Array(of.length),
    squares: new Float32Array(of.length).fill(START),
  })
  const [answering, biases, hiddenBiases] = [sloping(answers), sloping(answerBias), sloping(hiddenBias)]
  const hidden = new Float32Array(width)
  const blame = new Float32Array(width)

  /** Tells how wrong it was. */
  const meet = ({ vector: { hashes, values }, among, right }: NetworkLesson, sitting: number): number => {
    const bases = new Int32Array(hashes.length)
    const sizes = new Float32Array(hashes.length)
    let met = 0
    hidden.set(hiddenBias)
    for (let i = 0; i < hashes.length; i += 1) {
      // now and then a feature sits out, so that the others learn to do without it
      if (scattered(hashes[i] ?? 0, sitting) < DROP * 2 ** 32) continue
      const base = rowOf(hashes[i] ?? 0, count, salt) * width
      const value = (values[i] ?? 0) / (1 - DROP)
      bases[met] = base
      sizes[met] = value
      met += 1
      for (let j = 0; j < width; j += 1) hidden[j] = (hidden[j] ?? 0) + value * (rows[base + j] ?? 0)
    }
    for (let j = 0; j < width; j += 1) hidden[j] = Math.max(0, hidden[j] ?? 0)
    blame.fill(0)
    let wrong = 0
    const chances = new Float64Array(among.length)
    for (let a = 0; a < among.length; a += 1) {
      const base = (among[a] ?? 0) * width
      let sum = answerBias[among[a] ?? 0] ?? 0
      for (let j = 0; j < width; j += 1) sum += (hidden[j] ?? 0) * (answers[base + j] ?? 0)
      chances[a] = sum
    }
    softmax(chances)
    for (let a = 0; a < among.length; a += 1) {
      const answer = among[a] ?? 0
      const error = (chances[a] ?? 0) - (answer === right ? 1 : 0)
      if (Math.abs(error) > wrong) wrong = Math.abs(error)
      if (Math.abs(error) < SLIGHT) continue
      const base = answer * width
      biases.slopes[answer] = (biases.slopes[answer] ?? 0) + error
      for (let j = 0; j < width; j += 1) {
        blame[j] = (blame[j] ?? 0) + error * (answers[base + j] ?? 0)
        answering.slopes[base + j] = (answering.slopes[base + j] ?? 0) + error * (hidden[j] ?? 0)
      }
    }
    for (let j = 0; j < width; j += 1) {
      if (hidden[j] === 0) blame[j] = 0
      hiddenBiases.slopes[j] = (hiddenBiases.slopes[j] ?? 0) + (blame[j] ?? 0)
    }
    for (let i = 0; i < met; i += 1) {
      const base = bases[i] ?? 0
      const value = sizes[i] ?? 0
      const row = base / width
      if (isTouched[row] === 0) {
        isTouched[row] = 1
        touched[touches] = row
        touches += 1
      }
      for (let j = 0; j < width; j += 1) slopes[base + j] = (slopes[base + j] ?? 0) + value * (blame[j] ?? 0)
    }
    return wrong
  }

  const learn = (rate: number): void => {
    for (let i = 0; i < touches; i += 1) {
      const row = touched[i] ?? 0
      isTouched[row] = 0
      const base = row * width
      let length = 0
      for (let j = 0; j < width; j += 1) length += (slopes[base + j] ?? 0) ** 2
      const s = (squares[row] ?? 0) + length / width
      squares[row] = s
      const change = rate / Math.sqrt(s)
      for (let j = 0; j < width; j += 1) {
        rows[base + j] = (rows[base + j] ?? 0) - change * (slopes[base + j] ?? 0)
        slopes[base + j] = 0
      }
    }
    touches = 0
    for (const it of [answering, biases, hiddenBiases]) step(it.weights, it.slopes, it.squares, rate)
  }
  return { meet, learn }
}
/** An answer as little wrong as this stays as it is. */
const SLIGHT = 0.003
const BATCH = 32

function packed({ rows, hiddenBias, answers, answerBias }: Unpacked, { width, salt }: Build): Network {
  const largest = new Float32Array(width).fill(1e-6)
  for (let i = 0; i < rows.length; i += 1) {
    const size = Math.abs(rows[i] ?? 0)
    if (size > (largest[i % width] ?? 0)) largest[i % width] = size
  }
  const steps = new Int8Array(rows.length)
  for (let i = 0; i < rows.length; i += 1) {
    const weight = rows[i] ?? 0
    const root = Math.round(Math.sqrt(Math.abs(weight) / (largest[i % width] ?? 1)) * STEPS)
    steps[i] = weight < 0 ? -root : root
  }
  return { width, salt, rows: steps, largest, hiddenBias, answers, answerBias }
}

/** What the hidden units make of a message. Four features at a time: a sum is fetched and put away once for all of them, in the same order as one by one. */
function hiddenOf({ width, salt, rows, largest, hiddenBias }: Network, { hashes, values }: Vector): Float64Array {
  const count = rows.length / width
  const hidden = new Float64Array(width)
  const baseOf = (i: number) => rowOf(hashes[i] ?? 0, count, salt) * width
  const inFours = hashes.length - (hashes.length % 4)
  for (let i = 0; i < inFours; i += 4) {
    const [a, b, c, d] = [baseOf(i), baseOf(i + 1), baseOf(i + 2), baseOf(i + 3)]
    const [va, vb, vc, vd] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0]
    for (let j = 0; j < width; j += 1)
      hidden[j] =
        (hidden[j] ?? 0) +
        va * squared(rows[a + j] ?? 0) +
        vb * squared(rows[b + j] ?? 0) +
        vc * squared(rows[c + j] ?? 0) +
        vd * squared(rows[d + j] ?? 0)
  }
  for (let i = inFours; i < hashes.length; i += 1) {
    const base = baseOf(i)
    const value = values[i] ?? 0
    for (let j = 0; j < width; j += 1) hidden[j] = (hidden[j] ?? 0) + value * squared(rows[base + j] ?? 0)
  }
  for (let j = 0; j < width; j += 1)
    hidden[j] = Math.max(0, ((hidden[j] ?? 0) * (largest[j] ?? 0)) / (STEPS * STEPS) + (hiddenBias[j] ?? 0))
  return hidden
}

/** What speaks for an answer, by its place: the mean of what several networks say. Answers nobody asks about cost nothing. */
export function askNetworks(networks: readonly Network[], vector: Vector): (answer: number) => number {
  const minds = networks.map((network) => ({ network, hidden: hiddenOf(network, vector) }))
  return (answer) => {
    let sum = 0
    for (const { network, hidden } of minds) {
      const { width, answers, answerBias } = network
      sum += answerBias[answer] ?? 0
      const base = answer * width
      for (let j = 0; j < width; j += 1) sum += (hidden[j] ?? 0) * (answers[base + j] ?? 0)
    }
    return sum / minds.length
  }
}
