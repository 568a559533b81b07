import { describe, expect, it } from 'vitest'
import { needsThought } from './needs-thought.ts'
import { isSetWords } from './words/set-words.ts'
import type { Turn } from './room.ts'

describe('words that no model needs to hear', () => {
  it.each([
    'hello',
    'ขอบคุณค่ะ',
    'ยกเลิก',
    'what did you ask?',
    'forget me',
    '🙏',
    '12',
    'Talk to a person',
    'link abc-123',
  ])('%s', (said) => expect(isSetWords(said)).toBe(true))
  it.each([
    'ไม่ได้ของเลยค่ะ',
    'no parcel came',
    'hello, my parcel is missing',
    'หยุดตัดบัตรฉันที',
    'キャンセル料はいくらですか',
  ])('but %s is said of something', (said) => expect(isSetWords(said)).toBe(false))

  const turn = (mode: 'bot' | 'staff', state: object) =>
    ({ input: { conversation: { mode, state } } }) as unknown as Turn
  const draft = { id: 'd', dialogue: 'book', kind: 'table', asked: 'time', answers: {} }
  it.each([
    ['a short answer to a question', 'bot', { draft }, 'around noon', false],
    ['more than an answer', 'bot', { draft }, 'around noon, but my mother cannot climb stairs', true],
    ['the same words without a question', 'bot', {}, 'around noon', true],
    ['what is said to staff', 'staff', {}, 'the parcel is still not here', false],
  ] as const)('%s', (_, mode, state, said, needed) => expect(needsThought(turn(mode, state), said)).toBe(needed))
})
