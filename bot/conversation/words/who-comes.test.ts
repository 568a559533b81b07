import { describe, expect, it } from 'vitest'
import { whoComes, withoutEarlier } from './who-comes.ts'

describe('who comes, where children are among them', () => {
  it.each([
    ['12月24日の台湾ツアー、大人2人と子ども1人(5歳)で空きありますか', '大人2人と子ども1人(5歳)'],
    ['两个大人两个小孩,8岁和3岁', '两个大人两个小孩,8岁和3岁'],
    ['ผู้ใหญ่ 2 คน เด็ก 1 คน (5 ขวบ) ค่ะ', 'ผู้ใหญ่ 2 คน เด็ก 1 คน (5 ขวบ)'],
    ['2 adults and 2 kids, 8 and 3', '2 adults and 2 kids, 8 and 3'],
    ['we are 3, my daughter is 6', 'my daughter is 6'],
    ["we're 2 adults and a 3 yr old", '2 adults and a 3 yr old'],
    ['4 adults, an 18 month old', '4 adults, an 18 month old'],
    ['ลูกสาว 7 ขวบไปด้วยนะ', 'ลูกสาว 7 ขวบ'],
  ])('%s', (said, told) => expect(whoComes(said)).toBe(told))

  it.each([
    '4 people',
    'my 74 year old mother',
    'a 3 year plan',
    'is it good for kids?',
    'เด็กเรียนได้ไหม',
    '子ども料金はいくらですか',
    'the 12th for us all',
  ])('%s tells none', (said) => expect(whoComes(said)).toBeUndefined())

  it('is told anew', () =>
    expect(withoutEarlier('no pork\n大人2人と子ども1人(5歳)\nby the window')).toBe('no pork\nby the window'))
})

it.each([
  ['ผู้ใหญ่ 2 เด็ก 2 ค่ะ คนโต 7 ขวบ คนเล็ก 4 ขวบ', 'ผู้ใหญ่ 2 เด็ก 2 ค่ะ คนโต 7 ขวบ คนเล็ก 4 ขวบ'],
  ['ผู้ใหญ่ 2 เด็ก 5 ขวบ', 'ผู้ใหญ่ 2 เด็ก 5 ขวบ'],
  ['จองสงขลา 22 ม.ค. 2 ผู้ใหญ่ 1 เด็ก 5 ขวบ ค่ะ', '2 ผู้ใหญ่ 1 เด็ก 5 ขวบ'],
  ['2 ผู้ใหญ่ เด็ก 2 คน', '2 ผู้ใหญ่ เด็ก 2 คน'],
  ['รอบ 12 เด็ก 5 ขวบ', 'เด็ก 5 ขวบ'],
])('%s: how many and how old', (said, told) => expect(whoComes(said)).toBe(told))
