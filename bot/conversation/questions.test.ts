import { expect, it } from 'vitest'
import { copyIn } from '../copy/copy.ts'
import { readAnswer } from './questions.ts'

const words = { now: new Date('2026-11-20T03:00:00Z'), zone: 'Asia/Bangkok', copy: copyIn('en'), mayBeRange: false }

it.each([
  ['1289660', '1289660'],
  ['#884120', '884120'],
  ['it is 128966, from yesterday', '128966'],
  ['น่าจะ 1303390 นะคะ สั่งเมื่อวาน', '1303390'],
  ['128966番です', '128966'],
  ['order 4411', '4411'],
  ['skip', ''],
  ['no idea', ''],
])('the number of an order: %s', (said, value) => expect(readAnswer('order_id', said, words)).toEqual({ value }))

it.each([
  'I paid 25000 baht',
  'มี 12000 ฟอล',
  'call me on 0812345678',
  'it was 128966 or 128967',
  'on 2026-11-19',
  '12,500',
])('no number of an order: %s', (said) => expect(readAnswer('order_id', said, words)).toBeUndefined())
