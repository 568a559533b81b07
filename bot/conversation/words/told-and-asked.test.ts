import { describe, expect, test } from 'vitest'
import { sentencesOf, toldAndAsked } from './told-and-asked.ts'

describe('what is told, and what is asked beside it', () => {
  test.each([
    ["let's say the 15th. What does it cost per person?", "let's say the 15th.", 'What does it cost per person?'],
    ['3人です。食事は付きますか?', '3人です。', '食事は付きますか?'],
    ['4 คนค่ะ แล้วมีแคดดี้ไหมคะ', '4 คนค่ะ', 'แล้วมีแคดดี้ไหมคะ'],
    ['ขอจองศุกร์หน้า 3 คน ใส่กางเกงขาสั้นได้มั้ยครับ', 'ขอจองศุกร์หน้า 3 คน', 'ใส่กางเกงขาสั้นได้มั้ยครับ'],
    ['มีที่จอดรถไหมคะ มากัน 2 คันค่ะ', 'มากัน 2 คันค่ะ', 'มีที่จอดรถไหมคะ'],
    ['两个人。有停车场吗?', '两个人。', '有停车场吗?'],
  ])('%s', (said, told, asked) => expect(toldAndAsked(said)).toEqual({ told, asked }))

  test.each([
    '',
    '?',
    '???',
    'what does it cost?',
    'three of us, tomorrow',
    'ขอจองพรุ่งนี้ได้ไหมครับ',
    'บ่ายสามค่ะ ได้ไหมคะ',
    '3 of us. Is that ok?',
    'how much is it? and when does it start?',
    'ราคาเท่าไหร่คะ แล้วมีที่จอดรถไหมคะ',
  ])('one of both alone, or more than one question: %j', (said) => expect(toldAndAsked(said)).toBeUndefined())

  test.each(['ไหม '.repeat(1_200), 'ค่ะ '.repeat(1_200), '? '.repeat(2_400), 'a. '.repeat(1_600), 'ไหม'.repeat(1_600)])(
    'a long message is read at once',
    (said) => {
      const from = performance.now()
      toldAndAsked(said)
      expect(performance.now() - from).toBeLessThan(500)
    },
  )

  test('sentences end where they are marked, not at 7.30', () =>
    expect(sentencesOf('At 7.30 then. How much? Fine\nthanks')).toEqual([
      'At 7.30 then.',
      'How much?',
      'Fine',
      'thanks',
    ]))
})
