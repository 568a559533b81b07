import { expect, it } from 'vitest'
import { onSameDay } from './same-day.ts'

it.each(['same day', 'ไปวันเดียวกันค่ะ', '同じ日にお願いします'])('%s is the same day', (said) =>
  expect(onSameDay(said)).toBe(true),
)
