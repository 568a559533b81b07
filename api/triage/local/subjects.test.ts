import { describe, expect, it } from 'vitest'
import type { LabelledMessage } from '../understanding.ts'
import { featuresOf } from './features.ts'
import { askSubjects, subjectsOf, withSecondView } from './subjects.ts'
import { vectorOf, vocabularyOf } from './vocabulary.ts'

const said = (desk: string, caseType: string, ...texts: string[]): LabelledMessage[] =>
  texts.map((text) => ({ text, intent: 'case_report', caseType, desk }))

const EXAMPLES: LabelledMessage[] = [
  ...said(
    'tours',
    'lost_item',
    'I left my umbrella in the bus',
    'my hat is gone, left it in the van',
    'forgot my camera',
  ),
  ...said('tours', 'hotel_problem', 'the room is dirty', 'the air conditioning is broken', 'the hotel is noisy'),
  ...said('shop', 'refund', 'where is my money back', 'I want my refund', 'still no refund'),
  { text: 'hello', intent: 'smalltalk' },
]

describe('what all labels teach together', () => {
  const messages = EXAMPLES.map((it) => featuresOf(it.text))
  const vocabulary = vocabularyOf(messages, { shares: { words: 1.5, letters: 1.2 }, least: 1, most: 5_000 })
  const vectorIn = (text: string) => vectorOf(vocabulary, featuresOf(text))
  const learn = () => subjectsOf(EXAMPLES, (i) => vectorIn(EXAMPLES[i]?.text ?? ''))

  it('tells the labels of a business from each other, and knows no others', () => {
    const subjects = learn()
    if (!subjects) throw new Error('nothing was learnt')
    expect(subjects.labels).toEqual(['case:hotel_problem', 'case:lost_item', 'case:refund'])
    const says = askSubjects(subjects, vectorIn('I forgot my umbrella in the room'))
    const [lost, room] = [says('case', 'lost_item') ?? 0, says('case', 'hotel_problem') ?? 0]
    expect(Number.isFinite(lost) && Number.isFinite(room)).toBe(true)
    expect(askSubjects(subjects, vectorIn('left my camera'))('case', 'lost_item')).toBeGreaterThan(
      askSubjects(subjects, vectorIn('left my camera'))('case', 'hotel_problem') ?? 0,
    )
    expect(says('booking', 'lost_item')).toBeUndefined()
    expect(says('case', 'unheard_of')).toBeUndefined()
  })
  it('two networks mix up different features, and what they say in one is neither’s alone', () => {
    const { labels, networks } = learn() ?? { labels: [], networks: [] }
    expect(networks.map((it) => it.salt)).toEqual([0, 1])
    const said = vectorIn('I forgot my umbrella in the room')
    const [one, other] = networks.map((it) => askSubjects({ labels, networks: [it] }, said)('case', 'lost_item') ?? 0)
    expect(one).not.toBe(other)
    expect(askSubjects({ labels, networks }, said)('case', 'lost_item')).toBeCloseTo(((one ?? 0) + (other ?? 0)) / 2, 6)
  })
  it('the same lessons make the same network', () => expect(learn()).toEqual(learn()))
  it('of messages without labels nothing is learnt', () =>
    expect(subjectsOf([{ text: 'hello', intent: 'smalltalk' }], () => vectorIn('hello'))).toBeUndefined())
  it('a message without any known feature is still answered', () => {
    const subjects = learn()
    if (!subjects) throw new Error('nothing was learnt')
    expect(askSubjects(subjects, vectorIn(''))('case', 'refund')).toBeTypeOf('number')
  })
})

describe('two views of a label', () => {
  const own = [
    { key: 'a', confidence: 0.5 },
    { key: 'b', confidence: 0.3 },
    { key: 'mine', confidence: 0.2 },
  ]
  it('share what falls to the labels that both know, and leave the rest', () => {
    const both = withSecondView(own, (key) => ({ a: 0, b: 4 })[key])
    expect(both.map((it) => it.key)).toEqual(['b', 'mine', 'a'])
    expect(both.find((it) => it.key === 'mine')?.confidence).toBe(0.2)
    expect(both.reduce((sum, it) => sum + it.confidence, 0)).toBeCloseTo(1, 9)
  })
  it('of one label alone, or of none, the second view has nothing to say', () => {
    expect(withSecondView(own, (key) => (key === 'a' ? -9 : undefined))).toBe(own)
    expect(withSecondView(own, () => undefined)).toBe(own)
    expect(withSecondView([], () => 1)).toEqual([])
  })
})
