import { expect, it } from 'vitest'
import { endsInNumber, referencesMeant } from './said-reference.ts'

const now = new Date('2026-11-20T03:00:00Z')
const meant = (pattern: string, said: string) => referencesMeant(pattern, said, now, 'Asia/Bangkok')

it.each([
  ['ML-C-{n}', 'ML-C-5521', 'ML-C-5521'],
  ['ML-C-{n}', 'mlc5521', 'ML-C-5521'],
  ['ML-C-{n}', 'ml c 5521', 'ML-C-5521'],
  ['ML-C-{n}', 'c-5521', 'ML-C-5521'],
  ['ML-C-{n}', '#5521', 'ML-C-5521'],
  ['ML-C-{n}', '๕๕๒๑', 'ML-C-5521'],
  ['ML-C-{n}', '5521', 'ML-C-5521'],
  ['ML-C-{n}', '05521', 'ML-C-5521'],
  ['ML-Q-{nnnn}', '12', 'ML-Q-0012'],
  ['PB-{yymm}{nnnn}', 'pb26110003', 'PB-26110003'],
  ['PB-{yymm}{nnnn}', '3', 'PB-26110003'],
  ['ORD-{yyyymmdd}-{nnn}', 'ord-20261118-003', 'ORD-20261118-003'],
  ['ORD-{yyyymmdd}-{nnn}', 'ord20261118003', 'ORD-20261118-003'],
  ['ORD-{yyyymmdd}-{nnn}', '7', 'ORD-20261120-007'],
])('%s: %s means %s', (pattern, said, reference) => {
  expect(meant(pattern, said)).toContain(reference)
})

it.each([
  ['ML-C-{n}', 'XY-5521'],
  ['ML-C-{n}', 'แนน'],
  ['ML-C-{n}', ''],
  ['ML-C-{n}', '5521x'],
  ['ML-C-{n}', '9'.repeat(40)],
])('%s: %s means nothing', (pattern, said) => {
  expect(meant(pattern, said)).toEqual([])
})

it('knows the number at the end of a reference of an older pattern', () => {
  expect(endsInNumber('OLD-2025-0042', '42')).toBe(true)
  expect(endsInNumber('OLD-2025-0042', '2')).toBe(false)
  expect(endsInNumber('OLD-2025-0042', 'c-42')).toBe(false)
})
