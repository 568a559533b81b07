import { expect, test } from 'vitest'
import { doubled, jittered } from './back-off.ts'

test.each([
  [1, 2_000],
  [2, 4_000],
  [7, 128_000],
  [8, 256_000],
  [9, 300_000],
  [2_000, 300_000],
])('after %i tries the pause is at most %i ms', (tries, longest) => {
  expect(doubled(tries)).toBe(longest)
})

test.each([
  [10_000, 0, 0, 5_000],
  [10_000, 0, 0.5, 7_500],
  [10_000, 0, 1, 10_000],
  [10_000, 8_000, 0, 8_000],
  [10_000, 60_000, 1, 60_000],
])('of %i ms, and %i asked for, chance %f makes %i', (longest, least, chance, pause) => {
  expect(jittered(longest, least, () => chance)).toBe(pause)
})
