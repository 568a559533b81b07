import { describe, expect, test } from 'vitest'
import { readCancel, readSkip, readYesNo } from './yes-no.ts'

describe('bare answers', () => {
  test.each([
    'ใช่',
    '好的，请预订',
    '帮我预订吧',
    'ค่ะ',
    'โอเคค่ะ',
    'ส่งเลย',
    'ตกลงครับ',
    'ยืนยัน',
    'yes please',
    'ok',
    'Yes, send it',
    'please do',
    'はい、お願いします',
    'yeh go on then',
    'ok then',
    'sure thing, lovely',
    'เคจ้า',
    'オッケーです',
    'ค่ะ ถูกต้อง',
    'ยินยอมค่ะ',
    'I agree',
    '同意します',
    'ครับ ยืนยันครับ',
    'จ้า ส่งเลย',
    "Yes dear, that's correct.",
    'looks right to me',
    'spot on',
    'ok krub',
    'ไม่ต้องแก้แล้ว ส่งเลย',
    'no, all good',
    'nothing to change',
    'ค้าบบ',
    'はい、間違いありません',
    '合ってます',
  ])('%s is a yes', (text) => expect(readYesNo(text)).toBe('yes'))
  test.each(['ไม่', 'ไม่ใช่ค่ะ', 'ยังก่อน', 'ยังไม่ส่ง', 'no thanks', 'not yet', 'いいえ'])('%s is a no', (text) =>
    expect(readYesNo(text)).toBe('no'),
  )
  test.each(['ok but change to 5', 'จองโต๊ะพรุ่งนี้', 'yes but 5 people', 'then', 'go on Friday'])('%s says more', (text) =>
    expect(readYesNo(text)).toBeUndefined(),
  )
  test.each([
    'ข้าม',
    'skip',
    'ไม่มี',
    '特になし',
    'not sure yet',
    'ข้ามข้อนี้ได้ไหม',
    'ขอข้ามไปก่อนนะคะ',
    'ข้ามได้มั้ยครับ',
    'Can I skip this question?',
    'could we skip that one please',
    'スキップできますか',
    'この質問は飛ばしてもいいですか',
  ])('%s skips', (text) => expect(readSkip(text)).toBe(true))
  test.each(['ข้ามถนนยังไงคะ', 'can I skip the line at the temple?', 'skip the lunch, we eat before', 'ข้ามวันได้ไหมคะ'])(
    '%s is no skipping of a question',
    (text) => expect(readSkip(text)).toBe(false),
  )
  test.each([
    'ยกเลิก',
    'ไม่เอาแล้วค่ะ',
    'never mind',
    'forget that',
    'start over please',
    'ขอเริ่มใหม่ค่ะ',
    '最初からやり直したいです',
    'やめます',
    '取消',
    '取消吧',
    '算了',
    '不用了',
  ])('%s leaves', (text) => expect(readCancel(text)).toBe(true))
  test.each(['ยกเลิกการจอง PB-26110042', 'cancel my booking tomorrow', '取消明天的预订可以退款吗'])(
    '%s is about a booking',
    (text) => expect(readCancel(text)).toBe(false),
  )
})
