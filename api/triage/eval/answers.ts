import { sharedLessons } from '../base/shared-lessons.ts'
import { writtenIn } from '../local/language.ts'
import { read } from '../local/read.ts'
import { train } from '../local/train.ts'
import type { Gazetteer, LabelledMessage, TenantLabels, Understanding } from '../understanding.ts'
import type { Answer, Labelled } from './labelled.ts'
import type { Pair } from './score.ts'

export const answerOf = (text: string, it: Understanding): Answer => ({
  intent: it.intent,
  ...(it.caseType && { caseType: it.caseType }),
  ...(it.bookingKind && { bookingKind: it.bookingKind }),
  ...(it.severity && { severity: it.severity }),
  slots: it.slots,
  offered: it.alternatives.map((one) => one.key),
  language: writtenIn(text),
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
 * messages and by what all share.
 * @param now when a message was written that does not say so itself
 */
export function crossValidated(
  rows: readonly Labelled[],
  tenants: readonly Taught[],
  { now, folds }: { now: Date; folds: number },
): Pair[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const kept = rows.filter((_, index) => index % folds === fold)
    const known = new Set(kept.map((it) => it.text))
    const shared = sharedLessons().filter((it) => !known.has(it.text))
    return tenants.flatMap((desk) => {
      const lessons = rows.filter((it) => it.tenant === desk.tenant && !known.has(it.text)).map(lessonOf)
      const model = train(lessons, desk.labels, shared)
      const clock = () => performance.now()
      return kept
        .filter((it) => it.tenant === desk.tenant)
        .map((row) => ({
          row,
          got: answerOf(row.text, read(model, row.text, { ...desk, now: row.now ?? now, clock })),
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
