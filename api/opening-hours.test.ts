import { expect, it } from 'vitest'
import { closesAt, type OpeningHours, opensAt } from './opening-hours.ts'

const week: OpeningHours['hours'] = { '1': ['09:00', '18:00'], '5': ['09:00', '18:00'], '6': ['20:00', '24:00'] }
const night: OpeningHours['hours'] = { '5': ['18:00', '02:00'], '6': ['18:00', '02:00'] }
const bangkok = (more: Partial<OpeningHours> = {}): OpeningHours => ({
  zone: 'Asia/Bangkok',
  hours: week,
  holidays: [],
  ...more,
})

it.each([
  ['before it opens', '2026-11-20T08:59:59+07:00', bangkok(), '2026-11-20T09:00:00+07:00'],
  ['at the minute it opens', '2026-11-20T09:00:00+07:00', bangkok(), undefined],
  ['in the last second', '2026-11-20T17:59:59+07:00', bangkok(), undefined],
  ['at closing time', '2026-11-20T18:00:00+07:00', bangkok(), '2026-11-21T20:00:00+07:00'],
  ['until midnight', '2026-11-21T23:59:59+07:00', bangkok(), undefined],
  ['from midnight on', '2026-11-22T00:00:00+07:00', bangkok(), '2026-11-23T09:00:00+07:00'],
  ['over a holiday', '2026-11-22T12:00:00+07:00', bangkok({ holidays: ['2026-11-23'] }), '2026-11-27T09:00:00+07:00'],
  [
    'on a day that is another one elsewhere',
    '2026-11-22T20:00:00Z',
    bangkok({ zone: 'Asia/Tokyo' }),
    '2026-11-23T09:00:00+09:00',
  ],
  [
    'where the clock goes forward in the night',
    '2026-03-29T01:30:00+01:00',
    { zone: 'Europe/Berlin', hours: { '7': ['08:00', '12:00'] }, holidays: [] },
    '2026-03-29T08:00:00+02:00',
  ],
  ['until two in the morning, before midnight', '2026-11-20T23:59:00+07:00', bangkok({ hours: night }), undefined],
  ['until two in the morning, after it', '2026-11-21T01:59:59+07:00', bangkok({ hours: night }), undefined],
  ['at two in the morning', '2026-11-21T02:00:00+07:00', bangkok({ hours: night }), '2026-11-21T18:00:00+07:00'],
  [
    'after the last night of the week',
    '2026-11-22T02:30:00+07:00',
    bangkok({ hours: night }),
    '2026-11-27T18:00:00+07:00',
  ],
  [
    'in the small hours of a holiday, whose evening before was none',
    '2026-11-21T01:00:00+07:00',
    bangkok({ hours: night, holidays: ['2026-11-21'] }),
    undefined,
  ],
  [
    'in the small hours after a holiday',
    '2026-11-21T01:00:00+07:00',
    bangkok({ hours: night, holidays: ['2026-11-20'] }),
    '2026-11-21T18:00:00+07:00',
  ],
  [
    'all day, at midnight',
    '2026-11-21T00:00:00+07:00',
    bangkok({ hours: { '5': ['00:00', '24:00'], '6': ['00:00', '24:00'] } }),
    undefined,
  ],
  ['nobody has said when', '2026-11-22T03:00:00+07:00', bangkok({ hours: {} }), undefined],
] satisfies [string, string, OpeningHours, string | undefined][])('%s', (_, now, it, opens) => {
  expect(opensAt(new Date(now), it)).toEqual(opens && new Date(opens))
})

it.each([
  ['in the evening', '2026-11-20T19:00:00+07:00', night, '2026-11-21T02:00:00+07:00'],
  ['in the small hours', '2026-11-21T01:00:00+07:00', night, '2026-11-21T02:00:00+07:00'],
  ['in the afternoon', '2026-11-21T15:00:00+07:00', night, undefined],
  ['until midnight', '2026-11-21T21:00:00+07:00', week, '2026-11-22T00:00:00+07:00'],
] satisfies [string, string, OpeningHours['hours'], string | undefined][])('closes, %s', (_, now, hours, closes) => {
  expect(closesAt(new Date(now), bangkok({ hours }))).toEqual(closes && new Date(closes))
})
