import { expect, test } from 'vitest'
import { saysSomething, written } from './written.ts'

test.each([
  '\u200b',
  ' \u200b\u200c\u200d\ufeff ',
  '\u0007\u001b',
  '\u202e\u202c',
  '\u2066\u2069',
  '\u00ad',
  '\u3164',
  '\uffa0',
  '\u2800',
  '\u3000',
  '\ufe0f',
  '\u0e31',
  '\u{e0001}',
  '\u180e',
  '',
])('%j says nothing', (text) => {
  expect(saysSomething(text)).toBe(false)
  expect(written(10).safeParse(text).success).toBe(false)
})

test.each(['a', '๐', 'ก็', '。', '?', '👍', '👨‍👩‍👧', '❤️', '1\u200b', '\u200eשלום', 'が', '-'])('%j does', (text) => {
  expect(saysSomething(text)).toBe(true)
  expect(written(20).parse(text)).toBe(text.trim())
})
