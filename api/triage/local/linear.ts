import { BUCKETS, type Features } from './features.ts'

/** Multinomial logistic regression over hashed features; weights are kept as 16-bit steps of `scale`. */
export type Linear = { classes: string[]; weights: Int16Array; bias: Float32Array; scale: number; temperature: number }

export type Example = { features: Features; label: string; weight?: number }

const EPOCHS = 10
const RATE = 0.2
const L2 = 2e-5
/** An example already this well known teaches nothing new. */
const DROP = 0.3
const SURE = 0.02

/** Same examples, same model: the shuffle comes from a fixed seed. */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

const shuffled = (count: number, random: () => number): Uint32Array => {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [order[i] ?? 0, order[j] ?? 0]
    order[i] = b
    order[j] = a
  }
  return order
}

const softmax = (scores: Float64Array): Float64Array => {
  const top = Math.max(...scores)
  let sum = 0
  for (let c = 0; c < scores.length; c += 1) {
    const e = Math.exp((scores[c] ?? 0) - top)
    scores[c] = e
    sum += e
  }
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] ?? 0) / sum
  return scores
}

const fit = (examples: Example[], classes: string[], epochs: number): { weights: Float32Array; bias: Float32Array } => {
  const k = classes.length
  const weights = new Float32Array(BUCKETS * k)
  const squares = new Float32Array(BUCKETS * k)
  const bias = new Float32Array(k)
  const biasSquares = new Float32Array(k)
  const random = randomFrom(42)
  const targets = examples.map((it) => classes.indexOf(it.label))
  const frequency = classes.map((_, c) => targets.filter((it) => it === c).length)
  const mean = examples.length / k
  const scores = new Float64Array(k)
  const errors = new Float64Array(k)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of shuffled(examples.length, random)) {
      const example = examples[at]
      const target = targets[at] ?? 0
      if (!example) continue
      const { ids, values } = example.features
      for (let c = 0; c < k; c += 1) scores[c] = bias[c] ?? 0
      for (let i = 0; i < ids.length; i += 1) {
        const base = (ids[i] ?? 0) * k
        const value = values[i] ?? 0
        for (let c = 0; c < k; c += 1) scores[c] = (scores[c] ?? 0) + value * (weights[base + c] ?? 0)
      }
      softmax(scores)
      // Rare classes count for more, but not so much that one odd message decides
      const weight = (example.weight ?? 1) * Math.sqrt(mean / (frequency[target] || 1))
      let off = 0
      for (let c = 0; c < k; c += 1) {
        const error = weight * ((scores[c] ?? 0) - (c === target ? 1 : 0))
        errors[c] = error
        off = Math.max(off, Math.abs(error))
        const b2 = (biasSquares[c] ?? 0) + error * error
        biasSquares[c] = b2
        bias[c] = (bias[c] ?? 0) - (0.3 * RATE * error) / Math.sqrt(b2 + 1e-6)
      }
      if (off < SURE) continue
      for (let i = 0; i < ids.length; i += 1) {
        // Now and then a feature sits out, so that the others learn to do without it
        if (random() < DROP) continue
        const base = (ids[i] ?? 0) * k
        const value = values[i] ?? 0
        for (let c = 0; c < k; c += 1) {
          const w = weights[base + c] ?? 0
          const g = (errors[c] ?? 0) * value + L2 * w
          const s = (squares[base + c] ?? 0) + g * g
          squares[base + c] = s
          weights[base + c] = w - (RATE * g) / Math.sqrt(s + 1e-3)
        }
      }
    }
  }
  return { weights, bias }
}

const quantised = (classes: string[], { weights, bias }: { weights: Float32Array; bias: Float32Array }): Linear => {
  let top = 1e-6
  for (const it of weights) if (Math.abs(it) > top) top = Math.abs(it)
  const scale = top / 32767
  const steps = new Int16Array(weights.length)
  for (let i = 0; i < weights.length; i += 1) steps[i] = Math.round((weights[i] ?? 0) / scale)
  return { classes, weights: steps, bias, scale, temperature: 1 }
}

const rawScores = (model: Linear, features: Features): Float64Array => {
  const k = model.classes.length
  const scores = new Float64Array(k)
  const { ids, values } = features
  for (let i = 0; i < ids.length; i += 1) {
    const base = (ids[i] ?? 0) * k
    const value = values[i] ?? 0
    for (let c = 0; c < k; c += 1) scores[c] = (scores[c] ?? 0) + value * (model.weights[base + c] ?? 0)
  }
  for (let c = 0; c < k; c += 1) scores[c] = (scores[c] ?? 0) * model.scale + (model.bias[c] ?? 0)
  return scores
}

/** The temperature that makes held-out probabilities honest (least log loss). */
const calibrate = (model: Linear, held: Example[]): number => {
  const scored = held.map((it) => ({ scores: rawScores(model, it.features), target: model.classes.indexOf(it.label) }))
  let best = 1
  let least = Number.POSITIVE_INFINITY
  for (let t = 0.3; t < 3.2; t += 0.1) {
    let loss = 0
    for (const { scores, target } of scored) loss -= Math.log((softmax(scores.map((it) => it / t))[target] ?? 0) + 1e-9)
    if (loss < least) {
      least = loss
      best = t
    }
  }
  return best
}

export const trainLinear = (examples: Example[], classes: string[], epochs = EPOCHS): Linear => {
  const random = randomFrom(7)
  const held = new Set(examples.flatMap((_, i) => (random() < 0.2 ? [i] : [])))
  const kept = examples.filter((_, i) => !held.has(i))
  const model = quantised(classes, fit(examples, classes, epochs))
  if (classes.length < 2 || held.size < 10) return model
  const trial = quantised(classes, fit(kept, classes, epochs))
  return {
    ...model,
    temperature: calibrate(
      trial,
      examples.filter((_, i) => held.has(i)),
    ),
  }
}

/** Probabilities in the order of `classes`. */
export const predict = (model: Linear, features: Features): Float64Array => {
  const scores = rawScores(model, features)
  for (let c = 0; c < scores.length; c += 1) scores[c] = (scores[c] ?? 0) / model.temperature
  return softmax(scores)
}
