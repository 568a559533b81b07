import { describe, expect, test } from 'vitest'
import { readNameAnswer, readNames } from './names.ts'

describe('names', () => {
  test.each([
    ['my name is Rose Adair', 'Rose Adair'],
    ['ชื่อ สมชาย ใจดี ครับ', 'สมชาย ใจดี'],
    ['ยูส tukta_shop', 'tukta_shop'],
    ['username: cool.cat', 'cool.cat'],
    ['田中と申します', '田中'],
  ])('%s names %s', (text, name) => expect(readNames(text)[0]?.value).toBe(name))

  test.each(['My name is not on the list', 'ไม่มีชื่อในระบบ'])('%s names nobody', (text) =>
    expect(readNames(text)).toEqual([]),
  )

  test.each([
    ['Rose Adair', 'Rose Adair'],
    ['สมชายครับ', 'สมชาย'],
    ['ชื่อมินท์ค่ะ', 'มินท์'],
    ['田中です', '田中'],
  ])('answered alone, %s is %s', (text, name) => expect(readNameAnswer(text)?.value).toBe(name))
})
