import type { CaseConcern } from '../../cases/schema.ts'
import { chanceOf } from './calibrate.ts'
import { isFragment } from './fragments.ts'
import type { Said } from './judge.ts'
import { alarmOf } from './severity.ts'

/** How likely a trouble is one that cannot wait, and from where on it is taken for one. */
export type Urgency = { weights: number[]; bar: number }

/** What the tenant's case types are like, by their keys: which cannot wait, and what each concerns. */
export type Troubles = { critical: ReadonlySet<string>; concerns: (caseType: string) => readonly CaseConcern[] }

const logit = (p: number): number => Math.log(Math.max(p, 1e-3) / Math.max(1 - p, 1e-3))

/** What tells that somebody cannot wait. */
export function signsOfUrgency(said: Said, { critical, concerns }: Troubles): number[] {
  const [type] = said.cases
  const trouble = said.intents.find((it) => it.key === 'case_report')?.confidence ?? 0
  const among = said.cases.reduce((sum, it) => sum + (critical.has(it.key) ? it.confidence : 0), 0)
  const alarm = type ? alarmOf(said.text, concerns(type.key)) : undefined
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

/** Where no answers were at hand to learn it from: what the heads say, and what the words say. */
export const USUALLY: Urgency = { weights: [0, 0.5, 0.5, 0.2, 2.5, -3, 0.3, 0], bar: 0.3 }

export const urgencyOf = (said: Said, troubles: Troubles, { weights }: Urgency): number =>
  said.text.trim() === '' || isFragment(said.text) ? 0 : chanceOf(weights, signsOfUrgency(said, troubles))
