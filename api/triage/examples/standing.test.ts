import { describe, expect, test } from 'vitest'
import type { Origin } from './schema.ts'
import { standing } from './standing.ts'

const said = (id: string, origin: Origin, label: string | null, intent = 'case_report') => ({
  id,
  origin,
  label,
  intent,
})

describe('of lessons with the same words', () => {
  test.each([
    ['one alone teaches', [said('a', 'base', 'x')], { a: null }],
    ['those that agree teach', [said('a', 'base', 'x'), said('b', 'clarified', 'x')], { a: null, b: null }],
    [
      'staff outrank a customer',
      [said('a', 'clarified', 'x'), said('b', 'corrected', 'y')],
      { a: 'overruled', b: null },
    ],
    [
      'a customer outranks the base',
      [said('a', 'base', 'x'), said('b', 'clarified', 'y')],
      { a: 'overruled', b: null },
    ],
    [
      'two of the staff at odds: nobody is believed',
      [said('a', 'corrected', 'x'), said('b', 'corrected', 'y')],
      { a: 'contradicted', b: 'contradicted' },
    ],
    [
      'and nobody below them',
      [said('a', 'corrected', 'x'), said('b', 'corrected', 'y'), said('c', 'base', 'x')],
      { a: 'contradicted', b: 'contradicted', c: 'contradicted' },
    ],
    [
      'two customers at odds',
      [said('a', 'clarified', 'x'), said('b', 'reopened', 'y')],
      { a: 'contradicted', b: 'contradicted' },
    ],
    [
      'customers at odds do not matter beside staff',
      [said('a', 'clarified', 'x'), said('b', 'clarified', 'y'), said('c', 'corrected', 'x')],
      { a: null, b: 'overruled', c: null },
    ],
    [
      'another intent is another meaning',
      [said('a', 'imported', null, 'question'), said('b', 'imported', null, 'other')],
      { a: 'contradicted', b: 'contradicted' },
    ],
  ])('%s', (_, same, stands) => {
    expect(Object.fromEntries(standing(same))).toEqual(stands)
  })
})
