import { expect, test } from 'vitest'
import { isCritical, newsEventNames, newsEvents, variablesOf } from './schema.ts'

test.each([
  ['a critical case that opens', 'case.opened', 'staff', 'critical', true],
  ['a case that became critical', 'case.became_critical', 'staff', 'critical', true],
  ['a deadline of a critical case', 'case.sla_breach', 'staff', 'critical', true],
  ['a deadline of a normal case', 'case.sla_breach', 'staff', 'normal', false],
  ['who took a critical case', 'case.claimed', 'staff', 'critical', false],
  ['their own critical case, for a customer', 'case.claimed', 'customer', 'critical', true],
  ['their own normal case, for a customer', 'case.resolved', 'customer', 'high', false],
  ['a booking', 'booking.requested', 'staff', undefined, false],
  ['something new of a critical case', 'case.something_new', 'staff', 'critical', true],
] as const)('%s', (_, event, audience, severity, critical) => {
  expect(isCritical({ event, audience, severity })).toBe(critical)
})

test('every event has what it needs among what it may say, for everybody who is told', () => {
  for (const event of newsEventNames)
    for (const audience of newsEvents[event].to) {
      const { may, must } = variablesOf(event, audience)
      expect(
        must.filter((name) => !may.includes(name)),
        `${event} ${audience}`,
      ).toEqual([])
    }
})
