import { expect, test } from 'vitest'
import { anyLabelledLines, learntAndRead } from './any-labels.ts'

const words = ['card lost', 'lost my card', 'card was stolen', 'my card is gone', 'cannot find the card']
const others = ['what is the rate', 'exchange rate today', 'rate for euro', 'which rate applies', 'rates please']
const lessons = [
  ...words.map((text, id) => ({ id, text, label: 'lost_card' })),
  ...others.map((text, id) => ({ id: 10 + id, text, label: 'rate' })),
]

test('any labels are learnt and read, and a file without labels is only read', () => {
  const asked = anyLabelledLines(
    '{"id":"a","text":"i lost the card"}\n\n{"text":"the rate of today","label":null}',
    'f',
  )
  const { predictions, report } = learntAndRead(lessons, asked, () => 0)
  expect(predictions.map(({ id, label }) => [id, label])).toEqual([
    ['a', 'lost_card'],
    [3, 'rate'],
  ])
  for (const { confidence } of predictions) expect(confidence).toBeGreaterThan(0)
  expect(report).not.toContain('Right')
  const judged = learntAndRead(lessons, [{ id: 1, text: 'card lost again', label: 'lost_card' }], () => 0)
  expect(judged.report).toContain('Right: 100.0 %')
})

test.each([
  ['{"id":1}', 'f:1: text'],
  ['{"text":"x"}\n{', 'f:2: not JSON'],
])('%j is refused by its line', (text, said) => expect(() => anyLabelledLines(text, 'f')).toThrow(said))

test.each(['', '   ', '🙂🙂', '\u200b'.repeat(50), 'x'.repeat(20_000)])(
  'odd text %#: an answer within bounds',
  (text) => {
    const [got] = learntAndRead(lessons, [{ id: 1, text }], () => 0).predictions
    expect(got?.confidence).toBeGreaterThanOrEqual(0)
    expect(got?.confidence).toBeLessThanOrEqual(1)
  },
)

test('nothing to learn from is said', () =>
  expect(() => learntAndRead([{ id: 1, text: 'x' }], [], () => 0)).toThrow('no example with a label'))
