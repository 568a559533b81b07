import { expect, it } from 'vitest'
import { asksIfDone } from './asks-of-case.ts'

it.each([
  'さっきのゴルフ、もう取れたん？',
  'もう予約できましたか',
  'จองให้ยังคะ',
  'ได้คิวรึยังอะ',
  'is it booked yet?',
  'did you get the tee time yet?',
  'Have you booked our table?',
])('asks whether it is done: %s', (said) => expect(asksIfDone(said)).toBe(true))

it.each([
  'did you get my message?',
  'もう一つ予約したいです',
  'จองแล้วค่ะ',
  'is it included?',
  'I have booked the car',
  'ยังไม่ได้คิวเลย',
])('asks something else: %s', (said) => expect(asksIfDone(said)).toBe(false))
