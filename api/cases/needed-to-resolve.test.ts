import { expect, it } from 'vitest'
import { lacking } from './needed-to-resolve.ts'

const nothing = { orderRefs: [] as string[], providerId: null as string | null, slots: {} as Record<string, unknown> }
const easy = { requiredSlots: ['amount'], requireProvider: false }
const strict = { requiredSlots: ['order_id', 'amount'], requireProvider: true }

it.each([
  ['a type that asks for nothing', nothing, easy, []],
  ['nothing known of what is asked', nothing, strict, ['provider', 'order']],
  ['an order the customer named', { ...nothing, slots: { order_id: '1274850' } }, strict, ['provider']],
  ['a booking they named instead', { ...nothing, slots: { reference: 'PB-26110123' } }, strict, ['provider']],
  ['an order that was taken back', { ...nothing, slots: { order_id: '' } }, strict, ['provider', 'order']],
  ['an order that staff linked', { ...nothing, orderRefs: ['1274850'] }, strict, ['provider']],
  ['both known', { orderRefs: ['1'], providerId: 'p', slots: {} }, strict, []],
  ['a type that asks for the booking', nothing, { requiredSlots: ['reference'], requireProvider: false }, ['order']],
])('%s', (_, known, type, expected) => {
  expect(lacking(known, type)).toEqual(expected)
})
