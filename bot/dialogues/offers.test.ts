import { describe, expect, it } from 'vitest'
import { endOfDay, startOfDay } from './offers.ts'

describe('a calendar day as instants of the tenant’s zone', () => {
  it.each([
    ['2026-12-12', '2026-12-11T17:00:00.000Z', '2026-12-12T17:00:00.000Z'],
    ['2026-12-31', '2026-12-30T17:00:00.000Z', '2026-12-31T17:00:00.000Z'],
  ])('%s begins and ends at midnight in Bangkok', (day, from, to) => {
    expect(startOfDay(day, 'Asia/Bangkok').toISOString()).toBe(from)
    expect(endOfDay(day, 'Asia/Bangkok').toISOString()).toBe(to)
  })

  it('takes the 31st as the end of any month: a whole month is asked for so', () => {
    expect(endOfDay('2027-02-31', 'Asia/Bangkok').toISOString()).toBe('2027-02-28T17:00:00.000Z')
    expect(endOfDay('2027-04-31', 'Asia/Bangkok').toISOString()).toBe('2027-04-30T17:00:00.000Z')
  })
})
