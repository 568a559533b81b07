import { describe, expect, test } from 'vitest'
import type { Slots } from '../understanding.ts'
import { type Answer, type Labelled, labelledLines, predictionOf } from './labelled.ts'
import { report } from './report.ts'
import {
  bookingsWhole,
  calibrationError,
  calibrationInterval,
  caseTypeF1,
  datesExact,
  decidedAt,
  f1Of,
  harm,
  isRight,
  macroF1,
  type Pair,
  percentile,
  slotScores,
} from './score.ts'

const pair = (row: Partial<Labelled>, got: Partial<Answer> = {}): Pair => ({
  row: { id: '1', tenant: 'prime', text: '', ...row },
  got: {
    intent: 'other',
    slots: {},
    offered: [],
    language: 'en',
    confidence: 1,
    latencyMs: 1,
    costMicroUsd: 0,
    ...got,
  },
})
const date = (...values: string[]): Slots => ({ date: values.map((value) => ({ text: value, value })) })

test('every label counts alike, and a label never wanted takes from the others only by being said', () => {
  expect(macroF1([])).toBeUndefined()
  const said = [
    { wanted: 'a', got: 'a' },
    { wanted: 'a', got: 'a' },
    { wanted: 'b', got: 'a' },
    { wanted: 'b', got: 'never' },
  ]
  // a: 2 of 2 and of 3 said; b: none
  expect(macroF1(said)).toBeCloseTo(0.4)
})

test('a case type where no case was is a mistake, and tenants count alike', () => {
  const pairs = [
    pair({ tenant: 'prime', intent: 'case_report', caseType: 'x' }, { intent: 'case_report', caseType: 'x' }),
    pair({ tenant: 'prime', intent: 'question' }, { intent: 'case_report', caseType: 'x' }),
    pair({ tenant: 'meelike', intent: 'case_report', caseType: 'y' }, { intent: 'case_report', caseType: 'y' }),
  ]
  expect(caseTypeF1(pairs)).toBeCloseTo((2 / 3 + 1) / 2)
})

test('right is intent and label together', () => {
  expect(isRight(pair({ intent: 'other' }))).toBe(true)
  expect(isRight(pair({ intent: 'case_report', caseType: 'x' }, { intent: 'case_report', caseType: 'y' }))).toBe(false)
  expect(isRight(pair({ intent: 'booking_request' }, { intent: 'booking_request', bookingKind: 'any' }))).toBe(true)
})

describe('slots', () => {
  const wanted = { date: [{ value: '2026-12-04' }, { value: '2026-12-05' }], party_size: [{ value: 4 }] }
  test('every value of a list counts once', () => {
    const scores = slotScores([pair({ slots: wanted }, { slots: date('2026-12-05', '2026-12-05', '2026-12-04') })])
    expect(scores.get('date')).toEqual({ wanted: 2, found: 3, right: 2 })
    expect(scores.get('party_size')).toEqual({ wanted: 1, found: 0, right: 0 })
    expect(f1Of({ wanted: 0, found: 0, right: 0 })).toBeUndefined()
  })
  test('numbers and words, small and large letters mean the same', () => {
    const got = { slots: { party_size: [{ text: 'four', value: '4' }], email: [{ text: 'A@B.C', value: 'A@b.c' }] } }
    const scores = slotScores([pair({ slots: { party_size: [{ value: 4 }], email: [{ value: 'a@b.c' }] } }, got)])
    expect([...scores.values()].map((it) => it.right)).toEqual([1, 1])
  })
  test('a message without labelled slots says nothing of them', () =>
    expect(slotScores([pair({}, { slots: date('2026-12-04') })]).size).toBe(0))
  test('dates are exact or not; a whole booking has none too many', () => {
    const one = { intent: 'booking_request', slots: { date: [{ value: '2026-12-04' }] } }
    expect(datesExact([pair(one, { slots: date('2026-12-04') }), pair(one, { slots: date() })])).toBe(0.5)
    expect(datesExact([pair({ slots: {} })])).toBeUndefined()
    const more: Slots = { ...date('2026-12-04'), venue: [{ text: 'x', value: 'x' }] }
    expect(bookingsWhole([pair(one, { slots: date('2026-12-04') }), pair(one, { slots: more })])).toBe(0.5)
  })
})

