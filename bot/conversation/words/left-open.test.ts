import { describe, expect, test } from 'vitest'
import { isLeftOpen } from './left-open.ts'

describe('no answer yet', () => {
  test.each([
    'no budget yet',
    "I don't have a budget, price first please",
    'no dates yet, what do you have?',
    "we haven't decided",
    'not sure yet',
    'we’re flexible',
    'ยังไม่ได้กำหนดงบค่ะ',
    'ไม่ได้ตั้งงบไว้',
    'ขอดูราคาก่อนนะคะ',
    'ยังไม่รู้วันเลยครับ',
    'ยังไม่แน่นอนค่ะ',
    '予算はまだ決めていません',
    '日程は未定です',
    '先に金額を知りたいです',
    '还没决定',
    '先看价格',
  ])('%s', (said) => expect(isLeftOpen(said)).toBe(true))
  test.each([
    '',
    '5,000 baht',
    'not more than 3000',
    'no, the 14th',
    'งบไม่เกิน 5000',
    'ไม่เอาวันจันทร์',
    'ไม่ว่างวันเสาร์ค่ะ',
    'tomorrow',
    '金曜日',
    '明天',
  ])('an answer, or another no: %j', (said) => expect(isLeftOpen(said)).toBe(false))
})
