import { describe, expect, it } from 'vitest'
import { gistIn, gistTask } from './gist.ts'

describe('what staff read of a message in another language', () => {
  it.each([
    [
      'an order and a sum as they stand',
      'คำสั่งซื้อ 12345 จ่าย 2,500 บาทแล้วยังไม่ได้ของ',
      'ORD 12345, paid 2500, nothing came',
    ],
    ['Thai digits are digits', 'He paid 500 this morning', 'โอนไป ๕๐๐ เมื่อเช้า'],
    ['small numbers may have been words', 'ขอ 2 ที่นั่ง เวลา 14:00', 'two seats at two pm please'],
  ])('%s', (_, gist, said) => expect(gistIn(gist, said)).toBe(gist))

  it.each([
    ['a number nobody wrote', 'Refund ticket 99812 was promised', '返金してください'],
    ['part of a number is another number', 'คำสั่งซื้อ 1234', 'order 12345'],
    ['a link', 'ดูที่ https://evil.example', 'look'],
    ['a placeholder of nothing', 'โทรกลับ [PHONE_2]', 'call me'],
    ['nothing', ' \u200b\n ', 'hello'],
    ['signs alone', '…!?', 'hello'],
    ['a story', 'ก'.repeat(201), 'hello'],
  ])('%s is no gist', (_, gist, said) => expect(gistIn(gist, said)).toBeUndefined())

  it('is one line, whatever the model put into it', () =>
    expect(gistIn('ลูกค้า\n\u202eรอไกด์\u0007 ', 'where is the guide')).toBe('ลูกค้า รอไกด์'))

  it('tells the model the words of the business', () =>
    expect(gistTask('th', [{ ja: '迎え', th: 'รถรับ' }])).toContain('{"ja":"迎え","th":"รถรับ"}'))
})
