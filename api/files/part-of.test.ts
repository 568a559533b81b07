import { expect, test } from 'vitest'
import { partOf } from './part-of.ts'

test.each<[string, number, ReturnType<typeof partOf>]>([
  ['bytes=0-1', 10, { from: 0, to: 1 }],
  ['bytes=0-', 10, { from: 0, to: 9 }],
  ['bytes=4-99', 10, { from: 4, to: 9 }],
  ['bytes=-3', 10, { from: 7, to: 9 }],
  ['bytes=-99', 10, { from: 0, to: 9 }],
  ['bytes=10-', 10, 'outside'],
  ['bytes=-0', 10, 'outside'],
  ['bytes=0-', 0, 'outside'],
  ['', 10, undefined],
  ['bytes=-', 10, undefined],
  ['bytes=5-4', 10, undefined],
  ['bytes=0-1,4-5', 10, undefined],
  ['lines=0-1', 10, undefined],
  ['bytes=0x1-2', 10, undefined],
  [`bytes=0-${'9'.repeat(50_000)}`, 10, undefined],
])('%s of %i bytes', (range, size, part) => expect(partOf(range, size)).toEqual(part))
