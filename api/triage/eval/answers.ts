import { read } from '../local/read.ts'
import { train } from '../local/train.ts'
import type { Gazetteer, LabelledMessage, TenantLabels, Understanding } from '../understanding.ts'
import type { Answer, Labelled } from './labelled.ts'
import type { Pair } from './score.ts'

export const answerOf = (it: Understanding): Answer => ({
  intent: it.intent,
  ...(it.caseType && { caseType: it.caseType }),
  ...(it.bookingKind && { bookingKind: it.bookingKind }),
  ...(it.severity && { severity: it.severity }),
  slots: it.slots,
  offered: it.alternatives.map((one) => one.key),
  language: it.language,
  confidence: it.confidence,
  latencyMs: it.latencyMs,
  costMicroUsd: it.asked?.costMicros ?? 0,
})

export type Taught = {
  tenant: string
  zone: string
  labels: TenantLabels
  gazetteer: Gazetteer
}

/**
 * Every message is read by an engine that was taught by the others alone, in so many parts; as the desk teaches it, each tenant by its own
 * messages.
 * @param now when a message was written that does not say so itself
 */
export function crossValidated(
  rows: readonly Labelled[],
  tenants: readonly Taught[],
  { now, folds }: { now: Date; folds: number },
): Pair[] {
  return tenants.flatMap((desk) => {
    const own = rows.filter((it) => it.tenant === desk.tenant)
    return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
      const kept = own.filter((_, index) => index % folds === fold)
      if (kept.length === 0) return []
      const lessons = own.filter((_, index) => index % folds !== fold).map(lessonOf)
      const model = train(lessons, desk.labels)
      const clock = () => performance.now()
      return kept.map((row) => ({
        row,
        got: answerOf(read(model, row.text, { ...desk, now: row.now ?? now, clock })),
      }))
    })
  })
}

const lessonOf = (it: Labelled): LabelledMessage => ({
  text: it.text,
  intent: it.intent as LabelledMessage['intent'],
  ...(it.caseType && { caseType: it.caseType }),
  ...(it.bookingKind && { bookingKind: it.bookingKind }),
})
