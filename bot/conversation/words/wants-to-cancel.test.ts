import { describe, expect, it, test } from 'vitest'
import {
  callsItOff,
  cancelsIt,
  cannotCome,
  keepsIt,
  leavesAsItIs,
  saysOnlyCancel,
  wantsToCancel,
} from './wants-to-cancel.ts'

describe('what is only being written down is called off', () => {
  test.each([
    "I'd like to cancel, she's not well enough",
    'Yes, cancel',
    'ขอยกเลิกดีกว่าค่ะ แม่ไม่สบาย',
    'キャンセルでお願いします',
  ])('%s', (said) => expect(callsItOff(said)).toBe(true))
  test.each([
    'can I cancel later?',
    "don't cancel it",
    'cancel and move it to Friday',
    'สนามยกเลิกเมื่อวาน',
    'until when is cancelling free',
    'キャンセルの締切はいつですか',
    'キャンセル期限を教えて',
    'ยกเลิกได้ถึงวันไหน',
  ])('%s is not', (said) => expect(callsItOff(said)).toBe(false))
})

describe('what is asked of cancelling, or speaks of what was cancelled, calls nothing off', () => {
  it.each([
    'ยกเลิกตอนนี้โดนตัดสิทธิ์ไหม',
    'ถ้ายกเลิกโดนหักกี่บาท',
    'เงินคืนทริปที่ยกเลิกไปยังไม่เข้าเลยนะ',
    '別のところに切り替えてもらえますか。無理ならキャンセルで',
  ])('%s', (said) => expect(callsItOff(said)).toBe(false))
  it('but whether it may be called off is a wish', () => expect(callsItOff('ขอยกเลิกได้ไหมคะ')).toBe(true))
})

describe('wants a booking cancelled', () => {
  test.each([
    'I want to cancel my booking',
    'Cancel my booking please',
    'please cancel PB-26110196',
    "Hi, we can't make it on Tuesday, please cancel our tee time",
    'I’d like to cancel the reservation for Saturday',
    'could you cancel it for me?',
    'Need to cancel Tuesday golf',
    'can I cancel my trip?',
    'ขอยกเลิกการจองค่ะ',
    'ยกเลิกทีไทม์วันอังคารให้หน่อยครับ',
    'อยากยกเลิกที่จองไว้',
    'ติดธุระ ขอยกเลิกนะคะ',
    'ยกเลิก PB-26110196',
    'รบกวนยกเลิกทริปเชียงใหม่ด้วยค่ะ',
    'นายเปลี่ยนใจค่ะ ยกเลิกวันอาทิตย์ เสียสิทธิ์ไหมคะ',
    'Cancel my dinner on Friday',
    '予約をキャンセルしたいです',
    'キャンセルお願いします',
    '火曜のスタートを取り消してください',
    '我想取消预订',
    '请帮我取消行程',
    'Ah no. That is the week of our grandson’s confirmation. You had better cancel it, I am very sorry for the bother',
  ])('%s', (said) => expect(wantsToCancel(said)).toBe(true))
})

describe('does not', () => {
  test.each([
    'They cancelled my booking!',
    'our flight got cancelled, what now?',
    'Why did you cancel my booking?',
    'please do not cancel my booking',
    'What is your cancellation policy?',
    'how much does it cost to cancel a tee time?',
    'I can’t cancel my order in the app',
    'I want to change my booking instead of cancelling it',
    'Can we move it to Saturday? Otherwise cancel',
    'สนามยกเลิกการจองของเราค่ะ',
    'โดนยกเลิกโต๊ะ ทำไมคะ',
    'ยกเลิกไม่ได้ค่ะ กดแล้วไม่ไป',
    'ยกเลิกแล้วเงินไม่คืน',
    'ไม่ยกเลิกนะคะ ไปแน่นอน',
    'ยกเลิกล่วงหน้ากี่วันถึงไม่เสียค่าปรับ',
    'ยกเลิกวันอาทิตย์ เสียค่าอะไรไหมคะ',
    'ขอเลื่อนเป็นวันเสาร์ ไม่ได้ก็ยกเลิก',
    'キャンセル料はいくらですか',
    '予約がキャンセルされました',
    'キャンセルできません',
    '预订被取消了',
    'ยกเลิกได้ถึงเมื่อไหร่ครับถ้าไม่ว่าง',
    'until when can I cancel it?',
    'いつまでキャンセルできますか',
    'book a table for four',
    'จองทีไทม์วันอังคาร 4 คน',
  ])('%s', (said) => expect(wantsToCancel(said)).toBe(false))
})

