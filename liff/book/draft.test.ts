import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { booking, form } from '../fixtures.fake.ts'
import { type Draft, keptBooking, keptDraft, whoseForm } from './draft.ts'

const HOUR = 3_600_000
const half: Draft = { answers: { kind: 'tour', itemId: '', slotId: '', values: { phone: '0812345678' } }, step: 2 }
let phone: Map<string, string>
let tab: Map<string, string>

const storageOf = (it: Map<string, string>) => ({
  getItem: (key: string) => it.get(key) ?? null,
  setItem: (key: string, value: string) => it.set(key, value),
  removeItem: (key: string) => it.delete(key),
})
const later = (hours: number, it = form) => keptDraft('me', it, () => hours * HOUR)

beforeEach(() => {
  phone = new Map()
  tab = new Map()
  vi.stubGlobal('localStorage', storageOf(phone))
  vi.stubGlobal('sessionStorage', storageOf(tab))
})
afterEach(() => vi.unstubAllGlobals())

it('is kept on the phone, not in the tab', () => {
  later(0).write(half)
  expect(later(23).read()).toEqual(half)
  expect([phone.size, tab.size]).toEqual([1, 0])
})

it.each([
  ['a day later', () => later(24).read()],
  ['for another person', () => later(1, { ...form, person: 'somebody-else' }).read()],
  ['when the chat knows something else', () => later(1, { ...form, draft: { kind: 'tour', slots: {} } }).read()],
])('is gone %s', (_, read) => {
  later(0).write(half)
  expect(read()).toBeUndefined()
  expect(phone.size).toBe(0)
})

it('is gone when it is sent', () => {
  later(0).write(half)
  later(1).forget()
  expect(phone.size).toBe(0)
})

it('keeps the key of what may have arrived, though the chat has forgotten its draft since', () => {
  const sent = { ...half, sent: { body: '{}', key: 'key-1' } }
  later(0).write(sent)
  expect(later(1, { ...form, draft: { kind: null, slots: {} } }).read()).toEqual(sent)
})

it.each(['{', 'null', '7', '{}', '{"draft":{}}'])('survives %s', (text) => {
  phone.set('bellhop.book.me', text)
  tab.set('bellhop.booked.me', text)
  expect(later(0).read()).toBeUndefined()
  expect(keptBooking('me', form).read()).toBeUndefined()
})

it('shows what was sent to whoever sent it', () => {
  keptBooking('me', form).write(booking)
  expect(keptBooking('me', form).read()).toEqual(booking)
  expect(keptBooking('me', { ...form, person: 'somebody-else' }).read()).toBeUndefined()
})

it('has a place of its own for each business and each phone of the simulator, and names no secret', () => {
  expect(whoseForm('?channel=atp-line&ref=secret')).toBe('me.atp-line')
  expect(whoseForm('?channel=atp-line&slot=book-atp-line')).toBe('me.atp-line.book-atp-line')
})
