import { describe, expect, it } from 'vitest'
import { wantsToMove } from './wants-to-move.ts'

describe('words about moving a booking', () => {
  it.each([
    'Can we move it to Wednesday?',
    'I’d like to reschedule my tee time',
    'could we change the date please',
    'is another day possible? we want to change to another day',
    'ขอเลื่อนเป็นวันเสาร์ค่ะ',
    'ขอเลื่อนรอบวันที่ 6 ไป ม.ค. ได้มั้ยคะ ติดงาน',
    'อยากเปลี่ยนเวลาเป็นบ่ายสองครับ',
    'ย้ายวันได้ไหมคะ',
    '予約の日時を変更したいです',
    '来週に延期できますか',
    'change it to Saturday please',
    '可以改到星期三吗',
  ])('a wish: %s', (said) => {
    expect(wantsToMove(said)).toBe(true)
  })

  it.each([
    'my flight was moved to 9 pm',
    'the venue changed the time on us',
    'they moved our tee time without asking',
    'how much does it cost to reschedule?',
    'ไฟลท์เลื่อน ไปรับช้าหน่อยได้ไหมคะ',
    'โดนเลื่อนรอบอีกแล้ว',
    'เลื่อนได้กี่ครั้งคะ',
    'change to 5 people please',
    'เติมเงินไม่เข้าค่ะ',
    '変更料はいくらですか',
    'the driver did not move',
  ])('none: %s', (said) => {
    expect(wantsToMove(said)).toBe(false)
  })
})
