import { describe, expect, it } from 'vitest'
import { questionsIn } from './questions-in.ts'

describe('the questions of a message', () => {
  it.each([
    ['is breakfast included and can we pay by card?', ['is breakfast included', 'can we pay by card?']],
    [
      'is the hotel near the temples? and do you pick us up at the airport?',
      ['is the hotel near the temples?', 'do you pick us up at the airport?'],
    ],
    ['มีที่จอดรถไหมคะ แล้วได้ใบเซอร์ไหม', ['มีที่จอดรถไหมคะ', 'ได้ใบเซอร์ไหม']],
    ['มีที่จอดรถไหมแล้วเรียนกี่ชั่วโมงคะ', ['มีที่จอดรถไหม', 'เรียนกี่ชั่วโมงคะ']],
    ['駐車場はありますか。持ち物は何ですか', ['駐車場はありますか。', '持ち物は何ですか']],
    ['駐車場はありますか、あと持ち物は何ですか', ['駐車場はありますか', '持ち物は何ですか']],
    ['What should I bring?', ['What should I bring?']],
    ['how much is it and is it far?', ['how much is it', 'is it far?']],
    ['two of us please', []],
    ['2 คนค่ะ', []],
  ])('%s', (said, asked) => expect(questionsIn(said)).toEqual(asked))

  it('a very long message is not taken apart', () => expect(questionsIn('is it far? '.repeat(500))).toEqual([]))
})
