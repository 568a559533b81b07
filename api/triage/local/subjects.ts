import type { LabelledMessage } from '../understanding.ts'
import type { Ranked } from './judge.ts'
import { softmax } from './linear.ts'
import { askNetworks, type Network, type Build, trainNetwork } from './network.ts'
import type { Vector } from './vocabulary.ts'

/**
 * What messages are about, among all labels that any business taught: a second view beside each tenant's own head. Two small networks that mix up
 * different features are right more often than one of twice the size.
 */
export type Subjects = { labels: string[]; networks: Network[] }
const BUILDS: readonly Build[] = [0, 1].map((salt) => ({ width: 64, rows: 12_288, salt, epochs: 5 }))

export type Kind = 'case' | 'booking'

const nameOf = (kind: Kind, key: string): string => `${kind}:${key}`
const subjectIn = ({ caseType, bookingKind }: LabelledMessage): string | undefined =>
  caseType ? nameOf('case', caseType) : bookingKind ? nameOf('booking', bookingKind) : undefined

/** Learns which label a message has among those of the business it was said to. */
export function subjectsOf(
  examples: readonly LabelledMessage[],
  vectorAt: (index: number) => Vector | undefined,
): Subjects | undefined {
  const labels = [...new Set(examples.flatMap((it) => subjectIn(it) ?? []))].sort()
  if (labels.length === 0) return undefined
  const places = new Map(labels.map((it, i) => [it, i]))
  const desks = new Map<string, Set<number>>()
  const deskOf = (it: LabelledMessage): string => `${it.desk ?? ''} ${it.intent}`
  for (const it of examples) {
    const place = places.get(subjectIn(it) ?? '')
    if (place !== undefined) desks.set(deskOf(it), (desks.get(deskOf(it)) ?? new Set()).add(place))
  }
  const among = new Map([...desks].map(([desk, own]) => [desk, [...own].sort((a, b) => a - b)]))
  const lessons = examples.flatMap((it, i) => {
    const right = places.get(subjectIn(it) ?? '')
    const vector = vectorAt(i)
    return right === undefined || !vector
      ? []
      : [{ text: it.text, vector, among: among.get(deskOf(it)) ?? [right], right }]
  })
  return { labels, networks: BUILDS.map((it) => trainNetwork(lessons, labels.length, it)) }
}

/** What speaks for each label, by its kind and key. */
export function askSubjects(
  { labels, networks }: Subjects,
  vector: Vector,
): (kind: Kind, key: string) => number | undefined {
  const speaksFor = askNetworks(networks, vector)
  const places = placesOf(labels)
  return (kind, key) => {
    const place = places[kind].get(key)
    return place === undefined ? undefined : speaksFor(place)
  }
}

type Places = Readonly<Record<Kind, ReadonlyMap<string, number>>>
const known = new WeakMap<readonly string[], Places>()
const placesOf = (labels: readonly string[]): Places => {
  const found = known.get(labels) ?? { case: placesOfKind(labels, 'case'), booking: placesOfKind(labels, 'booking') }
  known.set(labels, found)
  return found
}
const placesOfKind = (labels: readonly string[], kind: Kind): ReadonlyMap<string, number> => {
  const named = nameOf(kind, '')
  return new Map(labels.flatMap((it, place) => (it.startsWith(named) ? [[it.slice(named.length), place]] : [])))
}

/**
 * Both views of a label in one: the tenant's own, and that of all, among the labels that both know. What falls to labels that only the tenant knows is
 * left as it is.
 */
export function withSecondView(own: Ranked, of: (key: string) => number | undefined): Ranked {
  const both: { key: string; confidence: number; score: number }[] = []
  const others: Ranked = []
  for (const it of own) {
    const score = of(it.key)
    if (score === undefined) others.push(it)
    else both.push({ key: it.key, confidence: it.confidence, score })
  }
  if (both.length < 2) return own
  const mass = both.reduce((sum, it) => sum + it.confidence, 0)
  const chances = softmax(Float64Array.from(both, (it) => (Math.log(it.confidence + 1e-6) + it.score) / VIEWS))
  const seen = both.map(({ key }, i) => ({ key, confidence: (chances[i] ?? 0) * mass }))
  return others.concat(seen).sort((a, b) => b.confidence - a.confidence)
}
/** Less than two: what both say is surer than either. Of answers in five parts, this made the chances of labels what they came true (22 Nov 2026). */
const VIEWS = 1.65
