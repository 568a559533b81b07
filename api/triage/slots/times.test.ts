import { describe, expect, test } from 'vitest'
import { readTimeAnswer, readTimes } from './times.ts'

describe('times', () => {
  test.each([
    ['บ่ายสอง', '14:00'],
    ['บ่ายโมงครึ่ง', '13:30'],
    ['ตี 5', '05:00'],
    ['ตีห้าครึ่ง', '05:30'],
    ['6 โมงเช้า', '06:00'],
    ['8 โมง', '08:00'],
    ['เที่ยง', '12:00'],
    ['เที่ยงคืน', '00:00'],
    ['4 โมงเย็น', '16:00'],
    ['ทุ่มนึง', '19:00'],
    ['2 ทุ่มครึ่ง', '20:30'],
    ['๑๘.๓๐ น.', '18:30'],
    ['7:30pm', '19:30'],
    ['half past 7', '07:30'],
    ['9-11am', '09:00/11:00'],
    ['午後3時半', '15:30'],
    ['夜7時', '19:00'],
    ['in the morning', 'morning'],
    ['ตอนเย็น', 'evening'],
  ])('%s is %s', (text, value) => expect(readTimes(text)[0]?.value).toBe(value))

  test.each(['1.5k', '2 คน', 'เมื่อเช้า'])('%s tells nothing', (text) => expect(readTimes(text)).toEqual([]))

  test.each([
    ['9', '09:00'],
    ['เก้า', '09:00'],
    ['18.30', '18:30'],
  ])('answered alone, %s is %s', (text, value) => expect(readTimeAnswer(text)?.value).toBe(value))
})
