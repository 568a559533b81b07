import { mask } from '../../llm/masking.ts'
import { featuresOf } from '../local/features.ts'
import type { LabelledMessage } from '../understanding.ts'
import type { Shown } from './prompt.ts'

/** Finds the labelled messages that are most like another one. */
export type Nearest = (text: string) => Shown[]

const MOST_LESSONS = 1_500
const MOST_SHOWN = 8
const MOST_ALIKE = 3
const MOST_CHARACTERS = 300
/** What so many messages have in common says nothing of a single one. */
const COMMON = 0.1
const LEAST_LIKENESS = 0.08
/** So many are read before others have their turn. */
const AT_ONCE = 50

/** By what the local engine sees in messages: their letters in threes, and the concepts they touch. What is rare counts more. */
export async function nearestAmong(lessons: readonly LabelledMessage[]): Promise<Nearest> {
  // the newest are what people taught us here
  const known = lessons.slice(-MOST_LESSONS)
  const seen: Unit[][] = []
  const inHowMany = new Map<Unit, number>()
  for (const [index, it] of known.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await othersFirst()
    const units = unitsOf(it.text)
    seen.push(units)
    for (const unit of units) inHowMany.set(unit, (inHowMany.get(unit) ?? 0) + 1)
  }
  const weightOf = (unit: Unit): number => {
    const many = inHowMany.get(unit) ?? 0
    if (many === 0 || many > known.length * COMMON + 1) return 0
    return Math.log((known.length + 1) / many) * (typeof unit === 'string' ? CONCEPT : 1)
  }
  const lengthOf = (units: Unit[]): number => Math.hypot(...units.map(weightOf)) || 1
  const holders = new Map<Unit, { index: number; weight: number }[]>()
  for (const [index, units] of seen.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await othersFirst()
    const length = lengthOf(units)
    for (const unit of units) {
      const weight = weightOf(unit) / length
      if (weight === 0) continue
      const row = holders.get(unit)
      if (row) row.push({ index, weight })
      else holders.set(unit, [{ index, weight }])
    }
  }
  return (text) => {
    const units = unitsOf(text)
    const length = lengthOf(units)
    const likeness = new Float64Array(known.length)
    for (const unit of units)
      for (const { index, weight } of holders.get(unit) ?? [])
        likeness[index] = (likeness[index] ?? 0) + (weightOf(unit) / length) * weight
    return chosen(known, likeness)
  }
}

/** Three letters as their hash, or a concept by its name. */
type Unit = number | string
/** A concept says more than the letters it was told in. */
const CONCEPT = 3

function unitsOf(text: string): Unit[] {
  const { grams, concepts } = featuresOf(text)
  return [...new Set<Unit>([...grams, ...concepts])]
}

const othersFirst = (): Promise<void> => new Promise((next) => setImmediate(next))

/** The likest first, but not all of one label: what they could be mistaken for belongs to it. */
function chosen(lessons: readonly LabelledMessage[], likeness: Float64Array): Shown[] {
  const order = [...likeness.keys()]
    .filter((index) => (likeness[index] ?? 0) >= LEAST_LIKENESS)
    .sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0))
  const taken = new Map<string, number>()
  const shown: Shown[] = []
  for (const index of order) {
    const it = lessons[index]
    if (!it) continue
    const label = it.caseType ?? it.bookingKind ?? null
    const alike = taken.get(`${it.intent} ${label}`) ?? 0
    if (alike >= MOST_ALIKE) continue
    taken.set(`${it.intent} ${label}`, alike + 1)
    // they are words of other customers
    shown.push({ message: mask(it.text).text.slice(0, MOST_CHARACTERS).toWellFormed(), intent: it.intent, label })
    if (shown.length >= MOST_SHOWN) break
  }
  return shown
}
