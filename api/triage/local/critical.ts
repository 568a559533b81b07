import type { CaseConcern } from '../../cases/schema.ts'
import { chanceOf } from './calibrate.ts'
import { isFragment } from './fragments.ts'
import type { Said } from './judge.ts'
import { alarmOf } from './severity.ts'
import type { Severity } from '../understanding.ts'

/** How likely a trouble is one that cannot wait, and from where on it is taken for one. */
export type Urgency = { weights: number[]; bar: number }

/** How often a trouble of each type is one that cannot wait: as its lessons say, and what is usual for the type where they are few. */
export type Pressing = Readonly<Record<string, number>>

/** @param lessons troubles with a type and a severity */
export function pressingOf(
  types: readonly { key: string; defaultSeverity: Severity }[],
  lessons: readonly { caseType?: string; severity?: Severity }[],
): Pressing {
  const met = new Map(types.map((it) => [it.key, { all: 0, critical: 0 }]))
  for (const { caseType, severity } of lessons) {
    const count = severity && met.get(caseType ?? '')
    if (!count) continue
    count.all += 1
    if (severity === 'critical') count.critical += 1
  }
  const often = ({ key, defaultSeverity }: { key: string; defaultSeverity: Severity }) => {
    const { all, critical } = met.get(key) ?? { all: 0, critical: 0 }
    return (critical + AS_USUAL * (defaultSeverity === 'critical' ? OFTEN : SELDOM)) / (all + AS_USUAL)
  }
  return Object.fromEntries(types.map((it) => [it.key, often(it)]))
}
/** What is usual counts like so many lessons. */
const AS_USUAL = 5
const OFTEN = 0.8
const SELDOM = 0.03

/** What the tenant's case types are like, by their keys: how often each cannot wait, and what it concerns. */
export type Troubles = { pressing: Pressing; concerns: (caseType: string) => readonly CaseConcern[] }

const logit = (p: number): number => Math.log(Math.max(p, 1e-3) / Math.max(1 - p, 1e-3))

/** What tells that somebody cannot wait. */
export function signsOfUrgency(said: Said, { pressing, concerns }: Troubles): number[] {
  const [type] = said.cases
  const trouble = said.intents.find((it) => it.key === 'case_report')?.confidence ?? 0
  const among = said.cases.reduce((sum, it) => sum + (pressing[it.key] ?? 0) * it.confidence, 0)
  const alarm = type ? alarmOf(said.text, concerns(type.key)) : undefined
  const isOver = alarm === 'over_and_nobody_waits'
  return [
    1,
    logit(said.alarm),
    logit(trouble * among),
    logit(trouble),
    alarm && !isOver ? 1 : 0,
    isOver ? 1 : 0,
    logit(pressing[type?.key ?? ''] ?? 0),
    Math.min(6, said.features.concepts.length) / 3 - 1,
    // 'is there a doctor if somebody faints?' has the words of danger, and no trouble
    alarm && !isOver ? logit(trouble) : 0,
  ]
}

/** Where no answers were at hand to learn it from: what the heads say, and what the words say. */
export const USUALLY: Urgency = { weights: [0, 0.5, 0.5, 0.2, 2.5, -3, 0.1, 0, 0], bar: 0.3 }

export const urgencyOf = (said: Said, troubles: Troubles, { weights }: Urgency): number =>
  said.text.trim() === '' || isFragment(said.text) ? 0 : chanceOf(weights, signsOfUrgency(said, troubles))
