import { expect, it } from 'vitest'
import { waitBefore } from '../client/live.ts'
import { cases } from '../fixtures.fake.ts'
import { byUrgency, isPast } from './urgency.ts'

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

const now = new Date('2026-11-25T10:00:00Z')
const [before, after] = ['2026-11-25T09:59:59Z', '2026-11-25T10:00:01Z']

it.each([
  ['due in a second', { slaDueAt: after }, false],
  ['due a second ago', { slaDueAt: before }, true],
  ['breached, and its clock set later', { slaDueAt: after, slaBreachedAt: before }, true],
  ['waiting for the customer since', { slaDueAt: before, slaStoppedAt: before }, false],
  ['without a promise', { slaDueAt: null }, false],
])('a case %s is past its time: %o', (_, it, past) => {
  const [sample] = cases
  if (!sample) throw new Error('The fixtures have a case')
  expect(isPast({ ...sample, slaBreachedAt: null, slaStoppedAt: null, ...it }, now)).toBe(past)
})
