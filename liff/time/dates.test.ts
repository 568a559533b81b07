import { expect, it } from 'vitest'
import { en } from '../copy/en.ts'
import { ja } from '../copy/ja.ts'
import { th } from '../copy/th.ts'
import { currencySign, dayAndTime, dayOfDate, fullDay, isoDay, isoTime, money } from './dates.ts'

const thai = { zone: 'Asia/Bangkok', language: 'th', t: th } as const
const english = { zone: 'Asia/Bangkok', language: 'en', t: en } as const
const japanese = { zone: 'Asia/Tokyo', language: 'ja', t: ja } as const
const now = new Date('2026-11-20T03:00:00Z')

it("reads the clock of the tenant's zone, not of the phone", () => {
  expect(dayAndTime(new Date('2026-11-20T08:30:00Z'), now, thai)).toBe('วันนี้ 15:30 น.')
  expect(dayAndTime(new Date('2026-11-20T17:05:00Z'), now, english)).toBe('tomorrow, 00:05')
  expect(dayAndTime(new Date('2026-11-19T16:59:00Z'), now, english)).toBe('yesterday, 23:59')
  expect(dayAndTime(new Date('2026-11-20T08:30:00Z'), now, japanese)).toBe('今日 17:30')
})

it('shows a year only when it is another one, and a Buddhist one in Thai', () => {
  expect(fullDay(new Date('2026-12-05T02:00:00Z'), now, thai)).not.toMatch(/25\d\d|2026/)
  expect(fullDay(new Date('2027-03-06T02:00:00Z'), now, thai)).toContain('2570')
  expect(fullDay(new Date('2027-03-06T02:00:00Z'), now, english)).toContain('2027')
  // Already 2027 in Bangkok, still 2026 in Greenwich.
  expect(fullDay(new Date('2026-12-31T18:00:00Z'), now, english)).toContain('2027')
})

it('knows a day without a zone', () => {
  expect(dayOfDate('2026-12-05', '2026-11-20', english)).toMatch(/Sat.*5 December$/)
})

it('takes an instant apart for the desk', () => {
  const start = new Date('2026-12-31T18:00:00Z')
  expect([isoDay(start, 'Asia/Bangkok'), isoTime(start, 'Asia/Bangkok')]).toEqual(['2027-01-01', '01:00'])
})

it.each([
  [2_650_000, 'THB', 'th', '฿26,500'],
  [2_650_000, 'THB', 'ja', '฿26,500'],
  [89_000, 'USD', 'en', 'US$890'],
  [89_000, 'USD', 'th', 'US$890'],
  [129_050, 'USD', 'en', 'US$1,290.50'],
  [12_000, 'JPY', 'ja', '￥12,000'],
] as const)('writes %i of %s in %s as the chat does: %s', (minor, currency, language, words) => {
  expect(money(minor, currency, language)).toBe(words)
})

it.each([
  ['USD', ['US$', 'US$', '$']],
  ['THB', ['THB', '฿', '฿']],
])('marks %s', (currency, signs) => {
  expect((['en', 'th', 'ja'] as const).map((language) => currencySign(currency, language))).toEqual(signs)
})
