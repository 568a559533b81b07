import { expect, it } from 'vitest'
import { leadToEscalateTo } from './escalation.ts'
import { orderReference } from './order-reference.ts'
import { minutesFor } from './sla.ts'

const team = [
  { id: 'a', key: 'nan', role: 'agent' as const },
  { id: 'b', key: 'boss', role: 'admin' as const },
  { id: 'm', key: 'gift', role: 'manager' as const },
  { id: 'n', key: 'moo', role: 'manager' as const },
]
const quiet = { named: [], onShift: new Set<string>(), owner: 'a', actor: 'a' }

it.each([
  ['a manager before an admin', {}, 'm'],
  ['who is on shift first', { onShift: new Set(['n']) }, 'n'],
  ['an admin on shift before a manager at home', { onShift: new Set(['b']) }, 'b'],
  ['whom the tenant named', { named: ['boss'] }, 'b'],
  ['an agent whom the tenant named', { named: ['nan'], owner: null, actor: null }, 'a'],
  ['a lead who has it keeps it', { owner: 'n' }, 'n'],
  ['a lead who escalates gives it to another', { owner: 'm', actor: 'm' }, 'n'],
  ['nobody when the named one has left', { named: ['ghost', 'boss'] }, 'b'],
])('%s', (_, change, id) => {
  expect(leadToEscalateTo(team, { ...quiet, ...change })?.id).toBe(id)
})

it('finds nobody where the only lead is who asks', () => {
  expect(leadToEscalateTo(team.slice(0, 2), { ...quiet, owner: 'b', actor: 'b' })).toBeUndefined()
})

it.each([
  ['#1274850', '1274850'],
  [' ๑๒๗๔๘๕๐ ', '1274850'],
  ['ord-20261118-003', 'ORD-20261118-003'],
  ['12', '12'],
  ['ไม่มี', undefined],
  ['none', undefined],
  ['', undefined],
  ["1' or '1'='1", undefined],
  ['9'.repeat(41), undefined],
])('an order named %s is kept as %s', (said, kept) => {
  expect(orderReference(said)).toBe(kept)
})

it.each([
  ['normal', 'normal', 720, 720],
  ['normal', 'high', 720, 240],
  ['normal', 'critical', 720, 60],
  ['normal', 'critical', 30, 30],
  ['normal', 'low', 720, 720],
  ['critical', 'normal', 15, 15],
  ['high', 'high', 600, 600],
] as const)('a %s type at %s, %i minutes of its own, has %i', (type, severity, slaMinutes, minutes) => {
  expect(minutesFor({ severity: type, slaMinutes }, severity, { critical: 60, high: 240 })).toBe(minutes)
})
