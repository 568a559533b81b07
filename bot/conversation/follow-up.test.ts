import { describe, expect, test } from 'vitest'
import { followsUp } from './follow-up.ts'

describe('hardly a sentence without the question before it', () => {
  test.each([
    'แล้วเด็กล่ะคะ',
    'แล้วถ้ายกเลิกวันเดียวกันล่ะ',
    'งั้นของญี่ปุ่นหน้าร้อน',
    'what about kids?',
    'how about the one in Hua Hin',
    'And on weekends?',
    'so what about the visa',
    'what if it rains',
    'if i do abt 15k a month',
    'ok, and what about lunch?',
    '雨の場合は?',
    'では12月はどうですか',
    '子供はどうなりますか？',
    '那小孩呢',
  ])('%s', (said) => expect(followsUp(said)).toBe(true))

  test.each([
    'แล้วเจอกันค่ะ',
    'and my order never came',
    'เติมเงินแล้วไม่เข้า',
    'so the driver is late and we are waiting at the hotel for more than an hour now, what about that?',
    '予約をお願いします',
    'I want to book for two',
  ])('%s says something by itself', (said) => expect(followsUp(said)).toBe(false))
})
