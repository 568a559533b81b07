import { describe, expect, test } from 'vitest'
import { lessonFiles } from '../base/lesson-files.ts'
import { predictPlain, trainPlain } from './plain.ts'

const colours = [
  ...Array.from({ length: 20 }, (_, i) => ({ text: `my card was declined ${i}, please help`, label: 'declined' })),
  ...Array.from({ length: 20 }, (_, i) => ({ text: `where is the nearest machine ${i}`, label: 'machine' })),
  ...Array.from({ length: 20 }, (_, i) => ({ text: `โอนเงินไม่เข้า ${i} ครับ`, label: 'โอน' })),
]

describe('any labels', () => {
  const model = trainPlain(colours)
  test.each([
    ['card declined', 'declined'],
    ['the nearest machine?', 'machine'],
    ['โอนเงินแล้วไม่เข้าค่ะ', 'โอน'],
  ])('%s', (text, label) => {
    const said = predictPlain(model, text)
    expect(said.label).toBe(label)
    expect(said.confidence).toBeGreaterThan(0.5)
  })
  test.each(['', '   ', '🙏', '\ud83d', 'x'.repeat(5_000), '{"label":"declined"}', 'ลืม\u0000'])(
    'an answer to anything: %j',
    (text) => {
      const said = predictPlain(model, text)
      expect(colours.some((it) => it.label === said.label)).toBe(true)
      expect(said.confidence).toBeGreaterThanOrEqual(0)
      expect(said.confidence).toBeLessThanOrEqual(1)
    },
  )
  test('the same examples teach the same', () =>
    expect(predictPlain(trainPlain(colours), 'card')).toEqual(predictPlain(model, 'card')))
  test('a single label', () =>
    expect(predictPlain(trainPlain([{ text: 'hello', label: 'greeting' }]), 'hello')).toMatchObject({
      label: 'greeting',
    }))
})

test('many labels have a second view, which learns the same from the same; a few have none', () => {
  const matters =
    'refund parking breakfast invoice passport luggage towel shuttle voucher menu wifi balcony key pillow tour ticket visa pool gym spa'
  const many = matters
    .split(' ')
    .flatMap((matter) =>
      ['about the', 'a word on our', 'something with a'].map((lead) => ({ text: `${lead} ${matter}`, label: matter })),
    )
  const model = trainPlain(many)
  expect(model.heads.networks).toHaveLength(2)
  expect(predictPlain(model, 'tell me about our shuttle').label).toBe('shuttle')
  expect(predictPlain(trainPlain(many), 'our shuttle')).toEqual(predictPlain(model, 'our shuttle'))
  expect(trainPlain(colours).heads.networks).toEqual([])
})

describe('examples without a label', () => {
  const outside = Array.from({ length: 30 }, (_, i) => ({
    text: `sing me a song about whales ${i}`,
    label: i % 2 ? null : '',
  }))
  test('show what is outside: no label of its own, and little confidence in any', () => {
    const model = trainPlain([...colours, ...outside])
    const said = predictPlain(model, 'sing a song about whales')
    expect(colours.some((it) => it.label === said.label)).toBe(true)
    expect(said.confidence).toBeLessThan(0.3)
    expect(predictPlain(model, 'card declined').confidence).toBeGreaterThan(0.5)
  })
  test('or are left out', () =>
    expect(trainPlain([...colours, ...outside], { outside: false })).toEqual(trainPlain(colours)))
  test.each([[[]], [outside]])('alone teach nothing', (none) =>
    expect(() => trainPlain(none)).toThrow('no example with a label'),
  )
})

/** Of the desk's own messages every third, by what they are about, English and Thai: many near classes, a few dozen messages each. */
test.each([
  ['en', 0.5],
  ['th', 0.55],
] as const)('labels of messages never seen, %s', (language, floor) => {
  const rows = lessonFiles()
    .flatMap(({ text }) => text.split('\n').map((line) => JSON.parse(line) as Record<string, string>))
    .filter((it) => it.language === language)
    .filter((_, i) => i % 3 === 0)
    .map((it) => ({ text: String(it.text), label: it.case_type ?? it.booking_kind ?? String(it.intent) }))
  const model = trainPlain(rows.filter((_, i) => i % 5 !== 0))
  const said = rows.filter((_, i) => i % 5 === 0).map((it) => ({ it, got: predictPlain(model, it.text) }))
  expect(said.filter(({ it, got }) => it.label === got.label).length / said.length).toBeGreaterThan(floor)
})
