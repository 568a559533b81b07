import { describe, expect, it } from 'vitest'
import { en } from '../copy/en.ts'
import { ja } from '../copy/ja.ts'
import { th } from '../copy/th.ts'
import { countdown, fromNow, sinceThen, spanInWords } from './span.ts'

const now = new Date('2026-11-20T03:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)

describe('a countdown', () => {
  it.each([
    [15 * 60, '15:00 left', false],
    [5 * 60, '5:00 left', false],
    [4 * 60 + 59, '4:59 left', true],
    [9, '0:09 left', true],
    [0, '0:00 left', true],
    [59 * 60 + 59, '59:59 left', false],
    [60 * 60, '1 hour left', false],
    [2 * 3600 + 61, '2 hours 1 minute left', false],
    [26 * 3600, '1 day 2 hours left', false],
    [-1, 'under a minute over', true],
    [-61, '1 minute over', true],
    [-3 * 3600, '3 hours over', true],
  ])('%i s before the due time is "%s"', (seconds, words, urgent) => {
    expect(countdown(later(seconds), now, en)).toEqual({ over: seconds < 0, words, urgent })
  })

  it('speaks Thai and Japanese', () => {
    expect(countdown(later(-360), now, th).words).toBe('เกิน 6 นาที')
    expect(countdown(later(7_500), now, ja).words).toBe('残り2時間 5分')
  })
})

it.each([
  [10, 'in under a minute'],
  [8 * 60 - 4, 'in 8 minutes'],
  [100 * 60, 'in 2 hours'],
  [-20, 'just now'],
  [-60, '1 minute ago'],
  [-3 * 86_400, '3 days ago'],
])('%i s from now is "%s"', (seconds, words) => {
  expect(fromNow(later(seconds), now, en)).toBe(words)
})

it.each([
  [10, 'just now'],
  [0, 'just now'],
  [-20, 'just now'],
  [-60, '1 minute ago'],
])('what happened %i s from now, by a clock that ticks slowly, happened "%s"', (seconds, words) => {
  expect(sinceThen(later(seconds), now, en)).toBe(words)
})

it('leaves out a unit that is nought', () => {
  expect(spanInWords(3_600_000, en)).toBe('1 hour')
  expect(spanInWords(3_660_000, th)).toBe('1 ชั่วโมง 1 นาที')
})
