import { describe, expect, test } from 'vitest'
import { orderReference, withOrders } from './order-reference.ts'

describe('the orders a case is about', () => {
  test.each([
    [[], ['1299031', '#1299044'], ['1299031', '1299044']],
    [['1299031'], ['1299031', '๑๒๙๙๐๔๔'], ['1299031', '1299044']],
    [['1299031'], [], ['1299031']],
    [[], ['no number', ''], []],
  ])('%j and %j', (known, said, all) => expect(withOrders(known, said)).toEqual(all))

  test('fifty at most; those that were there stay', () => {
    const many = Array.from({ length: 80 }, (_, n) => String(1_000_000 + n))
    expect(withOrders([], many)).toHaveLength(50)
    expect(withOrders(many, ['5'])).toEqual(many)
    expect(orderReference('#1')).toBe('1')
  })
})
