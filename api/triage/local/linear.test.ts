import { describe, expect, it } from 'vitest'
import { inOrder, keyOf } from './linear.ts'

describe('the order lessons are met in', () => {
  const texts = Array.from({ length: 200 }, (_, i) => `lesson ${i}`)
  const orderOf = (some: string[], round: number) => [...inOrder(some.map(keyOf), round)].map((at) => some[at] ?? '')

  it('has each of them once', () => expect(orderOf(texts, 0).sort()).toEqual([...texts].sort()))

  it('is another one in each round', () => expect(orderOf(texts, 1)).not.toEqual(orderOf(texts, 0)))

  it('is the same for all others when one is added or taken out, wherever it stood', () => {
    const without = texts.filter((_, i) => i !== 57)
    const more = ['a new one', ...texts]
    expect(orderOf(texts, 3).filter((it) => it !== texts[57])).toEqual(orderOf(without, 3))
    expect(orderOf(more, 3).filter((it) => it !== 'a new one')).toEqual(orderOf(texts, 3))
  })
})
