import { expect, test } from 'vitest'
import { USUALLY } from './critical.ts'
import { PLAINLY } from './judge.ts'
import { trustAfter } from './trust.ts'

test('labels with few lessons are believed as they are, those with many as measured', () => {
  for (const few of [0, 1, 59]) expect(trustAfter(few)).toEqual({ certainty: [...PLAINLY], urgency: USUALLY })
  const { certainty, urgency } = trustAfter(60)
  expect(certainty).toHaveLength(PLAINLY.length)
  expect(urgency.weights).toHaveLength(USUALLY.weights.length)
  expect(urgency.bar).toBeGreaterThan(0)
  expect(urgency.bar).toBeLessThan(0.5)
})

test('nobody’s weights are shared: what one model does to its own changes no other', () => {
  trustAfter(60).certainty[0] = 99
  expect(trustAfter(60).certainty[0]).not.toBe(99)
})
