import { expect, it } from 'vitest'
import { waitBefore } from '../client/live.ts'
import { cases } from '../fixtures.fake.ts'
import { byUrgency } from './urgency.ts'

it('puts critical cases first, then whoever has least time', () => {
  const undated = cases.map((it) => ({ ...it, id: 'undated', slaDueAt: null })).slice(1, 2)
  expect(byUrgency([...cases, ...undated]).map(({ reference, id }) => (id === 'undated' ? id : reference))).toEqual([
    'ML-C-5563',
    'ML-C-5561',
    'undated',
    'ML-C-5562',
  ])
})

it('comes back later each time, never all at once, and at most after half a minute', () => {
  expect([0, 1, 2, 10].map((attempt) => waitBefore(attempt, () => 1))).toEqual([1_000, 2_000, 4_000, 30_000])
  expect(waitBefore(2, () => 0)).toBe(2_000)
})
