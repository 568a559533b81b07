import { certaintyFrom, chanceOf, type Judged } from './calibrate.ts'
import { isFragment } from './fragments.ts'
import type { Said } from './judge.ts'
import { alarmOf } from './severity.ts'

/** How likely a trouble is one that cannot wait, and from where on it is taken for one. */
export type Urgency = { weights: number[]; bar: number }

const logit = (p: number): number => Math.log(Math.max(p, 1e-3) / Math.max(1 - p, 1e-3))

/** What tells that somebody cannot wait. */
export function signsOfUrgency(said: Said, critical: ReadonlySet<string>): number[] {
  const [type] = said.cases
  const trouble = said.intents.find((it) => it.key === 'case_report')?.confidence ?? 0
  const among = said.cases.reduce((sum, it) => sum + (critical.has(it.key) ? it.confidence : 0), 0)
  const alarm = type ? alarmOf(said.text, type.key) : undefined
  const isOver = alarm === 'over_and_nobody_waits'
  return [
    1,
    logit(said.alarm),
    logit(trouble * among),
    logit(trouble),
    alarm && !isOver ? 1 : 0,
    isOver ? 1 : 0,
    type && critical.has(type.key) ? 1 : 0,
    Math.min(6, said.features.concepts.length) / 3 - 1,
  ]
}

/** Whether it cannot wait; whether it can, though its type usually cannot; or what is usual counts. */
export type Urgent = 'critical' | 'hardly' | 'as_usual'

export const howUrgent = (chance: number, { bar }: Urgency): Urgent =>
  chance >= bar ? 'critical' : chance < HARDLY * bar ? 'hardly' : 'as_usual'
const HARDLY = 0.6

/** Where no answers were at hand to learn it from: what the heads say, and what the words say. */
export const USUALLY: Urgency = { weights: [0, 0.5, 0.5, 0.2, 2.5, -3, 0.3, 0], bar: 0.3 }

export const urgencyOf = (said: Said, critical: ReadonlySet<string>, { weights }: Urgency): number =>
  said.text.trim() === '' || isFragment(said.text) ? 0 : chanceOf(weights, signsOfUrgency(said, critical))

/** So many of those it lets through are to be critical indeed. */
const PRECISION = 0.8
const [LOWEST, HIGHEST] = [0.15, 0.4]
const ENOUGH = 60

/** Weighs the signs by answers to messages that the engine had not met; the bar is the lowest at which enough of what it lets through was critical indeed. */
export function urgencyFrom(judged: readonly Judged[]): Urgency {
  if (judged.filter((it) => it.right).length < ENOUGH) return USUALLY
  const weights = certaintyFrom(judged, USUALLY.weights)
  const chances = judged
    .map(({ signs, right, weight = 1 }) => ({ chance: chanceOf(weights, signs), right, weight }))
    .sort((a, b) => b.chance - a.chance)
  let bar = HIGHEST
  let [right, all] = [0, 0]
  for (const it of chances) {
    all += it.weight
    if (it.right) right += it.weight
    if (right / all >= PRECISION) bar = it.chance
  }
  return { weights, bar: Math.min(HIGHEST, Math.max(LOWEST, bar)) }
}
