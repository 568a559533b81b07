import { describe, expect, it, test } from 'vitest'
import { normalise } from './normalise.ts'

describe('many spellings of the same', () => {
  it.each([
    ['ไม่เข้ามากกกกกก', 'ไม่เข้ามากก'],
    ['pleeeeease', 'pleease'],
    ['ได้ป่าวคับ', 'ได้ไหมครับ'],
    ['เเอดมินคะ', 'แอดค่ะ'],
    ['ใส่ลิ้งค์ผิด ลิ้งผิด ลิงค์ผิด ลิงก์ผิด', 'ใส่ลิงก์ผิด ลิงก์ผิด ลิงก์ผิด ลิงก์ผิด'],
    ['กลิ้งตก', 'กลิ้งตก'],
    ['นํ้า', 'น้ำ'],
    ['น้ํา', 'น้ำ'],
    ['ที่นี่', 'ที่นี่'],
    ['ท่ีน่ี', 'ที่นี่'],
    ['ＨＥＬＬＯ　１２', 'hello 0'],
    ['โอน ๕๐๐ บาท', 'โอน 0 บาท'],
    ['order 1289660', 'order 000'],
    ['1,250.50', '0'],
    ['เติม​เงิน‎ไม่﻿เข้า', 'เติมเงินไม่เข้า'],
    ['\u202eabc\u202c', 'abc'],
    ['re\u00adfund', 'refund'],
    ['see https://x.example/a?b=1 now', 'see urlx now'],
    ['a\n\n\tb', 'a b'],
    ['\ud83d broken', 'broken'],
    ['', ''],
  ])('%j', (text, plain) => expect(normalise(text)).toBe(plain))
})

test('of a long message the beginning and the end are read', () => {
  const said = normalise(`help ${'x y '.repeat(5_000)} refund`)
  expect(said.length).toBeLessThan(1_000)
  expect(said.startsWith('help')).toBe(true)
  expect(said.endsWith('refund')).toBe(true)
})
