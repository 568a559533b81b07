import { softmax } from './linear.ts'

export type Scored = { scores: Float64Array; target: number }

/** The temperature that makes probabilities honest on messages the model had not learnt (least log loss). */
export function temperatureOf(held: readonly Scored[]): number {
  if (held.length < LEAST) return 1
  const loss = (t: number): number => {
    let sum = 0
    for (const { scores, target } of held) sum -= Math.log((softmax(scores.map((it) => it / t))[target] ?? 0) + 1e-9)
    return sum
  }
  let [low, high] = [0.2, 5]
  for (let i = 0; i < 14; i += 1) {
    const [a, b] = [low * (high / low) ** 0.38, low * (high / low) ** 0.62]
    if (loss(a) < loss(b)) high = b
    else low = a
  }
  return Math.sqrt(low * high)
}
const LEAST = 20

/** What is known of an answer, and whether it was right. */
export type Judged = { signs: readonly number[]; right: boolean; weight?: number }

/**
 * Weighs the signs so that the sum says how likely an answer is right: a logistic regression on answers given out of fold, held near `prior`,
 * which few answers cannot move far.
 */
export function certaintyFrom(judged: readonly Judged[], prior: readonly number[]): number[] {
  let weights = [...prior]
  let loss = lossOf(judged, weights, prior)
  for (let round = 0; round < 20; round += 1) {
    const { gradient, hessian } = slopeOf(judged, weights, prior)
    const change = solved(hessian, gradient)
    let share = 1
    let next = moved(weights, change, share)
    // a step may go too far where nearly everything is sure
    while (share > 1e-3 && lossOf(judged, next, prior) > loss) {
      share /= 2
      next = moved(weights, change, share)
    }
    const less = lossOf(judged, next, prior)
    if (less >= loss) break
    const gained = loss - less
    weights = next
    loss = less
    if (gained < 1e-6) break
  }
  return weights
}
const HOLD = 4

const moved = (weights: readonly number[], change: readonly number[], share: number): number[] =>
  weights.map((it, i) => it - share * (change[i] ?? 0))

const sumOf = (weights: readonly number[], signs: readonly number[]): number =>
  signs.reduce((sum, it, i) => sum + it * (weights[i] ?? 0), 0)

function lossOf(judged: readonly Judged[], weights: readonly number[], prior: readonly number[]): number {
  let loss = 0
  for (let i = 0; i < weights.length; i += 1) loss += (HOLD / 2) * ((weights[i] ?? 0) - (prior[i] ?? 0)) ** 2
  for (const { signs, right, weight = 1 } of judged) {
    const z = right ? sumOf(weights, signs) : -sumOf(weights, signs)
    loss += weight * (Math.log1p(Math.exp(-Math.abs(z))) + Math.max(0, -z))
  }
  return loss
}

function slopeOf(judged: readonly Judged[], weights: readonly number[], prior: readonly number[]) {
  const n = weights.length
  const gradient = weights.map((it, i) => HOLD * (it - (prior[i] ?? 0)))
  const hessian = Array.from({ length: n }, (_, i): number[] =>
    Array.from({ length: n }, (_, j): number => (i === j ? HOLD : 0)),
  )
  for (const { signs, right, weight = 1 } of judged) {
    const p = 1 / (1 + Math.exp(-sumOf(weights, signs)))
    for (let i = 0; i < n; i += 1) {
      const x = signs[i] ?? 0
      gradient[i] = (gradient[i] ?? 0) + weight * (p - (right ? 1 : 0)) * x
      const row = hessian[i] ?? []
      for (let j = 0; j < n; j += 1) row[j] = (row[j] ?? 0) + weight * p * (1 - p) * x * (signs[j] ?? 0)
    }
  }
  return { gradient, hessian }
}

/** Never quite none and never quite all. */
export const chanceOf = (weights: readonly number[], signs: readonly number[]): number =>
  Math.min(0.999, Math.max(0.001, 1 / (1 + Math.exp(-sumOf(weights, signs)))))

/** Gauss' elimination, for a handful of unknowns. */
function solved(matrix: number[][], right: number[]): number[] {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (let at = 0; at < n; at += 1) {
    const pivot = rows[at] ?? []
    for (let i = at + 1; i < n; i += 1) {
      const row = rows[i] ?? []
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      for (let j = at; j <= n; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    }
  }
  const found = Array.from({ length: n }, () => 0)
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? []
    let sum = row[n] ?? 0
    for (let j = i + 1; j < n; j += 1) sum -= (row[j] ?? 0) * (found[j] ?? 0)
    found[i] = sum / (row[i] ?? 1)
  }
  return found
}
