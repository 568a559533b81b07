import { expect, test } from 'vitest'
import { THANKS } from './in-small-talk.ts'

test.each([
  ['ขอบใจจ้าแอดมิน', true],
  ['thx a bunch for sorting that', true],
  ['助かりました、ありがとう', true],
  ['好的，谢谢你们的帮忙', true],
  ['太好了，多謝', true],
  ['感谢', true],
  ['请问谢先生在吗', false],
  ['多少钱', false],
  ['hello', false],
])('%s says thanks: %s', (said, is) => {
  expect(THANKS.test(said)).toBe(is)
})
