import { describe, expect, it } from 'vitest'
import { childAge } from '../conversation/words/child-age.ts'
import { asksHowHard } from './how-hard.ts'

describe('how demanding a trip is', () => {
  it.each([
    'Is the Bhutan trip hard going?',
    'is there a lot of walking?',
    'would my mum cope with the stairs?',
    'เดินเยอะไหมคะ',
    'แม่อายุ 81 ไปหลวงพระบางไหวไหมคะ',
    '79歳の父でも参加できますか、東北温泉ツアー',
    '体力的に心配ですが大丈夫でしょうか',
    '这个行程累吗',
  ])('%s asks for it', (said) => expect(asksHowHard(said)).toBe(true))

  it.each(['is it hard to book?x', 'how much is it?', 'แม่เดินได้แต่ช้า', 'it was hard work', '2名です'])(
    '%s does not',
    (said) => expect(asksHowHard(said)).toBe(false),
  )
})

describe('the age of a child', () => {
  it.each([
    ['หลานสาวอายุ 11 ไปด้วย', 11],
    ['ลูก ๖ ขวบ', 6],
    ["my daughter, she's 8", 8],
    ['my 9-year-old', 9],
    ['我女儿7岁', 7],
    ['娘は10歳です', 10],
    ['แม่อายุ 68', undefined],
    ['อายุ 30 คน', undefined],
    ['she is 2 days late', undefined],
    ['one is 8:30', undefined],
    ['for 8 people', undefined],
  ])('%s: %s', (said, age) => expect(childAge(said)).toBe(age))
})
