import { describe, expect, test } from 'vitest'
import { readAmountAnswer, readMoney } from './money.ts'

describe('money', () => {
  test.each([
    ['1.5k', 1500],
    ['ห้าร้อย', 500],
    ['2 หมื่น', 20000],
    ['แสนนึง', 100000],
    ['about 4k USD total', 4000],
    ['฿1,290', 1290],
    ['5万円', 50000],
    ['10k views', 10000],
  ])('%s is %s', (text, value) => expect(readMoney(text)[0]?.value).toBe(value))

  test.each(['4 people', '3 nights'])('%s tells nothing', (text) => expect(readMoney(text)).toEqual([]))

  test.each([
    ['500', 500],
    ['๕๐๐', 500],
    ['1.5k', 1500],
  ])('answered alone, %s is %s', (text, value) => expect(readAmountAnswer(text)?.value).toBe(value))
})

test('currency, share and role come from the words around the number', () => {
  expect(readMoney('budget is $2,000 per person')[0]).toMatchObject({
    value: 2000,
    currency: 'USD',
    per: 'person',
    role: 'budget',
  })
  expect(readMoney('about 4k USD total')[0]).toMatchObject({ currency: 'USD', per: 'total' })
  expect(readMoney('โอนไป 500 ตั้งแต่เช้า')[0]).toMatchObject({ value: 500, role: 'money' })
})
