import { expect, it } from 'vitest'
import { asksGroupSize } from './group-size.ts'

it.each([
  'Is there a minimum number of people?',
  'what is the max group size?',
  'how many people are there in a group?',
  'how big are the groups',
  'Can I join alone?',
  'ขั้นต่ำกี่คนคะ',
  'กี่คนถึงจะออกคะ',
  'กรุ๊ปละกี่ท่านครับ',
  'ไปคนเดียวได้มั้ยคะ',
  '最少催行人数は何名ですか',
  '一人でも参加できますか',
  '定員は?',
])('%s', (said) => expect(asksGroupSize(said)).toBe(true))

it.each([
  'a table for 6 people',
  'I travel alone',
  'how many seats are left?',
  'how many people died?',
  'ไปกี่โมงคะ',
  'จอง 4 คนค่ะ',
  'ไปคนเดียวค่ะ',
  '2名で予約したいです',
  '一人で行きます',
])('asks something else: %s', (said) => expect(asksGroupSize(said)).toBe(false))
