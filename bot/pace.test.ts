import { expect, test } from 'vitest'
import { nextTurn, type Rate } from './pace.ts'

const rate: Rate = { perSecond: 40, burstMs: 100, mostMs: 2_000 }

/** When each of those who come goes; who is sent away comes again when it was told to. */
function turns(arrivals: number[]): { times: number[]; sentAway: number } {
  const waiting = arrivals.toSorted((a, b) => a - b)
  const times: number[] = []
  let free: number | undefined
  let sentAway = 0
  for (let now = waiting.shift(); now !== undefined; now = waiting.shift()) {
    const turn = nextTurn(free, now, rate)
    free = turn.free
    if (turn.waitMs <= rate.mostMs) times.push(now + turn.waitMs)
    else {
      sentAway += 1
      waiting.push(now + turn.waitMs)
      waiting.sort((a, b) => a - b)
    }
  }
  return { times, sentAway }
}
const most = (times: number[], withinMs: number): number =>
  Math.max(...times.map((from) => times.filter((it) => it >= from && it < from + withinMs).length))

test.each([
  ['all at once', Array.from({ length: 500 }, () => 10_000)],
  ['in two crowds', [...Array.from({ length: 200 }, () => 10_000), ...Array.from({ length: 200 }, () => 11_000)]],
  ['after a long rest', [0, ...Array.from({ length: 300 }, () => 600_000)]],
  ['one every few ms', Array.from({ length: 400 }, (_, index) => 10_000 + index * 3)],
])('never more than the rate and its burst within a second, and everybody goes: %s', (_, arrivals) => {
  const { times } = turns(arrivals)
  expect(times).toHaveLength(arrivals.length)
  expect(most(times, 1_000)).toBeLessThanOrEqual(45)
})

test('who comes slower than the rate never waits; nobody waits here for longer than a lease allows', () => {
  const arrivals = Array.from({ length: 50 }, (_, index) => index * 30)
  expect(turns(arrivals)).toEqual({ times: arrivals, sentAway: 0 })
  const crowd = turns(Array.from({ length: 300 }, () => 10_000))
  expect(crowd.sentAway).toBeGreaterThan(0)
  // those who were sent away hold up nobody: all are through as soon as the rate allows, and a wait
  expect(Math.max(...crowd.times)).toBeLessThanOrEqual(10_000 + 300 * 25 + rate.mostMs)
})
