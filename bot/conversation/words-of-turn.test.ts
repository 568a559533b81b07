import { describe, expect, it } from 'vitest'
import type { Heard } from '../heard.ts'
import { wordsOfTurn } from './words-of-turn.ts'

const bubble = (text: string): Heard => ({
  kind: 'text',
  text,
  addressed: true,
  userId: 'U1',
  at: new Date(0),
  replyToken: undefined,
  messageId: undefined,
})

describe('what is read of a turn', () => {
  it('is every word of what people write, bubble after bubble', () => {
    const story = 'the bus left without us '.repeat(100).trim()
    expect(wordsOfTurn([bubble(' hello '), bubble('   '), bubble(story)])).toBe(`hello\n${story}`)
  })

  it('is the beginning and the end of a flood', () => {
    const read = wordsOfTurn([
      bubble('the van is not here'),
      ...Array(50).fill(bubble('a '.repeat(2_500))),
      bubble('call me'),
    ])
    expect(read.length).toBeLessThanOrEqual(3_001)
    expect(read).toMatch(/^the van is not here\n/)
    expect(read).toMatch(/\ncall me$/)
  })

  it('is nothing where nothing was said', () => expect(wordsOfTurn([bubble(' ')])).toBe(''))
})
