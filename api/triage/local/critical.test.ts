import { describe, expect, it } from 'vitest'
import { howUrgent, signsOfUrgency, urgencyFrom, urgencyOf, USUALLY } from './critical.ts'
import { featuresOf } from './features.ts'
import type { Said } from './judge.ts'

const CRITICAL = new Set(['transfer_no_show', 'safety_incident'])

const said = (text: string, { trouble = 0.9, alarm = 0.1, type = 'lost_item', sure = 0.9 } = {}): Said => ({
  text,
  features: featuresOf(text),
  familiar: 1,
  intents: [
    { key: 'case_report', confidence: trouble },
    { key: 'question', confidence: 1 - trouble },
  ],
  alarm,
  cases: [
    { key: type, confidence: sure },
    { key: 'quote_overdue', confidence: 1 - sure },
  ],
  bookings: [],
})
const chance = (it: Said) => urgencyOf(it, CRITICAL, USUALLY)

describe('how likely it is that somebody cannot wait', () => {
  it('rises with the type, with how it sounds and with what the words say', () => {
    const calm = chance(said('my umbrella is in your bus'))
    expect(calm).toBeLessThan(0.05)
    expect(chance(said('nobody is here to fetch us', { type: 'transfer_no_show', alarm: 0.7 }))).toBeGreaterThan(0.7)
    expect(chance(said('my umbrella is in your bus', { alarm: 0.9 }))).toBeGreaterThan(calm)
    expect(chance(said('he is unconscious'))).toBeGreaterThan(calm * 3)
  })
  it('falls when it is over, and where it may be no trouble at all', () => {
    const now = said('the driver did not come', { type: 'transfer_no_show', alarm: 0.7 })
    const over = said('the driver did not come yesterday', { type: 'transfer_no_show', alarm: 0.7 })
    expect(chance(over)).toBeLessThan(chance(now) / 2)
    expect(chance(said('where will the driver wait', { type: 'transfer_no_show', trouble: 0.1 }))).toBeLessThan(0.15)
  })
  it.each(['the pickup tomorrow', 'me and my wife', '明日の送迎', 'รถรับส่งพรุ่งนี้ค่ะ', '', '  '])(
    'half a sentence is never urgent: "%s"',
    (text) => expect(chance(said(text, { type: 'transfer_no_show', alarm: 0.99 }))).toBe(0),
  )
})

describe('the bar', () => {
  const judged = (count: number, of: (i: number) => { alarm: number; right: boolean; weight?: number }) =>
    Array.from({ length: count }, (_, i) => {
      const { alarm, right, weight } = of(i)
      return { signs: signsOfUrgency(said('x', { alarm }), CRITICAL), right, ...(weight && { weight }) }
    })
  it('of few criticals nothing is learnt', () => {
    expect(urgencyFrom(judged(40, (i) => ({ alarm: 0.9, right: i % 2 === 0 })))).toBe(USUALLY)
    expect(urgencyFrom([])).toBe(USUALLY)
  })
  it('is low where critical ones are told from the others, and high where they are not', () => {
    const clear = urgencyFrom(judged(600, (i) => ({ alarm: i % 3 === 0 ? 0.9 : 0.01, right: i % 3 === 0 })))
    const murky = urgencyFrom(judged(600, (i) => ({ alarm: i % 2 ? 0.5 : 0.4, right: i % 3 === 0 })))
    expect(clear.bar).toBeLessThan(murky.bar)
    expect(murky.bar).toBe(0.4)
  })
  it.each([
    [0.9, 'critical'],
    [0.3, 'critical'],
    [0.2, 'as_usual'],
    [0.1, 'hardly'],
  ] as const)('a chance of %s is %s', (of, urgent) => expect(howUrgent(of, { ...USUALLY, bar: 0.3 })).toBe(urgent))
})
