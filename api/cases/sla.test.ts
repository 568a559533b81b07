import { describe, expect, it } from 'vitest'
import { caseStatuses } from './schema.ts'
import { mustBeAllowed, moves } from './lifecycle.ts'
import { dueAt, type SlaTerms, warnAt } from './sla.ts'

const hours: SlaTerms['hours'] = {
  '1': ['09:00', '18:00'],
  '2': ['09:00', '18:00'],
  '3': ['09:00', '18:00'],
  '4': ['09:00', '18:00'],
  '5': ['09:00', '18:00'],
}
const terms = (more: Partial<SlaTerms>): SlaTerms => ({
  minutes: 60,
  clock: 'business',
  zone: 'Asia/Bangkok',
  hours,
  holidays: [],
  ...more,
})
const at = (local: string) => new Date(`${local}+07:00`)

describe('the deadline of a case', () => {
  it.each([
    [
      'runs on at night when it counts calendar time',
      terms({ clock: 'calendar' }),
      '2026-11-20T23:30:00',
      '2026-11-21T00:30:00',
    ],
    ['counts open minutes', terms({}), '2026-11-20T10:00:00', '2026-11-20T11:00:00'],
    ['goes on the next open day', terms({}), '2026-11-20T17:30:00', '2026-11-23T09:30:00'],
    ['starts when we open', terms({}), '2026-11-21T12:00:00', '2026-11-23T10:00:00'],
    ['skips a holiday', terms({ holidays: ['2026-11-23'] }), '2026-11-20T17:30:00', '2026-11-24T09:30:00'],
    ['ends exactly at closing time', terms({ minutes: 30 }), '2026-11-20T17:30:00', '2026-11-20T18:00:00'],
    ['spans several days', terms({ minutes: 20 * 60 }), '2026-11-16T09:00:00', '2026-11-18T11:00:00'],
    [
      'runs on past midnight where the evening does',
      terms({ hours: { '5': ['18:00', '02:00'] }, minutes: 90 }),
      '2026-11-21T00:45:00',
      '2026-11-27T18:15:00',
    ],
    [
      'counts no minute twice where one day runs into the next',
      terms({ hours: { '5': ['18:00', '02:00'], '6': ['01:00', '10:00'] }, minutes: 180 }),
      '2026-11-20T23:00:00',
      '2026-11-21T02:00:00',
    ],
    [
      'knows a day that ends at midnight',
      terms({ hours: { '5': ['22:00', '24:00'] }, minutes: 150 }),
      '2026-11-20T22:00:00',
      '2026-11-27T22:30:00',
    ],
  ])('%s', (_, it, from, due) => expect(dueAt(at(from), it)).toEqual(at(due)))

  it('counts calendar time where nobody has said when they are open', () => {
    expect(dueAt(at('2026-11-21T12:00:00'), terms({ hours: {} }))).toEqual(at('2026-11-21T13:00:00'))
  })

  it('warns after the tenant’s share of the time', () => {
    expect(warnAt(at('2026-11-20T10:00:00'), at('2026-11-20T10:15:00'), 0.8)).toEqual(at('2026-11-20T10:12:00'))
  })
})

describe('the moves of a case', () => {
  it('are those of the table and no other', () => {
    const allowed: string[] = []
    for (const from of caseStatuses)
      for (const to of caseStatuses)
        try {
          mustBeAllowed(from, to)
          allowed.push(`${from}>${to}`)
        } catch (no) {
          expect(no).toMatchObject({ code: 'case_move_not_allowed', facts: { from, to } })
        }
    expect(allowed).toHaveLength(Object.values(moves).flat().length)
    expect(allowed).toContain('resolved>investigating')
    expect(allowed).not.toContain('new>resolved')
    expect(allowed).not.toContain('closed>resolved')
  })
})
