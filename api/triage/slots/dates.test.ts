import { describe, expect, test } from 'vitest'
import { dateValue, readDateAnswer, readDates } from './dates.ts'

const at = { now: new Date('2026-11-20T10:00:00+07:00'), zone: 'Asia/Bangkok' }

const values = (text: string) => readDates(text, at).map((it) => (it.impossible ? 'impossible' : dateValue(it)))

describe('dates, read on Friday 20 November 2026 in Bangkok', () => {
  test.each([
    ['12 ธ.ค.', '2026-12-12'],
    ['๑๒ ธันวาคม ๒๕๖๙', '2026-12-12'],
    ['12/12/69', '2026-12-12'],
    ['วันเสาร์ที่ 12 ธันวา', '2026-12-12'],
    ['9 ม.ค. 70', '2027-01-09'],
    ['12-15 ธ.ค.', '2026-12-12/2026-12-15'],
    ['28 ธ.ค. - 2 ม.ค.', '2026-12-28/2027-01-02'],
    ['พรุ่งนี้บ่ายสอง', '2026-11-21'],
    ['มะรืนนี้', '2026-11-22'],
    ['เสาร์นี้', '2026-11-21'],
    ['เสาร์หน้า', '2026-11-28'],
    ['วันอาทิตย์หน้า', '2026-11-29'],
    ['อาทิตย์หน้า', '2026-11-23/2026-11-29'],
    ['สิ้นเดือน', '2026-11-30'],
    ['กลางเดือนหน้า', '2026-12-11/2026-12-20'],
    ['เดือนหน้า', '2026-12'],
    ['สงกรานต์', '2027-04-13/2027-04-15'],
    ['ตรุษจีน', '2027-02-06'],
    ['Dec 12', '2026-12-12'],
    ['the 5th of December', '2026-12-05'],
    ['Dec 28 - Jan 2', '2026-12-28/2027-01-02'],
    ['next Friday', '2026-11-27'],
    ['this Saturday', '2026-11-21'],
    ['Saturday week', '2026-11-28'],
    ['next week', '2026-11-23/2026-11-29'],
    ['second week of December', '2026-12-07/2026-12-13'],
    ['the last week of January', '2027-01-25/2027-01-31'],
    ['early February', '2027-02-01/2027-02-10'],
    ['week of Dec 14', '2026-12-14/2026-12-20'],
    ['in May', '2027-05'],
    ['12月12日', '2026-12-12'],
    ['12月28日から1月2日', '2026-12-28/2027-01-02'],
    ['明日', '2026-11-21'],
    ['来週の土曜', '2026-11-28'],
    ['来月上旬', '2026-12-01/2026-12-10'],
  ])('%s is %s', (text, value) => expect(values(text)).toEqual([value]))

  test.each(['31 June', '30 Feb', '๓๑ มิ.ย.', '31 ก.ย. 69', '6月31日'])('%s is a day no calendar has', (text) =>
    expect(values(text)).toEqual(['impossible']),
  )

  test.each(['4 people', 'order 1290722', '10,000 views', 'ขับ 4 ชม.', 'you may go', 'มีคนมา 5 มีคนกลับ 2'])(
    '%s holds no date',
    (text) => expect(values(text)).toEqual([]),
  )

  test('a complaint means the Tuesday that has been', () =>
    expect(readDates('Tuesday', at, 'past').map(dateValue)).toEqual(['2026-11-17']))

  test.each([
    ['12', '2026-12-12'],
    ['๒๕ ค่ะ', '2026-11-25'],
    ['อาทิตย์', '2026-11-22'],
    ['12 ธ.ค. ถึง 15 ธ.ค.', '2026-12-12/2026-12-15'],
  ])('answered alone, %s is %s', (text, value) => {
    const answer = readDateAnswer(text, at)
    expect(answer && dateValue(answer)).toBe(value)
  })

  test('an answer without a day is no date', () => expect(readDateAnswer('ไม่รู้ค่ะ', at)).toBeUndefined())
})
