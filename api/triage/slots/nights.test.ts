import { describe, expect, test } from 'vitest'
import { readNights, readNightsAnswer } from './nights.ts'

describe('nights', () => {
  test.each([
    ['3 nights', 3],
    ['5 days 4 nights', 4],
    ['4D3N', 3],
    ['5 days', 4],
    ['a week', 7],
    ['3 วัน 2 คืน', 2],
    ['สามคืน', 3],
    ['5 วัน', 4],
    ['2泊3日', 2],
    ['2泊', 2],
  ])('%s is %s', (text, value) => expect(readNights(text)[0]?.value).toBe(value))

  test.each(['3 days ago', 'ภายใน 7 วัน'])('%s tells nothing', (text) => expect(readNights(text)).toEqual([]))

  test.each([
    ['3', 3],
    ['สอง', 2],
    ['day trip', 0],
  ])('answered alone, %s is %s', (text, value) => expect(readNightsAnswer(text)?.value).toBe(value))
})
