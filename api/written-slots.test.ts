import { describe, expect, it } from 'vitest'
import { wrongIn } from './written-slots.ts'

describe('slots that somebody wrote', () => {
  it.each<Record<string, string | number>>([
    { date: '2028-02-29' },
    { date: '2026-12-30/2027-01-02' },
    { date: '2027-02' },
    { date: '2027-01/2027-03' },
    { time: '00:00' },
    { time: '13:00/15:30' },
    { party_size: 1 },
    { party_size: 500 },
    { duration_nights: 0 },
    { amount: 0.5 },
    { amount: '50 USDT' },
    { name: '2026-02-30', constructor: 'x', budget: -1 },
    {},
  ])('%j can be meant', (slots) => expect(wrongIn(slots)).toEqual([]))

  it.each<[string, string | number]>([
    ['date', '2026-02-29'],
    ['date', '2027-02-30/2027-03-02'],
    ['date', '9999-99-99'],
    ['date', '2026-13'],
    ['date', '2026-12-01/2026-12-02/2026-12-03'],
    ['date', '2026-12-01/'],
    ['date', ''],
    ['date', 20261201],
    ['date', 'next friday'],
    ['time', '24:00'],
    ['time', '7:00'],
    ['party_size', 0],
    ['party_size', 2.5],
    ['party_size', 1e308],
    ['party_size', '2'],
    ['duration_nights', -1],
    ['amount', 0],
    ['amount', -500],
    ['amount', 1e300],
  ])('%s %j cannot', (slot, value) => expect(wrongIn({ [slot]: value })).toMatchObject([{ slot }]))

  it('and no more than a person would fill in', () => {
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`k${n}`, n]))
    expect(wrongIn(many)).toMatchObject([{ slot: '' }])
  })
})
