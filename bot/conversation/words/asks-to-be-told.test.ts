import { expect, test } from 'vitest'
import { asksToBeTold } from './asks-to-be-told.ts'

test.each([
  'tell me about your refund policy',
  'Hi, could you explain the cancellation policy?',
  'I’d like to know about visas',
  'tell me about the class for my daughter',
  'ขอรายละเอียดการคืนเงินหน่อยค่ะ',
  'สอบถามเรื่องการผ่อนชำระค่ะ',
  'キャンセルについて教えてください',
  '支払い方法について知りたいです',
])('%s: how it is here', (said) => expect(asksToBeTold(said)).toBe(true))

test.each([
  'tell me about my refund',
  'details of order 5512345',
  'please cancel',
  'ขอรายละเอียดออเดอร์ 5512345',
  'ขอรายละเอียดที่จองไว้ค่ะ',
  '予約した内容について教えてください',
  'ขอคืนเงินค่ะ',
  'tell me when it is done',
])('%s: a matter of their own, or no such wish', (said) => expect(asksToBeTold(said)).toBe(false))