describe('sureness', () => {
  const said = (confidence: number, ...right: boolean[]) => right.map((it) => ({ confidence, right: it }))
  test('honest, boastful, and none', () => {
    expect(calibrationError([])).toBeUndefined()
    expect(calibrationError(said(0.5, true, false))).toBe(0)
    expect(calibrationError(said(1, true, false))).toBe(0.5)
    expect(calibrationInterval(said(0.5, true, false), () => 0)).toEqual([0.5, 0.5])
  })
  test('as many as can be decided, those of one sureness together', () => {
    expect(decidedAt(said(0.9, true, true, false), 0.95).share).toBe(0)
    expect(decidedAt([...said(0.9, true, true), ...said(0.2, false)], 0.95)).toEqual({ share: 2 / 3, confidence: 0.9 })
    expect(decidedAt([], 0.95).share).toBe(0)
  })
  test('percentiles', () => {
    expect(percentile([], 0.5)).toBeUndefined()
    expect(percentile([3, 1, 2], 0.5)).toBe(2)
    expect(percentile([3, 1, 2], 1)).toBe(3)
  })
})

test.each([
  ['080-000 1234 ค่ะ', { phone: [{ text: '080-000 1234', value: '0800001234' }] }, 0],
  ['เบอร์ ๐๘๐๐๐๐๑๒๓๔', { phone: [{ text: '๐๘๐๐๐๐๑๒๓๔', value: '0800001234' }] }, 0],
  ['booking pb 261102', { reference: [{ text: 'pb 261102', value: 'PB-261102' }] }, 0],
  ['my booking', { reference: [{ text: 'booking', value: 'PB-261102' }] }, 1],
  ['a@b.example', { email: [{ text: 'a@b.example', value: 'c@b.example' }] }, 1],
])('identifiers in %j', (text, slots: Slots, invented) =>
  expect(harm([pair({ text }, { slots })]).inventedIdentifiers).toHaveLength(invented),
)

test('what hurts', () => {
  const critical = { intent: 'case_report', severity: 'critical' }
  expect(harm([pair(critical, { intent: 'handoff' }), pair(critical)]).criticalMissed).toHaveLength(1)
  expect(harm([pair({ intent: 'smalltalk' }, { intent: 'booking_request' })]).chatterBooked).toHaveLength(1)
})

describe('files', () => {
  test('id, tenant and text are enough, and an id can be missing', () => {
    const [first, second, third] = labelledLines(
      '{"id":7,"tenant":"prime","text":""}\n\n{"tenant":"prime","text":"x"}\n',
      'f',
    )
    expect([first?.id, second?.id, third]).toEqual(['7', '3', undefined])
    expect(first?.slots).toBeUndefined()
  })
  test('where slots are labelled, a line without any says that there are none', () => {
    const plain = '{"tenant":"prime","text":"a","intent":"other"}'
    const slotted = '{"tenant":"prime","text":"4","intent":"other","slots":{"party_size":{"text":"4","value":4}}}'
    expect(labelledLines(plain, 'f')[0]?.slots).toBeUndefined()
    expect(labelledLines(`${plain}\n${slotted}`, 'f').map((it) => it.slots)).toEqual([
      {},
      { party_size: [{ text: '4', value: 4 }] },
    ])
  })
  test.each([
    ['{"tenant":"prime"}', 'f:1: text'],
    ['{"tenant":"prime","text":"a","reference_now":"soon"}', 'f:1: reference_now'],
    ['\nnonsense', 'f:2: not JSON'],
  ])('%j is refused by its line', (text, said) => expect(() => labelledLines(text, 'f')).toThrow(said))
  test('a prediction has one value, a list only where there are several, and null for what there is none of', () => {
    const { got } = pair({}, { slots: { ...date('a', 'b'), time: [{ text: '9', value: '09:00' }], phone: [] } })
    expect(predictionOf('1', got)).toMatchObject({
      case_type: null,
      slots: { date: [{ value: 'a' }, { value: 'b' }], time: { value: '09:00' } },
    })
    expect(predictionOf('1', got).slots).not.toHaveProperty('phone')
  })
})

test('a report is written of labelled, unlabelled and no messages', () => {
  const labelled = pair({ intent: 'case_report', caseType: 'x', severity: 'critical', language: 'th', slots: {} })
  for (const pairs of [[], [pair({})], [labelled, pair({})]]) expect(report('t', pairs, () => 0.5)).toContain('# t')
})
