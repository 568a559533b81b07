import type { Masked } from '../../llm/masking.ts'
import { severityOf } from '../local/severity.ts'
import { isoDay, today } from '../slots/at.ts'
import { readSlots } from '../slots/read-slots.ts'
import {
  concernsOf,
  type Gazetteer,
  type Intent,
  type LabelAlternative,
  type Language,
  type Severity,
  type SlotName,
  type Slots,
  type TenantLabels,
  type Understanding,
} from '../understanding.ts'
import { type ModelAnswer, named } from './answer.ts'
import { slotSaid } from './slot-said.ts'

/** What a model made of a message, without a word of it: slots are places in the masked text. */
export type Opinion = {
  intent: Intent
  caseType?: string
  bookingKind?: string
  severity?: Severity
  severityReason?: string
  language: Language
  confidence: number
  slots: { slot: SlotName; at: number; length: number; value: string }[]
}

const MOST_SLOTS = 20
/** Numbers, dates and times of day are formats; any other value could be words. */
const A_FORMAT = /^(?:[\d:/.-]{1,25}|morning|noon|afternoon|evening|night)$/

/** Keeps of a well-formed answer what belongs together and what the message really holds. */
export function opinionIn(answer: ModelAnswer, masked: string): Opinion {
  const caseType = answer.intent === 'case_report' ? named(answer.case_type) : undefined
  const bookingKind = answer.intent === 'booking_request' ? named(answer.booking_kind) : undefined
  const severity = caseType ? named(answer.severity) : undefined
  const reason = severity ? named(answer.severity_reason) : undefined
  return {
    intent: answer.intent,
    ...(caseType && { caseType }),
    ...(bookingKind && { bookingKind }),
    ...(severity && { severity }),
    ...(reason && { severityReason: reason }),
    language: answer.language,
    confidence: Math.min(1, Math.max(0, answer.confidence)),
    slots: answer.slots.slice(0, MOST_SLOTS).flatMap(({ slot, text, value }) => {
      const said = text.trim()
      const at = said === '' ? -1 : masked.indexOf(said)
      return at < 0 ? [] : [{ slot, at, length: said.length, value: A_FORMAT.test(value) ? value : '' }]
    }),
  }
}

export type OpinionContext = {
  /** as the customer wrote it */
  text: string
  masked: Masked
  at: Date
  zone: string
  labels: TenantLabels
  gazetteer: Gazetteer
}

/** A model's own word for how sure it is, is worth no more than this. */
const MOST_TRUST = 0.95

/**
 * The model's opinion in the desk's own terms. Our grammars read the slots first and the model fills what they leave open; our own rules stand
 * where they call a trouble critical.
 */
export function understandingOf(
  opinion: Opinion,
  local: Understanding,
  it: OpinionContext,
): Omit<Understanding, 'engine'> {
  const { intent, caseType, bookingKind } = opinion
  const slots = slotsOf(opinion, it)
  const trust = trustIn(opinion, local)
  const label = caseType ?? bookingKind
  const severity = caseType ? severityIn(opinion, caseType, slots, it) : undefined
  const concerns = concernsOf(it.labels, caseType)
  return {
    intent,
    intentConfidence: trust,
    ...(caseType && { caseType }),
    ...(concerns.length > 0 && { concerns }),
    ...(bookingKind && { bookingKind }),
    ...(label && { labelConfidence: trust }),
    alternatives: alternativesOf(opinion, local, trust),
    ...severity,
    slots,
    language: languageOf(opinion.language, local.language),
    confidence: trust,
    latencyMs: local.latencyMs,
  }
}

/** Two that agree without having seen each other are right more often than either. */
function trustIn(opinion: Opinion, local: Understanding): number {
  const own = Math.min(opinion.confidence, MOST_TRUST)
  const same =
    opinion.intent === local.intent &&
    (opinion.caseType ?? opinion.bookingKind) === (local.caseType ?? local.bookingKind)
  return same ? 1 - (1 - own) * (1 - local.confidence) : own
}

/** Letters say which script it is; only what is written in Latin ones can be mistaken. */
const languageOf = (said: Language, seen: Language): Language => (seen === 'en' || seen === 'other' ? said : seen)

function alternativesOf(opinion: Opinion, local: Understanding, trust: number): LabelAlternative[] {
  const { caseType, bookingKind } = opinion
  const key = caseType ?? bookingKind
  if (!key) return local.alternatives
  const kind = caseType ? 'case' : 'booking'
  const others = local.alternatives.filter((it) => it.kind !== kind || it.key !== key)
  return [{ kind, key, confidence: trust } as const, ...others].slice(0, 5)
}

function severityIn(
  opinion: Opinion,
  caseType: string,
  slots: Slots,
  it: OpinionContext,
): { severity: Severity; severityReason: string } | undefined {
  const usual = it.labels.caseTypes.find((one) => one.key === caseType)?.defaultSeverity
  if (!usual) return undefined
  const day = today({ now: it.at, zone: it.zone })
  const ruled = severityOf({
    text: it.text,
    concerns: concernsOf(it.labels, caseType),
    usual,
    slots,
    today: isoDay(day),
    tomorrow: isoDay(day + 1),
  })
  const byRule = { severity: ruled.severity, severityReason: ruled.reason }
  const { severity, severityReason: reason = 'usual_for_type' } = opinion
  if (!severity || (ruled.severity === 'critical' && ruled.reason !== 'usual_for_type')) return byRule
  const lower = LADDER.indexOf(severity) < LADDER.indexOf(ruled.severity)
  return lower && !LOWERS.includes(reason) ? byRule : { severity, severityReason: reason }
}

const LADDER: readonly Severity[] = ['low', 'normal', 'high', 'critical']
const LOWERS = ['customer_says_not_urgent', 'over_and_nobody_waits']

function slotsOf(opinion: Opinion, it: OpinionContext): Slots {
  const { intent, caseType, bookingKind } = opinion
  if (intent === 'smalltalk' || intent === 'other') return {}
  const slots = readSlots(it.text, {
    now: it.at,
    zone: it.zone,
    labels: it.labels,
    gazetteer: it.gazetteer,
    intent,
    ...(caseType && { caseType }),
    ...(bookingKind && { bookingKind }),
  })
  for (const { slot, at, length, value } of opinion.slots) {
    if (slots[slot]) continue
    const words = it.masked.unmask(it.masked.text.slice(at, at + length))
    const read = slotSaid(slot, words, value, { now: it.at, zone: it.zone, gazetteer: it.gazetteer })
    if (!read) continue
    // the same words do not say two things: who understands the sentence knows which
    for (const other of Object.keys(slots) as SlotName[])
      if (slots[other]?.every((one) => one.text === read.text)) delete slots[other]
    slots[slot] = [read]
  }
  return slots
}
