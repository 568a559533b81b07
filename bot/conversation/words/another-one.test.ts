import { expect, it } from 'vitest'
import { asksAnother } from './another-one.ts'

it.each([
  ['and another one for my parents, just 2, same day', true],
  ['can I make a second booking for 3 people on the 20th', true],
  ['same tour for my brother and his wife please, same day', true],
  ['ขอจองอีกชุดนึงให้พ่อแม่ 2 คน วันเดียวกันค่ะ', true],
  ['同じツアーをもう1組、両親2名でお願いします', true],
  ['another one please instead of that', false],
  ['one more question', false],
  ['one more person', false],
  ['is there another one in May?', false],
  ['do you have another tour to Laos?', false],
])('%s: %s', (said, isAnother) => expect(asksAnother(said)).toBe(isAnother))
