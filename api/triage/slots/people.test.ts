import { describe, expect, test } from 'vitest'
import { readCountAnswer, readPeople } from './people.ts'

describe('head-counts', () => {
  test.each([
    ['4 people', 4],
    ["we're 4", 4],
    ['two of us', 2],
    ['a couple', 2],
    ['me and my wife', 2],
    ['family of five', 5],
    ['2 adults and 1 child', 3],
    ['3 couples', 6],
    ['just me', 1],
    ['2 ผู้ใหญ่ 1 เด็ก', 3],
    ['ผู้ใหญ่ 4 เด็ก 2', 6],
    ['3 คน', 3],
    ['สี่ท่าน', 4],
    ['๕ คน', 5],
    ['4-6 คน', '4-6'],
    ['５名', 5],
    ['大人2名子供1名', 3],
    ['2人', 2],
  ])('%s is %s', (text, value) => expect(readPeople(text)[0]?.value).toBe(value))

  test.each(['for 3 nights', '10,000 views', 'order 1290722'])('%s tells nothing', (text) =>
    expect(readPeople(text)).toEqual([]),
  )

  test.each([
    ['4', 4],
    ['๔', 4],
    ['สี่', 4],
    ['four', 4],
    ['5-6', '5-6'],
    ['四人', 4],
    ['4 ค่ะ', 4],
  ])('answered alone, %s is %s', (text, value) => expect(readCountAnswer(text)?.value).toBe(value))
})
