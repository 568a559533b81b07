import { describe, expect, test } from 'vitest'
import { isWishOnly, saysOurFault } from './wishes-only.ts'

describe('a wish, or something that went wrong', () => {
  test.each([
    'Hi I want to cancel ATP-4821',
    'could we move it to May instead',
    'actually monday same time',
    'Also can you add two managers from 1 Dec? Names: Lars Ek and Ida Holm',
    'ขอใบกำกับภาษีในนามบริษัทด้วยค่ะ',
    'เพิ่มเป็นสิบคนนะ',
    'ขอเลื่อนรอบวันที่ 5 ธันวาไปมกราได้มั้ยคะ ติดงาน',
    '請求書の宛名を会社名に変えてください',
    'すみません、3名に変更してください',
    'ขอจองห้องอัดเสียงค่ะ',
  ])('%s: nobody says sorry', (said) => expect(isWishOnly(said)).toBe(true))
  test.each([
    'please check, the invoice is wrong',
    'can you help, my order is stuck',
    'โอนไปแล้วเงินไม่เข้า ช่วยดูให้หน่อย',
    'มีดที่สั่งมาบิ่นตั้งแต่แกะกล่อง ขอเปลี่ยน',
    'まだ届きません。確認してください',
    'すみません、まだ届きません。確認してください',
    'เมื่อคืนโรงแรมเสียงดังมาก',
  ])('%s: somebody should', (said) => expect(isWishOnly(said)).toBe(false))
})

describe('who wants something else than they asked for', () => {
  test.each([
    "ugh boss can't thurs. friday instead same time?",
    'บ่ายสามครึ่งดีกว่า',
    'ใส่ลิงก์ผิดค่ะ ขอแก้หน่อย',
    'すみません、1名増えて5名になりました',
    'ไปไม่ได้แล้วครับ ติดงาน ขอยกเลิก',
  ])('%s: for a reason of their own', (said) => expect(saysOurFault(said)).toBe(false))
  test.each([
    'it never started, cancel it',
    'ค้างมาสองวันแล้ว ขอยกเลิก',
    'you are too slow, cancel my order',
    '遅すぎるのでキャンセルしてください',
  ])('%s: because of us', (said) => expect(saysOurFault(said)).toBe(true))
})
