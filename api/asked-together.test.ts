import { expect, test } from 'vitest'
import { askedTogether } from './asked-together.ts'

function aShelf(there: Record<string, number>) {
  const looks: string[][] = []
  const goOn: (() => void)[] = []
  const find = askedTogether<number>(
    (keys) => {
      looks.push(keys)
      return keys.includes('broken')
        ? Promise.reject(new Error('away'))
        : Promise.resolve(new Map(Object.entries(there)))
    },
    () => new Promise<void>((done) => goOn.push(done)),
  )
  return { find, looks, rested: () => goOn.shift()?.() }
}

test('the first is answered at once; whoever comes meanwhile is answered together, each key looked for once', async () => {
  const { find, looks, rested } = aShelf({ a: 1, b: 2 })
  expect(await find('a')).toBe(1)
  const flood = Promise.all([...Array.from({ length: 1_000 }, (_, i) => find(`no-${i % 10}`)), find('b')])
  expect(looks).toHaveLength(1)
  rested()
  const answers = await flood
  expect(answers.at(-1)).toBe(2)
  expect(new Set(answers.slice(0, -1))).toEqual(new Set([undefined]))
  expect(looks[1]).toHaveLength(11)
})

test('nothing is remembered: what was added since is found by the next who asks', async () => {
  const there: Record<string, number> = {}
  const { find, rested } = aShelf(there)
  expect(await find('new')).toBeUndefined()
  there['new'] = 7
  const again = find('new')
  rested()
  expect(await again).toBe(7)
})

test('a look that fails is told to those it was made for, and the next one is made', async () => {
  const { find, rested } = aShelf({ a: 1 })
  await expect(find('broken')).rejects.toThrow('away')
  const next = find('a')
  rested()
  expect(await next).toBe(1)
})

test('names that every object has are keys like others', async () => {
  const { find, rested } = aShelf({})
  for (const key of ['__proto__', 'constructor', '']) {
    const found = find(key)
    rested()
    expect(await found).toBeUndefined()
  }
})
