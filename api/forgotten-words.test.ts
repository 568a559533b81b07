import { describe, expect, test } from 'vitest'
import { withoutReadFrom, withoutWords, withoutWordsIn } from './forgotten-words.ts'

describe('words that were taken back', () => {
  test.each([
    ['as they were said', 'Said: my pin is 4711', 'my pin is 4711', 'Said: …'],
    ['among others', 'one\nmy pin is 4711\nthree', 'my pin is 4711', 'one\n…\nthree'],
    ['twice', 'my pin is 4711 my pin is 4711', 'my pin is 4711', '… …'],
    ['over two lines', 'a\nmy pin\nis 4711\nb', 'my pin\nis 4711', 'a\n…\nb'],
    ['cut by a card', 'Said: hello\nmy pin is 47…', 'my pin is 4711', 'Said: hello\n…'],
    ['with space around', 'my pin is 4711', '  my pin is 4711 \n', '…'],
    ['short, as a line', 'hello\n4711\n47110', '4711', 'hello\n…\n47110'],
    ['short, after a label', 'Said: 4711', '4711', 'Said: …'],
  ])('are gone: %s', (_, text, words, left) => {
    expect(withoutWords(text, words)).toBe(left)
  })

  test.each([
    ['nothing was said', 'all of this', ' '],
    ['short words stand in other words', 'token 47110', '4711'],
    ['they begin with the name of something', 'ML-1 · Top-up is missing', 'Top-up is missing since today'],
    ['only the beginning is the same', 'my pin was changed', 'my pin is 4711'],
  ])('leave everything when %s', (_, text, words) => {
    expect(withoutWords(text, words)).toBe(text)
  })

  test('are gone from every text of a message', () => {
    const card = { type: 'card', facts: [{ label: 'Said', value: 'secret words' }], acts: [{ label: 'x', n: 1 }] }
    expect(withoutWordsIn([card, null, 'secret words'], 'secret words')).toEqual([
      { type: 'card', facts: [{ label: 'Said', value: '…' }], acts: [{ label: 'x', n: 1 }] },
      null,
      '…',
    ])
  })

  test('take along what was read from them, unless it is said elsewhere too', () => {
    const known = { amount: 1500, name: 'tukta_shop', order_id: 'A-1', party_size: 4, none: null }
    expect(withoutReadFrom(known, 'I am Tukta_Shop, paid ๑,๕๐๐ for A-1', 'order a-1 please')).toEqual({
      order_id: 'A-1',
      party_size: 4,
      none: null,
    })
    expect(withoutReadFrom({ amount: 50 }, 'paid 1500', '')).toEqual({ amount: 50 })
  })
})
