import { describe, expect, test } from 'vitest'
import { repliesIn } from './learn.ts'
import { replyIn } from './queries.ts'

const held = repliesIn('held.jsonl')

describe('what somebody says to what was read back', () => {
  // of another hand than the lessons, and never learnt from
  test.each([
    ['en', 0.8],
    ['th', 0.9],
    ['ja', 0.85],
  ])('a yes that nobody taught, in %s: nearly none of them is none, and most are heard', (language, share) => {
    const lines = held.filter((it) => it.language === language)
    const isYes = ({ text }: { text: string }) => replyIn(text).reply === 'yes' && replyIn(text).confidence >= 0.8
    const heard = lines.filter(isYes)
    expect(heard.filter((it) => it.reply === 'yes').length / heard.length).toBeGreaterThanOrEqual(0.94)
    const agrees = lines.filter((it) => it.reply === 'yes')
    expect(agrees.filter(isYes).length / agrees.length).toBeGreaterThanOrEqual(share)
  })

  test('and the rest', () => {
    const right = held.filter(({ text, reply }) => replyIn(text).reply === reply)
    expect(right.length / held.length).toBeGreaterThan(0.88)
  })

  test('nothing of it stands among the lessons', () => {
    const taught = new Set(repliesIn('lessons.jsonl').map((it) => it.text.trim().toLowerCase()))
    expect(held.filter((it) => taught.has(it.text.trim().toLowerCase()))).toEqual([])
  })

  test.each(['', '   ', '🙏', '\ud83d', 'x'.repeat(5_000), '\u0000'])('an answer to anything: %j', (text) =>
    expect(replyIn(text).confidence).toBeLessThanOrEqual(1),
  )
})
