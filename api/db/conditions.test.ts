import { expect, test } from 'vitest'
import { allOf, containing, orderOf, where } from './conditions.ts'

test('conditions join with their values in order, each in brackets of its own', () => {
  expect(allOf([where('a = ? or b = ?', 1, 'x'), undefined, false, '', where('c'), where('d = ?', true)])).toEqual({
    sql: '(a = ? or b = ?) and (c) and (d = ?)',
    bindings: [1, 'x', true],
  })
  expect(allOf([])).toEqual({ sql: 'true', bindings: [] })
})

test('a search means just its own characters', () => {
  expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%')
})

test('an order names columns, never what was asked', () => {
  const sorts = [
    { field: 'at', direction: 'desc' as const },
    { field: 'name', direction: 'asc' as const },
  ]
  expect(orderOf(sorts, { at: 'made_at', name: 'name' })).toBe('made_at desc nulls last, name asc nulls last')
})
