import { describe, expect, it } from 'vitest'
import { type Troubles, urgencyOf, USUALLY } from './critical.ts'
import { featuresOf } from './features.ts'
import type { Said } from './judge.ts'

const TROUBLES: Troubles = {
  critical: new Set(['transfer_no_show', 'safety_incident']),
  concerns: (type) => (type === 'transfer_no_show' ? ['on_the_spot', 'place'] : []),
}

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
const chance = (it: Said) => urgencyOf(it, TROUBLES, USUALLY)

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
