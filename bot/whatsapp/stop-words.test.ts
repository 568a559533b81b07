import { describe, expect, it } from 'vitest'
import { consentSaid } from './stop-words.ts'

describe('STOP and START, as people write them', () => {
  it.each([
    'STOP',
    ' sToP! ',
    'Ｓｔｏｐ',
    '"stop"',
    '/stop',
    'Stop, please.',
    'STOP please',
    'stop all',
    'STOPALL',
    'Unsubscribe me',
    'opt-out',
    'stop messages',
    'Stop sending me messages',
    'stop texting me',
    'please stop sending me notifications',
    'Don’t text me any more',
    'no more messages please',
    'หยุดส่งข้อความ',
    'หยุดส่งข้อความค่ะ',
    'ขอยกเลิกรับข้อความค่ะ',
    'ยกเลิกการรับข้อความ',
    'ยกเลิกการแจ้งเตือนด้วยครับ',
    'ไม่ต้องส่งข้อความมาอีกนะคะ',
    'เลิกส่งมาได้แล้ว',
    'ไม่รับข้อความ',
    'งดรับข่าวสาร',
    '配信停止',
    '配信停止をお願いします。',
    '停止してください',
    'ストップ',
    'メッセージを送らないでください',
    '通知を止めてください',
    '受信拒否',
    '不要再发了',
  ])('stops: %s', (said) => {
    expect(consentSaid(said)?.kind).toBe('stopped')
  })

  it.each([
    'START',
    'start please',
    'Unstop',
    'SUBSCRIBE',
    'start sending me messages again',
    'เริ่มรับข้อความ',
    'รับข้อความอีกครั้งค่ะ',
    'กลับมาส่งข่าวสารอีกครั้งนะคะ',
    '配信再開',
    '配信を再開してください',
    '再開してください',
  ])('starts: %s', (said) => {
    expect(consentSaid(said)?.kind).toBe('started')
  })

  it.each([
    'please stop the top-up',
    'my likes stopped',
    'the bus stop',
    'stop at the hotel please',
    'can you stop order 1274850',
    'start on Monday',
    'start over',
    'start again',
    'no more',
    'updates?',
    'any news',
    'ไม่ได้รับข้อความ',
    'ไม่ได้รับข้อความยืนยันเลยค่ะ',
    'ยังไม่ได้รับการแจ้งเตือน',
    'ร้านหยุดวันไหนคะ',
    'ออเดอร์หยุดวิ่ง',
    'ยกเลิก',
    'ยกเลิกค่ะ',
    'ส่งข้อความอีกครั้ง',
    'รับค่ะ',
    'キャンセルしてください',
    '注文が停止しています',
    '配信が停止しました',
    '取消',
    '退订',
    '',
    '?',
  ])('is a sentence: %s', (said) => {
    expect(consentSaid(said)).toBeUndefined()
  })
})
