import { expect, test } from 'vitest'
import { nudgeAt } from './nudge-at.ts'

const night = { from: '22:00', to: '07:00' }
const lunch = { from: '12:00', to: '13:30' }
const almostAll = { from: '10:00', to: '09:00' }

test.each([
  ['by day, an hour before', '2026-11-20T15:00', night, '2026-11-20T14:00'],
  ['closes in the night: before it begins', '2026-11-21T03:00', night, '2026-11-20T21:00'],
  ['closes as the night begins', '2026-11-20T22:00', night, '2026-11-20T21:00'],
  ['closes soon after it has begun', '2026-11-20T22:20', night, '2026-11-20T21:00'],
  ['closes a second before midnight', '2026-11-20T23:59', night, '2026-11-20T21:00'],
  ['closes at midnight', '2026-11-21T00:00', night, '2026-11-20T21:00'],
  ['closes as the night ends', '2026-11-21T07:00', night, '2026-11-20T21:00'],
  ['closes minutes after it has ended', '2026-11-21T07:10', night, '2026-11-20T21:00'],
  ['closes half an hour after: they read it at seven', '2026-11-21T07:30', night, '2026-11-21T06:30'],
  ['closes an hour after', '2026-11-21T08:00', night, '2026-11-21T07:00'],
  ['closes at lunch', '2026-11-20T12:30', lunch, '2026-11-20T11:00'],
  ['without quiet hours', '2026-11-21T03:00', null, '2026-11-21T02:00'],
  ['never before they wrote', '2026-11-20T09:05', almostAll, '2026-11-20T08:05'],
])('%s', (_, until, hours, expected) => {
  const at = (said: string) => new Date(`${said}:00+07:00`)
  expect(nudgeAt(at(until), null, hours, 'Asia/Bangkok')).toEqual(at(expected))
})

test('a group’s own hours stand before the usual ones', () => {
  const until = new Date('2026-11-21T03:00:00+07:00')
  expect(nudgeAt(until, 'off', night, 'Asia/Bangkok')).toEqual(new Date('2026-11-21T02:00:00+07:00'))
  expect(nudgeAt(until, { from: '20:00', to: '08:00' }, night, 'Asia/Bangkok')).toEqual(
    new Date('2026-11-20T19:00:00+07:00'),
  )
})
