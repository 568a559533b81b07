import { describe, expect, test } from 'vitest'
import { aBreaker } from './breaker.ts'

function aWorld() {
  let now = 0
  let opened = 0
  const breaker = aBreaker({
    clock: () => now,
    opensAfter: 3,
    restMs: 1_000,
    mostRestMs: 3_000,
    onOpen: () => (opened += 1),
  })
  return {
    breaker,
    later: (ms: number) => (now += ms),
    opened: () => opened,
    fail: (times: number) => {
      for (let i = 0; i < times; i += 1) breaker.begin()?.('badly')
    },
  }
}

describe('a provider that fails', () => {
  test('is left alone after so many failures in a row, and not before', () => {
    const { breaker, fail, opened } = aWorld()
    fail(2)
    expect(breaker.begin()).toBeDefined()
    fail(1)
    expect(breaker.begin()).toBeUndefined()
    expect(opened()).toBe(1)
  })

  test('in between one that went well begins the count anew, one that says nothing does not count', () => {
    const { breaker, fail } = aWorld()
    fail(2)
    breaker.begin()?.('well')
    fail(2)
    breaker.begin()?.('nothing')
    expect(breaker.isOpen()).toBe(false)
    fail(1)
    expect(breaker.isOpen()).toBe(true)
  })

  test('is tried by one call when it has rested; that one closes it', () => {
    const { breaker, fail, later } = aWorld()
    fail(3)
    later(999)
    expect(breaker.begin()).toBeUndefined()
    later(1)
    const trial = breaker.begin()
    expect(trial).toBeDefined()
    expect(breaker.begin()).toBeUndefined()
    trial?.('well')
    expect(breaker.begin()).toBeDefined()
    fail(2)
    expect(breaker.isOpen()).toBe(false)
  })

  test('rests twice as long after each trial that fails, up to a limit, and is told of once', () => {
    const { breaker, fail, later, opened } = aWorld()
    fail(3)
    for (const rest of [1_000, 2_000, 3_000, 3_000]) {
      later(rest - 1)
      expect(breaker.begin()).toBeUndefined()
      later(1)
      breaker.begin()?.('badly')
    }
    expect(opened()).toBe(1)
  })

  test('a trial that ended without news leaves the place to the next', () => {
    const { breaker, fail, later } = aWorld()
    fail(3)
    later(1_000)
    breaker.begin()?.('nothing')
    expect(breaker.begin()).toBeDefined()
  })

  test('calls that were on their way when it opened change nothing', () => {
    const { breaker, fail, later, opened } = aWorld()
    const [late, later2] = [breaker.begin(), breaker.begin()]
    fail(3)
    late?.('well')
    expect(breaker.isOpen()).toBe(true)
    later(1_000)
    const trial = breaker.begin()
    later2?.('badly')
    trial?.('well')
    expect(breaker.isOpen()).toBe(false)
    expect(opened()).toBe(1)
  })
})
