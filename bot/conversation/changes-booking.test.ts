import { expect, test } from 'vitest'
import { countIn } from './corrections.ts'

test.each([
  ['make that 2', 2],
  ['actually make it 12 please', 12],
  ['it has to be 3', 3],
  ['เพิ่มเป็น 10', 10],
  ['ลดเป็น 2 คนค่ะ', 2],
])('%s is people', (said, people) => expect(countIn(said)).toEqual({ party_size: people }))

test.each([
  'make it 7 pm',
  'make it 7:30',
  'make that 3 nights',
  'make it 5k',
  'make it the 14th',
  'make it 14th',
  'เลื่อนเป็น 9 โมง',
  'เปลี่ยนเป็น 3 วัน',
  'make it rain',
  '',
])('%s counts nobody', (said) => expect(countIn(said)).toEqual({}))
