import { describe, expect, it } from 'vitest'
import { dayNear, daysMeant, daysWished } from './which-day.ts'

const at = { now: new Date('2026-11-20T03:00:00Z'), zone: 'Asia/Bangkok' }

describe('several days of which each would do', () => {
  it.each([
    ['the 5th or the 6th of December, whichever is free', '2026-12-05', '2026-12-06'],
    ['5 or 6 Dec', '2026-12-05', '2026-12-06'],
    ['either 20 December or 10 January, whichever still has room', '2026-12-20', '2027-01-10'],
    ['the 19th, failing that the 12th', '2026-12-19', '2026-12-12'],
    ['เอาวันที่ 5 ธันวา หรือไม่ก็ 28 พ.ย. ก็ได้ค่ะ', '2026-12-05', '2026-11-28'],
    ['วันที่ ๕ หรือ ๖ ธันวา', '2026-12-05', '2026-12-06'],
    ['เสาร์หรืออาทิตย์นี้ก็ได้', '2026-11-21', '2026-11-22'],
    ['12月5日か6日', '2026-12-05', '2026-12-06'],
    ['12月5日(土)か12日(土)で空いている方', '2026-12-05', '2026-12-12'],
    ['12月5号或者6号', '2026-12-05', '2026-12-06'],
  ])('%s', (said, ...days) => expect(daysWished(said, at)).toEqual(days))

  it.each([
    '5 Dec',
    '5-6 Dec',
    'from 5 Dec to 9 Dec',
    'please move it from 12 Dec to 19 Dec',
    'next week or the week after',
    'จาก 12 ธ.ค. เป็น 19 ธ.ค.',
    '',
  ])('%s: one wish or none', (said) => expect(daysWished(said, at)).toEqual([]))
})

describe('which of the days that were offered', () => {
  const offered = ['2026-12-02', '2026-12-12', '2027-01-09']
  it.each([
    ['the saturday one pls', '2026-12-12'],
    ['sat 12 dec', '2026-12-12'],
    ['the 12th', '2026-12-12'],
    ['12日の方でお願いします', '2026-12-12'],
    ['土曜日で', '2026-12-12'],
    ['เอาวันเสาร์ค่ะ', '2026-12-12'],
    ['รอบวันพุธ', '2026-12-02'],
    ['周三', '2026-12-02'],
    ['วันที่ ๒ ค่ะ', '2026-12-02'],
    ['January then. Two of us please', '2027-01-09'],
    ['ม.ค. ครับ', '2027-01-09'],
  ])('%s is %s', (said, day) => expect(daysMeant(said, offered)).toEqual([day]))

  it.each(['next saturday', 'เสาร์หน้าค่ะ', '来週の土曜', 'of them', '3 people', '2人です', 'may be', 'the 13th', ''])(
    '%s is none of them',
    (said) => expect(daysMeant(said, offered)).toEqual([]),
  )
  it('a month of which there are two leaves both', () =>
    expect(daysMeant('ธันวาค่ะ', offered)).toEqual(['2026-12-02', '2026-12-12']))
})

describe('a day named beside one that is known', () => {
  it.each([
    ['Sunday then', '2026-11-28', '2026-11-29'],
    ['Monday then', '2026-12-04', '2026-12-07'],
    ['เปลี่ยนเป็นวันศุกร์', '2026-12-05', '2026-12-04'],
    ['24日は本当にだめですか', '2026-12-24', '2026-12-24'],
    ['the 5th', '2026-11-28', '2026-12-05'],
    ['the 20th', '2027-01-14', '2027-01-20'],
    ['วันที่ 20 ได้ไหม', '2026-12', '2026-12-20'],
    ['is the 10th free?', '2027-02', '2027-02-10'],
    ['the 31st', '2027-02', '2026-12-31'],
  ])('%s, of %s', (said, known, day) => expect(dayNear(said, known, at)).toBe(day))

  it.each([
    ['next Sunday', '2026-11-28'],
    ['5 Dec', '2026-11-28'],
    ['Sunday', '2026-11'],
    ['Saturday or Sunday', '2026-11-28'],
  ])('%s, of %s, is read as it is', (said, known) => expect(dayNear(said, known, at)).toBeUndefined())
})
