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
export type Judged = { signs: readonly number[]; right: boolean }

/**
 * Weighs the signs so that the sum says how likely an answer is right: a logistic regression on answers given out of fold, held near `prior`,
 * which few answers cannot move far.
 */
export function certaintyFrom(judged: readonly Judged[], prior: readonly number[]): number[] {
  const weights = [...prior]
  const n = weights.length
  for (let round = 0; round < 12; round += 1) {
    const gradient = weights.map((it, i) => HOLD * (it - (prior[i] ?? 0)))
    const hessian = Array.from({ length: n }, (_, i): number[] =>
      Array.from({ length: n }, (_, j): number => (i === j ? HOLD : 0)),
    )
    for (const { signs, right } of judged) {
      const p = chanceOf(weights, signs)
      for (let i = 0; i < n; i += 1) {
        const x = signs[i] ?? 0
        gradient[i] = (gradient[i] ?? 0) + (p - (right ? 1 : 0)) * x
        const row = hessian[i] ?? []
        for (let j = 0; j < n; j += 1) row[j] = (row[j] ?? 0) + p * (1 - p) * x * (signs[j] ?? 0)
      }
    }
    const change = solved(hessian, gradient)
    for (let i = 0; i < n; i += 1) weights[i] = (weights[i] ?? 0) - (change[i] ?? 0)
    if (change.every((it) => Math.abs(it) < 1e-5)) break
  }
  return weights
}
const HOLD = 4

export const chanceOf = (weights: readonly number[], signs: readonly number[]): number =>
  1 / (1 + Math.exp(-signs.reduce((sum, it, i) => sum + it * (weights[i] ?? 0), 0)))

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
