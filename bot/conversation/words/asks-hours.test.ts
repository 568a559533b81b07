import { expect, it } from 'vitest'
import { readDates } from '../../../api/triage/slots/dates.ts'
import { asksHours, inOne, mayAskHours } from './asks-hours.ts'

const at = { now: new Date('2026-11-20T03:00:00Z'), zone: 'Asia/Bangkok' }
const asks = (said: string, before = false) =>
  (before || mayAskHours(said)) &&
  asksHours(
    said,
    readDates(inOne(said), at).map((one) => one.text),
    before,
  )

it.each([
  'are you open on Sunday?',
  'are you open on Friday night?',
  'is the shop open early in the morning?',
  'ศุกร์ดึก ๆ ร้านเปิดไหมคะ',
  '金曜の夜は営業していますか',
  'Are you guys open today?',
  'r u open tmr',
  'what time do you open?',
  'what time do you close on saturdays?',
  'hi, what are your opening hours please?',
  'when do you close tonight',
  'how late are you open on Friday?',
  'is the shop open on 31 December?',
  'Do you work on weekends?',
  'until what time are you open today',
  'opening hours?',
  'ร้านเปิดวันจันทร์ไหมคะ',
  'เปิดกี่โมงคะ',
  'แล้ววันอาทิตย์เปิดกี่โมง',
  'ร้านปิดกี่ทุ่มคะ',
  'เปิดกี่โมงถึงกี่โมงครับ',
  'พรุ่งนี้เปิดไหม',
  'วันนี้ร้านเปิดมั้ยคะ',
  'หยุดวันไหนบ้างคะ',
  'เวลาทำการครับ',
  'เสาร์อาทิตย์เปิดไหมครับ',
  'ตอนนี้เปิดอยู่ไหมคะ',
  'คลินิกเปิดทุกวันไหมคะ',
  '日曜日って何時までやってますか?',
  '何時まで営業していますか',
  '営業時間を教えてください',
  '定休日はいつですか?',
  '明日は営業していますか?',
  '土曜日は開いていますか',
  '何時に閉まりますか?',
  'お店は何時からですか',
  'クリスマスは休みですか',
  '大晦日はやっていますか',
  '元日は営業していますか',
  'お店は空いてますか',
  'are you closed on Christmas?',
  'วันปีใหม่ร้านหยุดไหม',
  '你们几点关门?',
  '周日开门吗',
])('%s', (said) => expect([said, asks(said)]).toEqual([said, true]))

it.each([
  '12日は空いていますか',
  '明日の夜、空いてますか？',
  'is the leopard tour still open?',
  'what time does the class open for booking?',
  'are you open to a discount?',
  'is the pool open on Sunday?',
  'I want to book on Sunday at 10',
  'open a case please',
  'do you have a table on Sunday?',
  'what time do you pick us up?',
  'how much is it on Sunday?',
  'เปิดบัญชีใหม่ได้ไหมคะ',
  'เปิดรับสมัครถึงเมื่อไหร่',
  'จองวันอาทิตย์ได้ไหมคะ',
  'ส่งถึงกี่โมงคะ',
  'คลาสเริ่มกี่โมงคะ',
  'ปิดยอดรึยังคะ',
  'เปิดใช้งานไม่ได้',
  'แอปเปิดไม่ขึ้นค่ะ',
  '何時に行けばいいですか',
  '日曜日に予約できますか',
  'レッスンは何時からですか',
  '何時までに返せばいいですか',
  'what about Saturday?',
])('not %s', (said) => expect([said, asks(said)]).toEqual([said, false]))

it.each(['what about Saturday, until when?', 'and on Sunday?', 'แล้ววันเสาร์ล่ะคะ', '土曜日はどうですか'])(
  '%s, after hours were spoken of',
  (said) => expect([said, asks(said, true)]).toEqual([said, true]),
)

it.each(['what about the road bike?', 'and how much is it on Sunday?', 'ok then book Sunday at 10 for 2'])(
  'not %s, even then',
  (said) => expect([said, asks(said, true)]).toEqual([said, false]),
)
