import { describe, expect, test } from 'vitest'
import type { TenantLabels } from '../understanding.ts'
import { featuresOf } from './features.ts'
import type { Said } from './judge.ts'
import { withNamed } from './named.ts'

const labels: TenantLabels = {
  caseTypes: [
    { key: 'problem', defaultSeverity: 'normal', names: ['Problem'] },
    { key: 'toothache', defaultSeverity: 'high', names: ['ปวดฟัน', 'Toothache', '歯痛'] },
    { key: 'pain', defaultSeverity: 'high', names: ['ปวด', 'Pain'] },
  ],
  bookingKinds: [
    { key: 'visit', requiredSlots: ['date'], optionalSlots: [], names: ['นัดหมอ', 'Dentist’s visit', 'Spa'] },
  ],
}
const byName = { cases: ['toothache', 'pain'], bookings: ['visit'] }
const said = (text: string, idle = 0.8): Said => ({
  text,
  features: featuresOf(text),
  familiar: 1,
  intents: [
    { key: 'smalltalk', confidence: idle },
    { key: 'question', confidence: 0.9 - idle },
    { key: 'case_report', confidence: 0.05 },
    { key: 'booking_request', confidence: 0.05 },
  ].toSorted((a, b) => b.confidence - a.confidence),
  alarm: 0.1,
  cases: [
    { key: 'problem', confidence: 0.8 },
    { key: 'pain', confidence: 0.1 },
    { key: 'toothache', confidence: 0.1 },
  ],
  bookings: [{ key: 'visit', confidence: 1 }],
})
const first = (text: string, idle?: number) => {
  const { intents, cases, bookings } = withNamed(said(text, idle), byName, labels)
  const [intent] = intents
  return [intent?.key, intent?.key === 'case_report' ? cases[0]?.key : bookings[0]?.key]
}

describe('a label that nobody has spoken of yet', () => {
  test.each([
    ['ปวดฟันมากค่ะ', 'case_report', 'toothache'],
    ['I have a TOOTHACHE!!', 'case_report', 'toothache'],
    ['歯痛です', 'case_report', 'toothache'],
    ['ปวดมากเลย', 'case_report', 'pain'],
    ['นัดหมอวันเสาร์ค่ะ', 'booking_request', 'visit'],
    ['a dentist’s visit on Monday', 'booking_request', 'visit'],
  ])('is meant by whoever says its name: %s', (text, intent, label) => {
    expect(first(text)).toEqual([intent, label])
  })

  test.each(['toothachey feelings', 'สวัสดีค่ะ', 'I went to the spa', 'there is a problem', ''])(
    'is not meant by other words: %s',
    (text) => {
      expect(withNamed(said(text), byName, labels)).toEqual(said(text))
    },
  )

  test('is only asked about in a question', () => {
    expect(first('ปวดฟันรักษากี่บาท', 0.1)[0]).toBe('question')
  })

  test('leaves chances that are chances', () => {
    const { intents, cases } = withNamed(said('ปวดฟัน'), byName, labels)
    for (const some of [intents, cases]) expect(some.reduce((sum, it) => sum + it.confidence, 0)).toBeCloseTo(1, 9)
  })
})
