import { describe, expect, test } from 'vitest'
import { readOrderIds, readReferences } from './references.ts'

describe('numbers of bookings, cases and orders', () => {
  test.each([
    ['เคสml-c-5521ถึงไหน', 'ML-C-5521'],
    ['pb 26110042', 'PB-26110042'],
    ['ATP-4821', 'ATP-4821'],
    ['C2-3310', 'C2-3310'],
    ['TRX-20261119-W14', 'TRX-20261119-W14'],
  ])('%s is %s', (text, value) => expect(readReferences(text)[0]?.value).toBe(value))

  test.each([
    ['#1290722 not started', '1290722'],
    ['ออเดอร์ 1289934 ค้าง', '1289934'],
    ['ORD-20261112-028', 'ORD-20261112-028'],
  ])('%s is order %s', (text, value) => expect(readOrderIds(text)[0]?.value).toBe(value))
})
