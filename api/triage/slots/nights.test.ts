import { describe, expect, test } from 'vitest'
import { readNights, readNightsAnswer } from './nights.ts'

describe('nights', () => {
  test.each([
    ['3 nights', 3],
    ['three nights', 3],
    ['3-night stay', 3],
    ['5 days 4 nights', 4],
    ['4D3N', 3],
    ['3n4d', 3],
    ['5 days', 4],
    ['for about 9 days', 8],
    ['about 2 days', 1],
    ['แล้วถ้าไปแค่ 6 วันล่ะคะ', 5],
    ['a week', 7],
    ['two weeks', 14],
    ['one night', 1],
    ['overnight', undefined],
    ['3 วัน 2 คืน', 2],
    ['3วัน2คืน', 2],
    ['๔ วัน ๓ คืน', 3],
    ['สามคืน', 3],
    ['2 คืน', 2],
    ['คืนเดียว', 1],
    ['5 วัน', 4],
    ['หนึ่งอาทิตย์', 7],
    ['2泊3日', 2],
    ['2泊', 2],
    ['三泊', 3],
    ['三泊四日', 3],
    ['5日間', 4],
    ['5天4晚', 4],
    ['四天三夜', 3],
    ['住三晚', 3],
    ['5天', 4],
    ['一个星期', 7],
  ])('%s is %s', (text, value) => expect(readNights(text)[0]?.value).toBe(value))

  test.each([
    '3 days ago',
    '3 วันล่ะ 2000',
    'I have been waiting for about 4 days',
    'in about 5 days',
    'ภายใน 7 วัน',
    'under $90 a night',
    '3,500 a night',
    'รอมา 3 วันแล้ว',
    'ประกัน 30 วัน',
    '10 working days',
    '三天前',
    '今晚',
    '3天后',
    'คืนเงิน',
    '2 คืนนี้',
    'under 80 bucks a night',
    '90 euros a night',
  ])('%s tells nothing', (text) => expect(readNights(text)).toEqual([]))

  test.each([
    ['3', 3],
    ['สอง', 2],
    ['day trip', 0],
    ['4 คืน ห้ามบันได', 4],
    ['ไม่ค้าง', 0],
  ])('answered alone, %s is %s', (text, value) => expect(readNightsAnswer(text)?.value).toBe(value))
})
