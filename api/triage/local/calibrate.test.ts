import { describe, expect, test } from 'vitest'
import { certaintyFrom, chanceOf, temperatureOf } from './calibrate.ts'

describe('temperature', () => {
  const scored = (sureness: number, rightIn: number, of: number) =>
    Array.from({ length: of }, (_, i) => ({ scores: Float64Array.of(sureness, 0), target: i < rightIn ? 0 : 1 }))
  test.each([
    [4, 73, 100, 4],
    [1, 73, 100, 1],
    [0.5, 73, 100, 0.5],
  ])('scores %s apart, right %s times of %s: %s', (sureness, rightIn, of, t) =>
    expect(temperatureOf(scored(sureness, rightIn, of))).toBeCloseTo(t, 1),
  )
  test('too few say nothing', () => expect(temperatureOf(scored(4, 3, 5))).toBe(1))
})

describe('certainty', () => {
  test('says how often such answers were right', () => {
    const judged = Array.from({ length: 1_000 }, (_, i) => ({
      signs: [1, i % 2],
      right: i % 2 ? i % 10 !== 1 : i % 4 === 0,
    }))
    const weights = certaintyFrom(judged, [0, 0])
    expect(chanceOf(weights, [1, 1])).toBeCloseTo(0.8, 1)
    expect(chanceOf(weights, [1, 0])).toBeCloseTo(0.5, 1)
  })
  test('few answers leave it near what was thought before', () =>
    expect(certaintyFrom([{ signs: [1, 1], right: false }], [0, 1])[1]).toBeGreaterThan(0.8))
  test('none change nothing', () => expect(certaintyFrom([], [0.5, 1])).toEqual([0.5, 1]))
  test.each([true, false])('all right or all wrong is no infinity: %s', (right) => {
    const all = Array.from({ length: 500 }, (_, i) => ({ signs: [1, 9, 9, i % 3 ? 0 : 9], right }))
    const weights = certaintyFrom(all, [0, 1, 0, 0])
    expect(weights.every((it) => Math.abs(it) < 10)).toBe(true)
    expect(chanceOf(weights, [1, 9, 9, 9])).toBeGreaterThanOrEqual(0.001)
    expect(chanceOf(weights, [1, 9, 9, 9])).toBeLessThanOrEqual(0.999)
  })
})
