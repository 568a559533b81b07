import type { Intent, TenantLabels } from '../understanding.ts'
import { heard, judged } from './heads.ts'
import type { LocalModel } from './model.ts'

export type Explained = {
  intents: { intent: Intent; chance: number }[]
  /** the words without which it would be less likely what it was taken for, and by how much; the weightiest first */
  words: { word: string; weight: number }[]
}

const MOST_WORDS = 30
/** Of a long story fewer words: each costs as much as reading it all. */
const MOST_OF_LONG = 8
const LONG = 300
const MOST_SHOWN = 6
const LEAST_WEIGHT = 0.01

/** Leaves each word out once and looks what changes: what a person can follow, whatever the model is made of. */
export function explained(model: LocalModel, text: string, desk: TenantLabels): Explained {
  const whole = judged(model, heard(model, text, desk), desk)
  const chanceIn = (said: string): number => {
    const { intents, cases, bookings } = judgedAll(model, said, desk)
    const label = whole.label?.key
    const labels = whole.intent === 'case_report' ? cases : bookings
    const labelled = label ? (labels.find((it) => it.key === label)?.confidence ?? 0) : 1
    return (intents.find((it) => it.key === whole.intent)?.confidence ?? 0) * labelled
  }
  const all = chanceIn(text)
  const words = [...new Set(wordsIn(text.toLowerCase()))].slice(0, text.length > LONG ? MOST_OF_LONG : MOST_WORDS)
  return {
    intents: whole.intents.map(({ key, confidence }) => ({ intent: key, chance: confidence })),
    words: words
      .map((word) => ({ word, weight: all - chanceIn(text.toLowerCase().replaceAll(word, ' ')) }))
      .filter((it) => it.weight >= LEAST_WEIGHT)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_SHOWN),
  }
}

/** Thai and Japanese write without spaces. */
const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
const wordsIn = (text: string): string[] =>
  [...segmenter.segment(text)].flatMap((it) => (it.isWordLike ? [it.segment] : []))

function judgedAll(model: LocalModel, text: string, desk: TenantLabels) {
  const said = heard(model, text, desk)
  return { intents: judged(model, said, desk).intents, cases: said.cases, bookings: said.bookings }
}
