import { describe, expect, test } from 'vitest'
import { asksMoneyBack, asksToChange } from './words/set-words.ts'

describe('what is paid back for what went wrong', () => {
  test.each([
    'how much will we receive for this?',
    'Will I get my money back?',
    'is there any compensation?',
    'so do we get a refund or not?',
    'จะชดเชยยังไงคะ',
    'แบบนี้ได้คืนเงินไหมครับ',
    '返金はいつになりますか',
    '補償はありますか',
  ])('%s', (said) => expect(asksMoneyBack(said)).toBe(true))
  test.each([
    'what do I get if I cancel three weeks before?',
    'ถ้ายกเลิกก่อน 7 วัน ได้เงินคืนไหม',
    '前日にキャンセルした場合、返金はありますか',
    'how much is the class?',
    'ขอบคุณค่ะ',
  ])('%s is another question', (said) => expect(asksMoneyBack(said)).toBe(false))
})

describe('a wish put as a question', () => {
  test.each(['ขอเลื่อนเป็นวันศุกร์ได้ไหม', 'could we add one more?', 'can i change it to 5 pm?', '時間を変更できますか'])(
    '%s',
    (said) => expect(asksToChange(said)).toBe(true),
  )
  test.each(['รวมรถรับส่งไหมคะ', 'is lunch included?', '駐車場はありますか'])('%s asks', (said) =>
    expect(asksToChange(said)).toBe(false),
  )
})