describe('leaves it as it is', () => {
  it.each([
    'My wife says not to cancel yet. Please do nothing for the moment, I will write you on Monday',
    'อย่าเพิ่งยกเลิกนะคะ',
    'まだキャンセルしないでください',
    'ひとまずこのままでお願いします',
  ])('%s', (said) => expect(leavesAsItIs(said)).toBe(true))
  it.each(['please cancel it', 'ยกเลิกเลยค่ะ', 'キャンセルしてください', 'can I cancel?', 'do nothing fancy'])(
    'not: %s',
    (said) => expect(leavesAsItIs(said)).toBe(false),
  )
})

test.each(['ยกเลิกเลยค่ะ', 'cancel it', 'キャンセルしてください', 'yes cancel'])('%s is a yes', (said) => {
  expect([cancelsIt(said), keepsIt(said)]).toEqual([true, false])
})
test('who changed their mind and cancels does not keep it', () => {
  expect(keepsIt('เปลี่ยนใจค่ะ ขอยกเลิกการจองนะคะ')).toBe(false)
  expect(keepsIt('เปลี่ยนใจแล้วค่ะ')).toBe(true)
  expect(keepsIt('actually, keep it, do not cancel')).toBe(true)
})
test.each([
  "don't cancel it",
  'keep it please',
  'ไม่ยกเลิกแล้วค่ะ',
  'อย่าเพิ่งยกเลิกนะ',
  'そのままでお願いします',
  'キャンセルしません',
  'never mind',
])('%s is a no', (said) => expect([cancelsIt(said), keepsIt(said)]).toEqual([false, true]))

describe('the word and courtesy, and nothing that says what', () => {
  test.each([
    'cancel',
    'Cancel please!',
    'cancel it',
    'I want to cancel',
    'can I cancel?',
    'ok, please cancel everything',
    'ยกเลิก',
    'ยกเลิกค่ะ',
    'ขอยกเลิกหน่อยครับ',
    'อยากยกเลิกค่ะ',
    'キャンセル',
    'キャンセルしたいです',
    'キャンセルをお願いします。',
    '取り消しお願いします',
    '取消',
    '我想取消',
    '请帮我取消一下',
  ])('%s', (said) => expect(saysOnlyCancel(said)).toBe(true))

  test.each([
    'cancel my order 1290801',
    'cancel PB-26110196',
    'cancel Tuesday golf',
    'they cancelled on us',
    "don't cancel",
    'ยกเลิกการจองวันอังคาร',
    'ยกเลิกออเดอร์',
    'ไม่ยกเลิก',
    'キャンセル料はいくら',
    '取消订单',
    'I cannot cancel',
    '',
  ])('not %s', (said) => expect(saysOnlyCancel(said)).toBe(false))
})

describe('who has booked and cannot come', () => {
  it.each([
    'ศุกร์หน้าไปไม่ได้แล้วครับ ติดบอร์ด',
    'พรุ่งนี้ไปเรียนไม่ได้แล้ว ไปไม่ได้แล้วค่ะ',
    "we can't make it on Friday, sorry",
    'my son is ill so we won’t be able to come tomorrow',
    '土曜日のレッスンに行けなくなりました',
  ])('%s', (said) => expect(cannotCome(said)).toBe(true))
  it.each(['ไปไม่ได้แล้ว', 'ถ้าพรุ่งนี้ไปไม่ได้แล้วได้เงินคืนไหม', "I can't come in through the app", 'พรุ่งนี้ไปได้ค่ะ'])(
    'not: %s',
    (said) => expect(cannotCome(said)).toBe(false),
  )
})
