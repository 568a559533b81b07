import { expect, test } from 'vitest'
import { readJoining } from './joining.ts'

test.each([
  ['add 2 more', 2],
  ['can you add two more people please', 2],
  ['one more person is coming', 1],
  ['oh and another friend', 1],
  ['3 extra guests', 3],
  ['please add a child', 1],
  ['plus 2 kids', 2],
  ['sorry one of us can’t come', -1],
  ['2 people can’t make it', -2],
  ["my flatmate's joining", 1],
  ['my mum is coming too', 1],
  ['one fewer', -1],
  ['2 less please', -2],
  ['เพิ่มอีก 2 คน', 2],
  ['ขอเพิ่มอีกคนนึงค่ะ', 1],
  ['เพิ่มอีกคนนะ เป็น 4', 1],
  ['เพิ่มเด็ก ๑ คน', 1],
  ['มีเพื่อนมาเพิ่มอีกสองคน', 2],
  ['มีอีก 2 คนค่ะ', 2],
  ['ลด 1 คนค่ะ', -1],
  ['2 คนมาไม่ได้แล้ว', -2],
  ['あと2人追加でお願いします', 2],
  ['１名増えます', 1],
  ['一人減りました', -1],
  ['再加两个人', 2],
  ['少一个人', -1],
] as const)('%s: %i', (said, by) => expect(readJoining(said)?.by).toBe(by))

test.each([
  'add 2 vegetarian meals',
  'one more night',
  'one more thing',
  'another question',
  'two more hours please',
  'add a kids menu',
  'plus a baby chair',
  'make it 5',
  'no, 5 people',
  'เพิ่มเป็น 5 คน',
  'ลดเหลือ 3 คน',
  'อีก 1 คืน',
  'เพิ่มเตียง 1 เตียง',
  '5人に変更',
  'あと1泊',
  '加一张床',
  '',
])('%s: nobody', (said) => expect(readJoining(said)).toBeUndefined())

test.each([
  'can a friend come too?',
  'can my wife join',
  'ok if another mate plays with us',
  'พาเพื่อนไปด้วยได้ไหมคะ',
  '友達も一緒に行けますか',
])('%s is one more', (said) => expect(readJoining(said)?.by).toBe(1))

test.each(['can my wife book for me?', 'can a friend pay?', 'my friend came too late'])('%s adds nobody', (said) =>
  expect(readJoining(said)).toBeUndefined(),
)
