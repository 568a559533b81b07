import { isoDay, today } from '../slots/at.ts'
import { readSlots } from '../slots/read-slots.ts'
import {
  concernsOf,
  type Gazetteer,
  type Intent,
  type LabelAlternative,
  type TenantLabels,
  type Understanding,
} from '../understanding.ts'
import { withoutForms } from './forms.ts'
import { heard, judged } from './heads.ts'
import type { Ranked, RankedIntents } from './judge.ts'
import { languageOf } from './language.ts'
import type { LocalModel } from './model.ts'
import { orderedOutright } from './ordered-outright.ts'
import { severityOf } from './severity.ts'
import { unheardThing } from './unheard.ts'

export type ReadContext = {
  /** When the message was written. */
  now: Date
  zone: string
  labels: TenantLabels
  gazetteer: Gazetteer
  /** Milliseconds of any steady clock, for `latencyMs`. */
  clock: () => number
}

/** Reads one message: intent, label, severity, slots, and how sure the engine is of it. */
export const read = (model: LocalModel, written: string, context: ReadContext): Understanding => {
  const start = context.clock()
  const text = withoutForms(written)
  // surely nobody's words, so that no model is asked about them either
  if (!text && written) return { ...read(model, '', context), intentConfidence: 1, confidence: 1 }
  const said = heard(model, text, context.labels)
  const { intent, intentConfidence, label, intents, confidence, urgent } = orderedOutright(
    judged(model, said, context.labels),
    said,
    context,
  )
  const caseType = intent === 'case_report' ? label?.key : undefined
  const concerns = concernsOf(context.labels, caseType)
  const bookingKind = intent === 'booking_request' ? label?.key : undefined
  const slots = readSlots(text, {
    ...context,
    intent,
    ...(caseType ? { caseType } : {}),
    ...(bookingKind ? { bookingKind } : {}),
  })
  const usual = context.labels.caseTypes.find((it) => it.key === caseType)?.defaultSeverity
  const wished = model.own?.wished
  const unheard = bookingKind !== undefined && wished ? unheardThing(wished, text) : undefined
  const day = today(context)
  const severity =
    caseType && usual
      ? severityOf({
          text,
          concerns,
          usual,
          urgent,
          slots,
          today: isoDay(day),
          tomorrow: isoDay(day + 1),
        })
      : undefined
  return {
    intent,
    intentConfidence,
    ...(caseType ? { caseType } : {}),
    ...(concerns.length > 0 ? { concerns } : {}),
    ...(bookingKind ? { bookingKind } : {}),
    ...(label ? { labelConfidence: label.confidence } : {}),
    alternatives: alternativesOf(intents, said.cases, said.bookings),
    ...(severity ? { severity: severity.severity, severityReason: severity.reason } : {}),
    slots,
    ...(unheard !== undefined && { unheard }),
    language: languageOf(text),
    confidence,
    engine: 'local',
    latencyMs: context.clock() - start,
  }
}

const alternativesOf = (intents: RankedIntents, cases: Ranked, bookings: Ranked): LabelAlternative[] => {
  const chance = (intent: Intent) => intents.find((it) => it.key === intent)?.confidence ?? 0
  return [
    ...cases.map((it) => ({ kind: 'case' as const, key: it.key, confidence: it.confidence * chance('case_report') })),
    ...bookings.map((it) => ({
      kind: 'booking' as const,
      key: it.key,
      confidence: it.confidence * chance('booking_request'),
    })),
  ]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 5)
}
