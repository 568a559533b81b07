import { describe, expect, test } from 'vitest'
import { areaIn, rideIn } from './where.ts'

describe('where they want to be, beside other things', () => {
  test.each([
    ['อยากตีแถวหัวหิน เช้าๆ', 'หัวหิน'],
    ['4 คน ย่านทองหล่อ งบ 5000', 'ทองหล่อ'],
    ['somewhere near Khao Yai at 7', 'Khao Yai'],
    ['8時ごろ、チェンマイ周辺で', 'チェンマイ'],
    ['ホアヒン方面でお願いします', 'ホアヒン'],
  ])('%s', (said, area) => expect(areaIn(said)).toBe(area))
  test.each([
    'ใกล้สิ้นเดือนค่ะ',
    'around 7 in the Morning',
    '7時あたりで',
    'แถวนี้มีอะไรบ้าง',
    '4 คน',
    'near the end of December',
  ])('%s names no place', (said) => expect(areaIn(said)).toBeUndefined())
})

describe('both ends of a ride', () => {
  test.each([
    ['car from Asok to Suvarnabhumi Airport at 5am', 'Asok', 'Suvarnabhumi Airport'],
    ['Pick us up from Silom Soi 6 to Navatanee golf, 3 pax', 'Silom Soi 6', 'Navatanee golf'],
    ['รถจากอโศกไปสุวรรณภูมิ พรุ่งนี้', 'อโศก', 'สุวรรณภูมิ'],
    ['シラチャからスワンナプームまでお願いします', 'シラチャ', 'スワンナプーム'],
  ])('%s', (said, from, to) => expect(rideIn(said)).toEqual({ from, to }))
  test.each(['from Monday to Friday', 'from 5 to 8 December', 'free from December to March', 'ว่างจากเช้าไปเย็น'])(
    '%s is none',
    (said) => expect(rideIn(said)).toBeUndefined(),
  )
})
