import { concernsOf, type TenantLabels } from '../understanding.ts'
import { type Features, featuresOf } from './features.ts'
import type { Judgement, Ranked, Said } from './judge.ts'
import { judge } from './judge.ts'
import { type Linear, predict } from './linear.ts'
import type { LocalModel } from './model.ts'
import { withNamed } from './named.ts'
import { familiarity } from './seen.ts'
import { askSubjects, type Kind, withSecondView } from './subjects.ts'
import { type Vector, vectorOf } from './vocabulary.ts'

export const ranked = (head: Linear | undefined, vector: Vector): Ranked => {
  if (!head) return []
  const chances = predict(head, vector)
  return head.classes
    .map((key, i) => ({ key, confidence: chances[i] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** The chance that it is critical; what is usual where none learnt it. */
export const alarmIn = (said: Ranked): number => said.find((it) => it.key === CRITICAL)?.confidence ?? USUAL
export const CRITICAL = 'critical'
const USUAL = 0.1

/** Asks every head of a model about a message. */
export function ask({ common, own }: LocalModel, text: string, features: Features = featuresOf(text)): Said {
  const vector = own ? vectorOf(own.vocabulary, features) : undefined
  const wants = vectorOf(common.vocabulary, features)
  const subjects = common.subjects && askSubjects(common.subjects, wants)
  const both = (kind: Kind, head: Linear | undefined): Ranked => {
    if (!vector) return []
    const alone = ranked(head, vector)
    return subjects ? withSecondView(alone, (key) => subjects(kind, key)) : alone
  }
  return {
    text,
    features,
    familiar: familiarity(common.seen, features),
    intents: ranked(common.intent, wants),
    alarm: alarmIn(ranked(common.alarm, wants)),
    cases: both('case', own?.caseType),
    bookings: both('booking', own?.bookingKind),
  }
}

/** The same, by somebody who also knows the names of what no message taught. */
export const heard = (model: LocalModel, text: string, desk: TenantLabels): Said =>
  withNamed(ask(model, text), model.byName, desk)

export const judged = (model: LocalModel, said: Said, labels: TenantLabels): Judgement =>
  judge(said, { pressing: model.pressing, concerns: (it) => concernsOf(labels, it) }, model)
