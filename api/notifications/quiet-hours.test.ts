import { expect, test } from 'vitest'
import { quietUntil } from './quiet-hours.ts'

const night = { from: '22:00', to: '07:00' }
const lunch = { from: '12:00', to: '13:30' }

test.each([
  ['before it begins', '2026-11-20T21:59:59+07:00', night, 'Asia/Bangkok', undefined],
  ['as it begins', '2026-11-20T22:00:00+07:00', night, 'Asia/Bangkok', '2026-11-21T07:00:00+07:00'],
  ['a second before midnight', '2026-11-20T23:59:59+07:00', night, 'Asia/Bangkok', '2026-11-21T07:00:00+07:00'],
  ['at midnight', '2026-11-21T00:00:00+07:00', night, 'Asia/Bangkok', '2026-11-21T07:00:00+07:00'],
  ['on the last day of the year', '2026-12-31T23:00:00+07:00', night, 'Asia/Bangkok', '2027-01-01T07:00:00+07:00'],
  ['as it ends', '2026-11-21T07:00:00+07:00', night, 'Asia/Bangkok', undefined],
  ['at a time that is night elsewhere', '2026-11-20T16:00:00Z', night, 'Europe/London', undefined],
  ['in the same second where it is night', '2026-11-20T16:00:00Z', night, 'Asia/Tokyo', '2026-11-21T07:00:00+09:00'],
  ['within a day', '2026-11-20T12:30:00+07:00', lunch, 'Asia/Bangkok', '2026-11-20T13:30:00+07:00'],
  ['after lunch', '2026-11-20T13:30:00+07:00', lunch, 'Asia/Bangkok', undefined],
  // the clocks go forward that night: seven hours later it is eight
  ['through a change of clocks', '2026-03-28T23:00:00Z', night, 'Europe/London', '2026-03-29T06:00:00Z'],
])('%s', (_, now, hours, zone, until) => {
  expect(quietUntil(new Date(now), null, hours, zone)).toEqual(until && new Date(until))
})

test('a chat’s own hours stand before the tenant’s, and it may have none', () => {
  const now = new Date('2026-11-20T23:00:00+07:00')
  expect(quietUntil(now, lunch, night, 'Asia/Bangkok')).toBeUndefined()
  expect(quietUntil(now, 'off', night, 'Asia/Bangkok')).toBeUndefined()
  expect(quietUntil(now, night, null, 'Asia/Bangkok')).toEqual(new Date('2026-11-21T07:00:00+07:00'))
  expect(quietUntil(now, null, null, 'Asia/Bangkok')).toBeUndefined()
})
