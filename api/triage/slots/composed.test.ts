import { describe, expect, it } from 'vitest'
import { composed } from './composed.ts'

describe('one way of writing for several', () => {
  it.each([
    ['น้ำแข็ง', 'น้ำแข็ง'],
    ['โดนหักซ้ำ ทำไงดี', 'โดนหักซ้ำ ทำไงดี'],
    // typed in two pieces, and with the tone between them
    ['น้ํา ทํา', 'น้ำ ทำ'],
    ['นํ้า', 'น้ำ'],
    ['ﾗｰﾒﾝ １２', 'ラーメン 12'],
    ['ＡＢＣ', 'ABC'],
  ])('%s', (said, as) => expect(composed(said)).toBe(as))
})
