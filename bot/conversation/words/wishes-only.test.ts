import { describe, expect, test } from 'vitest'
import { isWishOnly, saysLiking, saysOurFault, tellsTrouble } from './wishes-only.ts'

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

describe('something went wrong, in words that are part of no wish', () => {
  test.each([
    "driver's not here. 30 min now",
    'we are outside arrivals and there’s nobody holding our name: no one came',
    "they've put us in a room with one double bed, we asked for two",
    'the guide never showed up',
    'my mum is sick, she was throwing up all night',
    'คนขับยังไม่มาเลยค่ะ',
    'เติมเงินไปแล้วยอดไม่เข้า',
    'ลืมแว่นไว้ที่โรงแรม',
    '運転手がまだ来ません',
    '司机没来',
    'our 6:56 was bumpd, marshal keeps sayin "wait wait" and it is been over an hour at Thara Hills',
    'Driver has clearly been drinking. We told him to stop and got out on the road to Kandy.',
    'ยืนกอดกระเป๋าหน้าหมู่บ้านนานละ รถอยู่ไหน',
    'โทรหาคนขับสามสายตัดทิ้งหมด',
  ])('%s', (said) => expect(tellsTrouble(said)).toBe(true))
  test.each([
    'can the driver hold a sign with our company name, Kanda',
    "we'd rather have a room each. what does that make it",
    "western beds if possible, my knees don't do floor mattresses",
    'just the 2 of us, thinking 6k usd for everything except flights. no hostels lol',
    'ไม่เผ็ดนะคะ แล้วก็ไม่ใส่ผักชี',
    'ขอห้องชั้นล่างนะคะ แม่ขึ้นบันไดไม่ไหว',
    '辛くないものでお願いします',
    'two of us plus 2 golf bags and 3 big suitcases, to Sathorn',
  ])('not: %s', (said) => expect(tellsTrouble(said)).toBe(false))
})

test.each(['อ้อ น้องสาวเขากินเจนะ เกือบลืม', 'ลืมบอกค่ะ มีเด็กมาด้วย'])('%s tells of no trouble', (said) =>
  expect(tellsTrouble(said)).toBe(false),
)

describe('what somebody likes', () => {
  test.each([
    "Clive can't abide small aeroplanes, we'd sooner go by train",
    'my wife is not keen on boats',
    'แม่ไม่ค่อยชอบนั่งเรือค่ะ',
    '飛行機が苦手なので電車がいいです',
  ])('%s', (said) => expect(saysLiking(said)).toBe(true))
  test.each(['our flight was cancelled', 'รถยังไม่มาเลย', '運転手がまだ来ません'])('not: %s', (said) =>
    expect(saysLiking(said)).toBe(false),
  )
})
