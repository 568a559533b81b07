import { describe, expect, test } from 'vitest'
import { type Figures, worseIn } from './figures.ts'
import { isHeld } from './is-held.ts'

const usual: Figures = {
  messages: 310,
  intent: 0.9,
  labelled: 34,
  label: 0.7,
  criticals: 5,
  critical: 0.8,
  calibration: 0.03,
  own: { messages: 20, right: 0.8 },
}
const but = (change: Partial<Figures>): Figures => ({ ...usual, ...change })

describe('a new model is', () => {
  test.each([
    ['as good', usual, undefined],
    ['better', but({ intent: 0.95, label: 0.9, critical: 1 }), undefined],
    ['four messages worse, which is chance', but({ intent: 0.9 - 4 / 310 }), undefined],
    ['worse in what people want', but({ intent: 0.9 - 5 / 310 }), 'intent'],
    ['worse by a critical one', but({ critical: 0.6, intent: 0.99 }), 'critical'],
    ['four labels worse, which is chance', but({ label: 0.7 - 4 / 34 }), undefined],
    ['worse in labels', but({ label: 0.7 - 5 / 34 }), 'label'],
    [
      'worse in the tenant’s own, however good elsewhere',
      but({ intent: 1, own: { messages: 20, right: 0.65 } }),
      'own',
    ],
    [
      'better in lies that judge themselves, and worse elsewhere',
      but({ intent: 0.85, own: { messages: 100, right: 1 } }),
      'intent',
    ],
    ['surer than it should be', but({ calibration: 0.09 }), 'calibration'],
    [
      'without anything to judge by',
      but({ label: null, critical: null, own: { messages: 0, right: null } }),
      undefined,
    ],
  ])('%s', (_, fresh, worse) => {
    expect(worseIn(fresh, usual)).toBe(worse)
  })
})

test('about one message in ten judges, the same ones each time, however it is spaced or spelt', () => {
  const texts = Array.from({ length: 5_000 }, (_, n) => `message ${n} ข้อความ`)
  const held = texts.filter(isHeld)
  expect(held.length).toBeGreaterThan(400)
  expect(held.length).toBeLessThan(600)
  expect(held.every((it) => isHeld(` ${it.toUpperCase()} `))).toBe(true)
})
