import { describe, expect, it } from 'vitest'
import { newestWords } from './cards.ts'

describe('what a card shows of what was said', () => {
  it('is all of it, in order, while there is room', () => {
    expect(newestWords(['one', 'two', 'three'])).toBe('one\ntwo\nthree')
    expect(newestWords([])).toBe('')
  })
  it('is the newest words whole, whatever stood before them', () => {
    const shown = newestWords(['first', 'X'.repeat(5_000), 'my card was charged twice'])
    expect(shown).toMatch(/^X+…\nmy card was charged twice$/)
    expect(shown.length).toBeLessThanOrEqual(300)
  })
  it('is the beginning of a newest word that is too long, and never half a letter', () => {
    const shown = newestWords(['before', 'กำ'.repeat(400)])
    expect(shown).toMatch(/^(?:กำ)+…$/)
    expect(newestWords(['😀'.repeat(400)]).isWellFormed()).toBe(true)
  })
})
