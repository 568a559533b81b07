import { describe, expect, test } from 'vitest'
import { asksItsNumber, asksToLook, isArrived, isImpatient } from './waiting-words.ts'

test.each([
  'Anything yet?',
  'any luck yet?',
  'what’s the latest?',
  'นานจังเมื่อไหร่จะได้คะ',
  'ทำไมช้าจังวะ เมื่อไหร่จะได้',
  'ถึงไหนแล้วคะ',
  'ได้ยังครับ',
  'นานไหมคะ',
  'จะได้เมื่อไหร่ครับ ต้องใช้ยื่นที่ทำงาน',
  'รอนานมากแล้วนะ',
  'เสร็จหรือยังคะ?',
  'มีความคืบหน้าไหม'.replace('ไหม', 'บ้าง'),
  'How long will it take?',
  'how long will take?? my client killing me',
  'did you find it?',
  'เจอไหมครับ',
  'รอเท่าไหร่คะ',
  'รออีกกี่นาทีครับ',
  'ตอบดิ',
  'どれくらいかかりますか',
  'when will it be done?',
  'When will I get my money??',
  'still waiting...',
  'any update?',
  'how much longer do I have to wait?',
  'what’s taking so long',
  'まだですか？',
  'いつ頃になりますか。',
  '遅いですね',
  'どうなっていますか',
])('%s: somebody waits', (said) => {
  expect(isImpatient(said)).toBe(true)
  expect(isArrived(said)).toBe(false)
})

test.each([
  'เข้าแล้วค่าาา ขอบคุณนะคะ',
  'เครดิตเข้าแล้วครับ 🙏',
  'ได้แล้วค่ะ',
  'หายแล้วนะคะ ขอบคุณมากค่ะ',
  'It arrived, thank you!',
  'sorry, i found it under the seat, thanks',
  'เจอแล้วอยู่ในกระเป๋าค่ะ ขอโทษที',
  '見つかりました、お騒がせしました',
  'guy just turned up',
  'our driver is here now',
  'รถมาแล้วค่ะ',
  'my order has arrived',
  'all good now, thanks',
  'it works now',
  '届きました。ありがとうございます！',
  '反映されました',
  'あ、名前違いで入ってました。解決しました',
  '連絡つきました。お騒がせしました',
  '今会えました。ありがとうございました',
  '別のホテルに入れました。もう大丈夫です',
  '復旧しました。ありがとう',
  'ドライバーと合流しました',
  'すみません、こちらの勘違いでした',
  '勘違いでした、すみません',
  '息子が使っていました。お騒がせしました',
  'อ๋อไม่ใช่ เข้าใจผิดเองค่ะ ไม่มีไรแล้วครับ',
  'น้องกดใช้เองค่ะ ไม่เป็นไรแล้ว',
  'แฟนใช้ไปเองค่ะ ขอโทษที',
  'ดูผิดเองครับ',
  'อ๋อไม่ใช่ เข้าใจผิดเอง สั่งไปสองออเดอร์ ไม่มีไรแล้วครับ',
  'ติดต่อได้แล้วค่ะ ขอบคุณค่ะ',
  'wait no my bad, thats 2 orders. ignore',
  'oh sorry, my mistake',
  'false alarm, sorry!',
  'I misread it, all good',
  'reached him now, thanks',
  'actually its in now, sorry',
  'oh wait, it came',
  'it’s back up, thanks',
])('%s: it has come right', (said) => {
  expect(isArrived(said)).toBe(true)
  expect(isImpatient(said)).toBe(false)
})

test.each([
  'เครดิตไม่มีแล้ว',
  'คนขับเข้าใจผิดว่าอยู่อีกสนาม',
  '運転手の勘違いでした',
  '解決していません',
  'まだ入れません',
  '入れましたが、まだ残高が足りません',
  'เข้าใจผิดเองค่ะ แต่ยอดยังไม่เข้า',
  'my bad, I typed the wrong number, it still is not here',
  'ไม่เป็นไร',
  'your mistake, not mine',
  'กดผิดค่ะ ช่วยยกเลิกให้หน่อย',
])('%s: it has not', (said) => expect(isArrived(said)).toBe(false))

