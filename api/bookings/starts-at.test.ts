import { expect, test } from 'vitest'
import { startsAt } from './starts-at.ts'

const slot = new Date('2026-12-08T02:00:00Z')

test.each([
  ['a dated slot', slot, { date: '2026-12-09' }, slot],
  ['a day and a time', null, { date: '2026-12-08', time: '14:30' }, new Date('2026-12-08T14:30:00+07:00')],
  ['a day alone, in the morning', null, { date: '2026-12-08' }, new Date('2026-12-08T09:00:00+07:00')],
  ['a day and a part of it', null, { date: '2026-12-08', time: 'afternoon' }, new Date('2026-12-08T09:00:00+07:00')],
  ['a range of days', null, { date: '2026-12-08/2026-12-14' }, undefined],
  ['a month', null, { date: '2026-12' }, undefined],
  ['nothing', null, {}, undefined],
])('%s', (_, slotStartsAt, slots, at) => {
  expect(startsAt(slotStartsAt, slots as Record<string, string>, 'Asia/Bangkok')).toEqual(at)
})
