import { expect, test } from 'vitest'
import { cancelTerms, termsSeen } from './cancel-terms.ts'
import type { BookingStage } from './schema.ts'

const at = (said: string) => new Date(`${said}:00+07:00`)
const start = at('2026-11-24T08:00')
const twoDays = { freeHours: 48 }
const never = { freeHours: null, words: { en: 'Half of it is returned.' } }

test.each<[string, BookingStage, object | null, Date | undefined, string, string]>([
  ['nobody confirmed it', 'new', never, start, '2026-11-24T07:59', 'customer'],
  ['nor is a quote binding', 'quoted', never, undefined, '2026-11-24T07:59', 'customer'],
  ['even when its day is over', 'new', null, start, '2026-11-25T08:00', 'customer'],
  ['confirmed, without a rule', 'confirmed', null, start, '2026-11-24T07:59', 'customer'],
  ['without a rule or a day', 'confirmed', null, undefined, '2026-11-24T07:59', 'customer'],
  ['as it begins', 'confirmed', null, start, '2026-11-24T08:00', 'staff'],
  ['on the way', 'in_progress', null, undefined, '2026-11-20T08:00', 'staff'],
  ['in time', 'confirmed', twoDays, start, '2026-11-22T07:59', 'customer'],
  ['on the minute it is too late', 'confirmed', twoDays, start, '2026-11-22T08:00', 'staff'],
  ['too late', 'confirmed', twoDays, start, '2026-11-23T08:00', 'staff'],
  ['in time of what, if nobody knows when', 'confirmed', twoDays, undefined, '2026-11-20T08:00', 'staff'],
  ['up to its beginning', 'confirmed', { freeHours: 0 }, start, '2026-11-24T07:59', 'customer'],
  ['never by themselves', 'confirmed', never, start, '2026-10-01T08:00', 'staff'],
  ['an accepted quote is binding', 'accepted', never, start, '2026-10-01T08:00', 'staff'],
  ['over', 'completed', null, start, '2026-11-25T08:00', 'nobody'],
  ['cancelled', 'cancelled', null, start, '2026-11-20T08:00', 'nobody'],
])('%s', (_, stage, rule, startsAt, now, by) => {
  expect(cancelTerms({ stage, rule: rule as never, startsAt, now: at(now) }).by).toBe(by)
})

test('what was seen changes with who decides and with when it begins, and with nothing else', () => {
  const seen = (now: string, startsAt: Date | undefined = start) =>
    termsSeen(cancelTerms({ stage: 'confirmed', rule: twoDays, startsAt, now: at(now) }), startsAt)
  expect(seen('2026-11-20T08:00')).toBe(seen('2026-11-22T07:59'))
  expect(
    new Set([seen('2026-11-20T08:00'), seen('2026-11-22T08:00'), seen('2026-11-20T08:00', at('2026-11-25T08:00'))])
      .size,
  ).toBe(3)
})