test.each([
  'คอร์สซูชิเริ่มเมื่อไหร่คะ',
  'โอนเงินเข้าแล้วแต่ยอดไม่ขึ้น',
  'โอนแล้วค่ะ',
  'จ่ายแล้วเมื่อไหร่จะส่งของ',
  'เงินเข้าแล้วหรือยัง เข้าบัญชีไหน',
  'ยังไม่เข้าเลยค่ะ',
  'When will the course start?',
  'how long is the tour?',
  'how long is this tour',
  'How long is the Chiang Mai trip and when will it start?',
  'the guide has not arrived',
  'it has not arrived',
  'My friend arrived in Bangkok',
  '届きませんでした',
  'まだ届きません',
  'コースはいつ始まりますか',
  'ขอบคุณค่ะ',
  'thanks',
  '',
])('%s: neither', (said) => {
  expect([isImpatient(said), isArrived(said)]).toEqual([false, false])
})

test.each([
  'ช่วยเช็คให้หน่อยค่ะ ต้องใช้วันศุกร์',
  'ตรวจสอบให้ด้วยนะคะ',
  'please look into it, we leave tomorrow',
  'can you check this please',
  '確認をお願いします',
])('%s: somebody wants it looked at', (said) => expect(asksToLook(said)).toBe(true))
test.each(['ดูทริปภูเก็ตหน่อย', 'ขอดูหน่อย', 'check in is at 3pm', 'I want to book'])('%s: nobody does', (said) =>
  expect(asksToLook(said)).toBe(false),
)

test.each(['it was 460 baht. why does it take so long??', 'เมื่อไหร่จะได้ใบใหม่คะ', 'why has it taken so long?'])(
  '%s waits',
  (said) => expect(isImpatient(said)).toBe(true),
)

test.each([
  'อ้าวเข้าได้แล้วครับ caps lock ค้าง 5555 โทษที',
  'เรียบร้อยแล้วค่ะ ได้ออกรอบแล้ว',
  '今来ました。ありがとうございます。',
  "it's in now, thank you",
  'it works now. I had typed it wrongly, sorry'.replace('wrongly', 'in capitals'),
])('%s: it has come, and why', (said) => expect(isArrived(said)).toBe(true))
test.each(['เรียบร้อยแล้วครับ แต่ช้าไป 40 นาที', 'เข้าแล้วค่ะ ยังขาดอีก 200', 'it works now, but the money is still missing'])(
  '%s: not all of it',
  (said) => expect(isArrived(said)).toBe(false),
)

test.each(['รถไม่มาเลย จะได้เมื่อไหร่', 'ขอสั่งไลค์ 500 จะได้เมื่อไหร่'])('%s tells something new', (said) =>
  expect(isImpatient(said)).toBe(false),
)

test.each(['大概要多久?', '什么时候能到账', '怎么样了？', 'ต้องรอถึงเมื่อไหร่คะ'])('%s asks how long', (said) =>
  expect(isImpatient(said)).toBe(true),
)

test.each(['什么时候开课?', '多久可以取消', 'จองถึงเมื่อไหร่'])('%s asks something else', (said) =>
  expect(isImpatient(said)).toBe(false),
)

test.each(['when do I hear back about the money?', 'when will we get an answer', '返事はいつ頃になりますか'])(
  '%s asks when they hear',
  (said) => expect(isImpatient(said)).toBe(true),
)

describe('asks for the number of what was told', () => {
  test.each([
    'มีเลขเรื่องมั้ยคะ เผื่อทักมาถามทีหลัง',
    'ขอเลขเคสหน่อยครับ',
    'is there a case number?',
    'what is my reference number',
    '受付番号はありますか',
  ])('%s', (said) => expect(asksItsNumber(said)).toBe(true))
  test.each(['เลขออเดอร์ 1290800', 'the order number is 1290800', 'เบอร์ 0812345678'])('not: %s', (said) =>
    expect(asksItsNumber(said)).toBe(false),
  )
})

describe('what was told before, told again, and come right', () => {
  test.each([
    'เมื่อเช้าที่บอกว่าเติม500ไม่เข้า เข้าแล้วนะคับ ขอบคุณมากกก',
    'เรื่องเติมเงินเมื่อเช้า เข้าแล้วค่ะ',
    'the top up i told you about this morning, it arrived, thanks',
  ])('%s', (said) => expect(isArrived(said)).toBe(true))
  test('but not what has not', () => expect(isArrived('เมื่อเช้าที่บอกว่าเติมไม่เข้า ตอนนี้ก็ยังไม่เข้า')).toBe(false))
})

test('letters drawn out are those that are meant', () => {
  expect(isArrived('เข้าแล้วค่าา เมื่อกี้เด้งมา ขอบคุณค้าบบ')).toBe(true)
  expect(isImpatient('ได้ยังคะแอดดด อย่าเงียบบบ')).toBe(true)
})
