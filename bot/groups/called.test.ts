import { expect, test } from 'vitest'
import { afterTheName } from './called.ts'

const names = ['V School', 'Prime']

test.each<[string, string | undefined]>([
  ['Prime จองทีไทม์ให้หน่อย', 'จองทีไทม์ให้หน่อย'],
  ['@prime, book a tee time', 'book a tee time'],
  ['PRIME: help', 'help'],
  ['＠Prime、予約したいです', '予約したいです'],
  ['v school ขอเลื่อนเรียน', 'ขอเลื่อนเรียน'],
  ['Primeขอจองหน่อย', 'ขอจองหน่อย'],
  ['Prime', ''],
  ['primetime is at eight', undefined],
  ['we asked Prime yesterday', undefined],
  ['', undefined],
])('%s', (said, rest) => expect(afterTheName(said, names)).toBe(rest))

test('a name may hold anything', () => {
  expect(afterTheName('C++ (Thai) help', ['C++ (Thai)'])).toBe('help')
  expect(afterTheName('anything', [''])).toBeUndefined()
})
