import { describe, expect, test } from 'vitest'
import type { Understanding } from '../understanding.ts'
import { withMatters } from './matters.ts'

const it = (change: Partial<Understanding>): Understanding => ({
  intent: 'other',
  intentConfidence: 0.95,
  alternatives: [],
  slots: {},
  language: 'en',
  confidence: 0.9,
  engine: 'local',
  latencyMs: 1,
  ...change,
})
const trouble = (caseType: string, more: Partial<Understanding> = {}) =>
  it({ intent: 'case_report', caseType, labelConfidence: 0.95, severity: 'normal', ...more })

/** Understands by the first word that it knows. */
const understand = (said: string): Understanding => {
  if (/fire/.test(said)) return trouble('fire', { severity: 'critical' })
  if (/broken/.test(said)) return trouble('broken')
  if (/late/.test(said)) return trouble('late')
  if (/perhaps dirty/.test(said)) return trouble('dirty', { labelConfidence: 0.72 })
  if (/table/.test(said)) return it({ intent: 'booking_request', bookingKind: 'dinner', labelConfidence: 0.95 })
  if (/a car/.test(said)) return it({ intent: 'booking_request', bookingKind: 'ride', labelConfidence: 0.95 })
  if (/perhaps a ride/.test(said)) return it({ intent: 'booking_request', bookingKind: 'ride', labelConfidence: 0.6 })
  if (/book/.test(said)) return it({ intent: 'booking_request', bookingKind: 'tour', labelConfidence: 0.9 })
  if (/open on/.test(said)) return it({ intent: 'question' })
  return it({})
}
const told = (said: string, whole = understand(said)) =>
  (withMatters(said, whole, understand).matters ?? []).map(({ said, understood }) => [
    understood.caseType ?? understood.bookingKind ?? understood.intent,
    said,
  ])

describe('what is told in one message', () => {
  test.each<[string, string, [string, string][]]>([
    ['one matter', 'The tap in my room is broken.', []],
    ['also within a question', 'can you also book us a table?', []],
    ['one matter told at length', 'The tap in my room is broken. Water is everywhere here. Please be quick.', []],
    ['one matter told twice', 'The tap in my room is broken. I said that it is broken!', []],
    [
      'a trouble and a wish, the trouble first',
      'I would like to book a tour. The tap in my room is broken.',
      [
        ['broken', 'The tap in my room is broken.'],
        ['tour', 'I would like to book a tour.'],
      ],
    ],
    [
      'two troubles, what cannot wait first',
      'The tap in my room is broken. There is a fire in the kitchen!',
      [
        ['fire', 'There is a fire in the kitchen!'],
        ['broken', 'The tap in my room is broken.'],
      ],
    ],
    ['two troubles, one of them hardly', 'The tap in my room is broken. It is perhaps dirty in here.', []],
    ['three are a story', 'The tap is broken in here. The driver was so late. There is a fire outside!', []],
    [
      'a trouble with a question beside it, which is read from all of it',
      'The tap in my room is broken. Are you open on Sunday?',
      [
        ['broken', 'The tap in my room is broken. Are you open on Sunday?'],
        ['question', 'Are you open on Sunday?'],
      ],
    ],
    [
      'two bookings of kinds beyond doubt',
      'A table for four tomorrow. We need a car to get there.',
      [
        ['dinner', 'A table for four tomorrow.'],
        ['ride', 'We need a car to get there.'],
      ],
    ],
    [
      'two bookings in one sentence',
      'Please get a car at six, and a table for four tonight',
      [
        ['ride', 'Please get a car at six'],
        ['dinner', 'a table for four tonight'],
      ],
    ],
    ['a trouble and its story in one sentence', 'The driver was late, and the tap is broken now', []],
    ['two bookings, one of them hardly', 'A table for four tomorrow. It is perhaps a ride.', []],
    [
      'beside a trouble two bookings are one wish',
      'The tap in my room is broken. A table for four tomorrow. We need a car to get there.',
      [
        ['broken', 'The tap in my room is broken.'],
        ['dinner', 'A table for four tomorrow.'],
      ],
    ],
    ['nothing', '', []],
    ['a number after it', 'The tap in my room is broken. Order 5521', []],
  ])('%s', (_, said, matters) => expect(told(said)).toEqual(matters))

  test('where the whole is not clear, the clear part stands for it', () => {
    expect(told('The tap in my room is broken. Are you open on Sunday?', it({}))).toEqual([
      ['broken', 'The tap in my room is broken.'],
      ['question', 'Are you open on Sunday?'],
    ])
  })

  test('what was understood of the whole stays as it is, and is not asked again', () => {
    const whole = trouble('broken', { engine: 'openai' })
    const heard = withMatters('The tap in my room is broken. I would like to book a tour.', whole, understand)
    expect(heard).toMatchObject({ ...whole, matters: [{}, {}] })
    let asked = 0
    withMatters('The tap in my room is broken', whole, (said) => {
      asked += 1
      return understand(said)
    })
    expect(asked).toBe(0)
  })

  test('five thousand characters in a hundred sentences are one story, read once', () => {
    let asked = 0
    const counted = (said: string) => {
      asked += 1
      return understand(said)
    }
    expect(withMatters('The tap is broken. Please book it. '.repeat(140), it({}), counted).matters).toBeUndefined()
    expect(asked).toBe(0)
  })
})

test.each([
  ['broken เมื่อวานค่ะ แล้วก็ขอ book วันที่ 6 ธ.ค. 2 คนด้วย', ['broken เมื่อวานค่ะ', 'ขอ book วันที่ 6 ธ.ค. 2 คนด้วย']],
  [
    'It came broken. Please book 6 Dec. 2026 at 7 a.m. for two',
    ['It came broken.', 'Please book 6 Dec. 2026 at 7 a.m. for two'],
  ],
])('what is cut short ends no sentence: %s', (said, parts) => {
  expect(withMatters(said, understand(said), understand).matters?.map((one) => one.said)).toEqual(parts)
})
