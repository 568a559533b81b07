import { describe, expect, test } from 'vitest'
import type { Understanding } from '../../api/triage/understanding.ts'
import { courseOf } from './course.ts'

const it = (change: Partial<Understanding>): Understanding => ({
  intent: 'case_report',
  intentConfidence: 0.9,
  caseType: 'late',
  labelConfidence: 0.9,
  alternatives: [],
  slots: {},
  language: 'en',
  confidence: 0.8,
  engine: 'local',
  latencyMs: 1,
  ...change,
})
const without = (whole: Understanding): Understanding => {
  const { caseType: _, ...rest } = whole
  return rest
}

describe('what a message leads to', () => {
  test.each([
    ['a trouble', it({}), 'open_case'],
    ['a trouble that is not sure', it({ intentConfidence: 0.49 }), 'unsure'],
    ['a trouble at the bar', it({ intentConfidence: 0.5 }), 'open_case'],
    [
      'a critical one, far from sure',
      it({ intentConfidence: 0.31, severity: 'critical', labelConfidence: 0.4 }),
      'open_case',
    ],
    ['a critical one, hardly likely', it({ intentConfidence: 0.29, severity: 'critical' }), 'unsure'],
    ['a critical one of some type', it({ severity: 'critical', labelConfidence: 0.39 }), 'unsure_which'],
    ['a trouble of some type', it({ labelConfidence: 0.49 }), 'unsure_which'],
    ['one that hardly sounds like it', it({ confidence: 0.42, labelConfidence: 1 }), 'unsure_which'],
    [
      'one that hardly sounds like it, with an order',
      it({ confidence: 0.42, labelConfidence: 1, slots: { order_id: [{ text: 'ORD-1', value: 'ORD-1' }] } }),
      'open_case',
    ],
    ['a trouble of no type', without(it({})), 'ask_which_case'],
    ['a wish', it({ intent: 'booking_request', bookingKind: 'tour' }), 'begin_booking'],
    [
      'a wish of some kind',
      it({ intent: 'booking_request', bookingKind: 'tour', labelConfidence: 0.2 }),
      'unsure_which',
    ],
    ['a wish of no kind', it({ intent: 'booking_request' }), 'ask_which_booking'],
    ['a call for a person', it({ intent: 'handoff' }), 'person'],
    ['nothing', it({ intent: 'other' }), 'not_understood'],
    ['a language not spoken here', it({ language: 'other', intentConfidence: 0.4 }), 'other_language'],
    ['a question in one', it({ language: 'other', intent: 'question', intentConfidence: 0.9 }), 'other_language'],
    ['a trouble of some type in one', it({ language: 'other', labelConfidence: 0.4 }), 'other_language'],
    ['a trouble beyond doubt in one', it({ language: 'other' }), 'open_case'],
  ] as const)('%s', (_, understood, course) => {
    expect(courseOf(understood, 0.5, 'some words')).toBe(course)
  })

  test('figures greet nobody; a face does', () => {
    const small = it({ language: 'other', intent: 'smalltalk', intentConfidence: 0.9 })
    expect(courseOf(small, 0.5, '5521')).toBe('not_understood')
    expect(courseOf(small, 0.5, '🙂')).toBe('small_talk')
  })

  test.each([
    ['5521', 0.2, 'not_understood'],
    ['๕๕๒๑', 0.2, 'not_understood'],
    ['😡😡', 0.2, 'not_understood'],
    ['\u200b\u202e', 0.2, 'not_understood'],
    ['12/12 19:00', 0.9, 'open_case'],
    ['12/12 ok', 0.2, 'other_language'],
  ] as const)('%s is no language, with %d', (said, intentConfidence, course) => {
    expect(courseOf(it({ language: 'other', intentConfidence }), 0.5, said)).toBe(course)
  })
})
