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

/** By the features that the local engine reads messages with, the rare ones counting more. */
export async function nearestAmong(lessons: readonly LabelledMessage[]): Promise<Nearest> {
  // the newest are what people taught us here
  const known = lessons.slice(-MOST_LESSONS)
  const bags: { ids: Uint32Array; values: Float32Array }[] = []
  const inHowMany = new Map<number, number>()
  for (const [index, it] of known.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((next) => setImmediate(next))
    const { ids, values } = featuresOf(it.text)
    bags.push({ ids, values })
    for (const id of ids) inHowMany.set(id, (inHowMany.get(id) ?? 0) + 1)
  }
  const rarity = (id: number): number => {
    const many = inHowMany.get(id) ?? 0
    return many === 0 || many > known.length * COMMON + 1 ? 0 : Math.log((known.length + 1) / many)
  }
  const postings = new Map<number, number[]>()
  for (const [index, { ids, values }] of bags.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((next) => setImmediate(next))
    const length = lengthOf(ids, values, rarity)
    ids.forEach((id, i) => {
      const weight = ((values[i] ?? 0) * rarity(id)) / length
      if (weight === 0) return
      const row = postings.get(id)
      if (row) row.push(index, weight)
      else postings.set(id, [index, weight])
    })
  }
  return (text) => {
    const { ids, values } = featuresOf(text)
    const length = lengthOf(ids, values, rarity)
    const likeness = new Float64Array(known.length)
    ids.forEach((id, i) => {
      const row = postings.get(id)
      if (!row) return
      const weight = ((values[i] ?? 0) * rarity(id)) / length
      for (let at = 0; at < row.length; at += 2) {
        const index = row[at] ?? 0
        likeness[index] = (likeness[index] ?? 0) + weight * (row[at + 1] ?? 0)
      }
    })
    return chosen(known, likeness)
  }
}

const lengthOf = (ids: Uint32Array, values: Float32Array, rarity: (id: number) => number): number =>
  Math.sqrt(ids.reduce((sum, id, i) => sum + ((values[i] ?? 0) * rarity(id)) ** 2, 0)) || 1

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
