import { describe, expect, test } from 'vitest'
import { aMemory, forgetAllMemories } from './memory.ts'

function memoryOf(freshMs: number) {
  let now = 0
  let reads = 0
  const memory = aMemory<number>(freshMs, () => now)
  return {
    memory,
    later: (ms: number) => void (now += ms),
    read: () => Promise.resolve((reads += 1)),
    reads: () => reads,
  }
}

describe.each(['shared', 'own'] as const)('%s', (way) => {
  test('serves as long as it is fresh, each key for itself', async () => {
    const { memory, later, read } = memoryOf(100)
    expect(await memory[way]('a', read)).toBe(1)
    later(99)
    expect(await memory[way]('a', read)).toBe(1)
    expect(await memory[way]('b', read)).toBe(2)
    later(1)
    expect(await memory[way]('a', read)).toBe(3)
    expect(await memory[way]('b', read)).toBe(2)
  })

  test('what failed is read again', async () => {
    const { memory, read } = memoryOf(100)
    await expect(memory[way]('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await memory[way]('a', read)).toBe(1)
  })

  test('what is forgotten is read again', async () => {
    const { memory, read } = memoryOf(100)
    for (const key of ['a', 'b']) await memory[way](key, read)
    memory.forget('a')
    expect(await memory[way]('a', read)).toBe(3)
    expect(await memory[way]('b', read)).toBe(2)
    memory.forget()
    expect(await memory[way]('b', read)).toBe(4)
  })

  test('any number of keys is asked for without the memory growing with them', async () => {
    const { memory, read, reads } = memoryOf(100)
    for (let at = 0; at < 10_000; at++) await memory[way](`key ${at}`, read)
    await memory[way]('key 0', read)
    expect(reads()).toBe(10_000)
    await memory[way]('one more', read)
    expect(await memory[way]('key 1', read)).toBe(10_002)
  })
})

test('asked at the same time: shared is read once, own by each', async () => {
  const { memory, read } = memoryOf(100)
  expect(await Promise.all([memory.shared('a', read), memory.shared('a', read)])).toEqual([1, 1])
  expect(await Promise.all([memory.own('b', read), memory.own('b', read)])).toEqual([2, 3])
})

test('a failure that comes late does not take away what was read meanwhile', async () => {
  const { memory, read } = memoryOf(100)
  let fail = (_trouble: Error) => {}
  const failing = memory.shared('a', () => new Promise<number>((_, no) => void (fail = no)))
  memory.forget('a')
  expect(await memory.shared('a', read)).toBe(1)
  fail(new Error('away'))
  await expect(failing).rejects.toThrow('away')
  expect(await memory.shared('a', read)).toBe(1)
})

test('with another database nothing is known of the one before', async () => {
  const { memory, read } = memoryOf(100)
  await memory.own('a', read)
  forgetAllMemories()
  expect(await memory.own('a', read)).toBe(2)
})
