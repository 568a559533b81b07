import { expect, test } from 'vitest'
import { forecastOf, monthOf } from './month.ts'

test.each([
  ['2026-11-20T10:00:00+07:00', 'Asia/Bangkok', '2026-11', '2026-11-01T00:00:00+07:00', '2026-12-01T00:00:00+07:00'],
  ['2026-11-30T18:00:00Z', 'Asia/Bangkok', '2026-12', '2026-12-01T00:00:00+07:00', '2027-01-01T00:00:00+07:00'],
  ['2026-11-30T18:00:00Z', 'Europe/London', '2026-11', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'],
])('%s in %s is in %s', (now, zone, key, startsAt, endsAt) => {
  expect(monthOf(new Date(now), zone)).toEqual({ key, startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
})

test.each([
  ['half the month', '2026-11-16T00:00:00Z', 100, 200],
  ['its first minute', '2026-11-01T00:01:00Z', 10, 300],
  ['its last second', '2026-11-30T23:59:59Z', 500, 500],
  ['nothing yet', '2026-11-10T00:00:00Z', 0, 0],
])('%s', (_, now, used, forecast) => {
  expect(forecastOf(used, new Date(now), monthOf(new Date(now), 'UTC'))).toBe(forecast)
})
