import { describe, expect, test } from 'vitest'
import { masked } from './masked.ts'

describe('a question that others will read', () => {
  test.each([
    ['a phone', 'โทรกลับ 081-000-1234 นะคะ มีที่จอดไหม', 'โทรกลับ … นะคะ มีที่จอดไหม'],
    ['Thai digits', 'เบอร์ ๐๘๑ ๐๐๐ ๑๒๓๔', 'เบอร์ …'],
    ['a phone from abroad', 'call +66 81 000 1234 please', 'call … please'],
    ['a mail', 'write to ann.lee@mail.example, is it free?', 'write to … is it free?'],
    ['a reference', 'case ML-C-5521, how long does it take?', 'case …, how long does it take?'],
    ['an order', 'ORD-20261118-003 ส่งเมื่อไร', '… ส่งเมื่อไร'],
    ['an account', 'เติมแล้วไม่เข้า ยูส tukta_shop', 'เติมแล้วไม่เข้า ยูส …'],
    ['a handle', 'my page is @tukta.shop', 'my page is …'],
    ['a link', 'is https://fb.example/tukta?x=1 fine', 'is … fine'],
    ['a card', 'card 4111 1111 1111 1111 declined', 'card … declined'],
    ['a name of one’s own', 'My name is Ann Lee, do you have parking?', 'My name is …, do you have parking?'],
    ['a Japanese name', '田中と申します。駐車場はありますか', '…と申します。駐車場はありますか'],
  ])('holds no more of %s', (_, text, left) => {
    expect(masked(text)).toBe(left)
  })

  test('nor the name the asker is known by', () => {
    expect(masked('Tukta wants to know, is tukta allowed? (สมชาย ก็ถาม)', ['Tukta', 'สมชาย ใจดี'])).toBe(
      '… wants to know, is … allowed? (… ก็ถาม)',
    )
    expect(masked('our anniversary', ['Ann'])).toBe('our anniversary')
  })

  test.each([
    'How much for 4 people, 3 nights, 26,500 THB on 2026-11-20?',
    'วันธรรมดา 1,900/2,600 บาท เปิด 10:00–17:00 ยกเลิกก่อน 45 วัน',
    '60 calls a minute, see meelike docs',
  ])('keeps what everybody may read: %s', (text) => {
    expect(masked(text)).toBe(text)
  })
})
