import { describe, expect, it } from 'vitest'
import { askedOfDay, followingDay } from './following-day.ts'

const at = { now: new Date('2026-11-20T10:00:00+07:00'), zone: 'Asia/Bangkok' }

describe('a day asked of after another', () => {
  it.each([
    ['แล้ว 8 ล่ะคะ', '2026-12-05', '2026-12-08'],
    ['แล้ววันที่ 26 ล่ะครับ', '2026-12-05', '2026-12-26'],
    ['แล้ว ๘ ล่ะ', '2026-12-05', '2026-12-08'],
    ['แล้วที่ 8 ล่ะคะ', '2026-12-05', '2026-12-08'],
    ['and the 5th?', '2026-11-28', '2026-12-05'],
    ['what about the 21st?', '2026-11-28', '2026-11-21'],
    ['and the 8th then?', '2026-12-05', '2026-12-08'],
    ['5日はどうですか', '2026-11-28', '2026-12-05'],
    ['那8号呢?', '2026-12-05', '2026-12-08'],
    ['for 8 people?', '2026-12-05', undefined],
    ['แล้ว 8 คนล่ะคะ', '2026-12-05', undefined],
    ['แล้ว 8 โมงล่ะ', '2026-12-05', undefined],
    ['and 40?', '2026-12-05', undefined],
    ['8', '2026-12-05', undefined],
    ['and the 8th?', 'none', undefined],
  ])('%s, after %s', (said, before, day) => expect(followingDay(said, before, at)).toBe(day))

  it.each([
    ['แล้ว 26 ล่ะคะ', 'ทริปน่านวันที่ 5 ธันวา ว่างไหมคะ', 'ทริปน่าน 2026-12-26  ว่างไหมคะ'],
    ['and 26 December?', 'is Nan free on 5 December?', 'is Nan free on  2026-12-26 ?'],
    ['แล้วพรุ่งนี้ล่ะ', 'วันนี้ว่างไหม', ' 2026-11-21 ว่างไหม'],
    ['and lunch?', 'is Nan free on 5 December?', undefined],
    ['and the 8th?', 'is it far?', undefined],
  ])('%s, after %s', (said, earlier, asked) => expect(askedOfDay(said, earlier, at)).toBe(asked))
})
