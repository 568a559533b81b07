import { isoDay, today } from '../slots/at.ts'
import { readSlots } from '../slots/read-slots.ts'
import type { Gazetteer, Intent, LabelAlternative, TenantLabels, Understanding } from '../understanding.ts'
import { type Features, featuresOf } from './features.ts'
import { isFragment } from './fragments.ts'
import { languageOf } from './language.ts'
import { type Linear, predict } from './linear.ts'
import type { LocalModel } from './model.ts'
import { familiarity } from './seen.ts'
import { severityOf } from './severity.ts'

export type ReadContext = {
  /** When the message was written. */
  now: Date
  zone: string
  labels: TenantLabels
  gazetteer: Gazetteer
  /** Milliseconds of any steady clock, for `latencyMs`. */
  clock: () => number
}

type Ranked = { key: string; confidence: number }[]

/** Below this a real case with a critical type is still taken as a case: missing one costs more than asking once too often. */
const CRITICAL_FLOOR = 0.22
const STRANGE = 0.45

/** Reads one message: intent, label, severity, slots, and how sure the engine is of it. */
export const read = (model: LocalModel, text: string, context: ReadContext): Understanding => {
  const start = context.clock()
  const features = featuresOf(text)
  const intents = intentsOf(model, features, text)
  const cases = ranked(model.caseType, features)
  const bookings = ranked(model.bookingKind, features)
  const intent = chooseIntent(intents, cases, context.labels)
  const intentConfidence = intents.find((it) => it.key === intent)?.confidence ?? 0
  const label = intent === 'case_report' ? cases[0] : intent === 'booking_request' ? bookings[0] : undefined
  const caseType = intent === 'case_report' ? label?.key : undefined
  const bookingKind = intent === 'booking_request' ? label?.key : undefined
  const slots = readSlots(text, {
    ...context,
    intent,
    ...(caseType ? { caseType } : {}),
    ...(bookingKind ? { bookingKind } : {}),
  })
  const usual = context.labels.caseTypes.find((it) => it.key === caseType)?.defaultSeverity
  const day = today(context)
  const severity =
    caseType && usual
      ? severityOf({ text, caseType, usual, slots, today: isoDay(day), tomorrow: isoDay(day + 1) })
      : undefined
  return {
    intent,
    intentConfidence,
    ...(caseType ? { caseType } : {}),
    ...(bookingKind ? { bookingKind } : {}),
    ...(label ? { labelConfidence: likelihoodOf(label.confidence, intent === 'case_report' ? cases : bookings) } : {}),
    alternatives: alternativesOf(intents, cases, bookings),
    ...(severity ? { severity: severity.severity, severityReason: severity.reason } : {}),
    slots,
    language: languageOf(text),
    confidence: intentConfidence * (label?.confidence ?? 1),
    engine: 'local',
    latencyMs: context.clock() - start,
  }
}

const ranked = (model: Linear | undefined, features: Features): Ranked => {
  if (!model) return []
  const chances = predict(model, features)
  return model.classes
    .map((key, i) => ({ key, confidence: chances[i] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** Of two labels half is no more than chance: what barely beats the others is worth less than it looks. */
const likelihoodOf = (confidence: number, among: Ranked): number =>
  among.length === 1 || confidence >= BEATS_CHANCE / among.length ? confidence : confidence * 0.6
const BEATS_CHANCE = 1.3

type RankedIntents = { key: Intent; confidence: number }[]

const isIntent = (key: string): key is Intent =>
  /^(?:booking_request|case_report|status_query|question|handoff|smalltalk|other)$/.test(key)

/** Writing never met before (another language, a cat on the keyboard) is worth little, whatever the weights say. */
const intentsOf = (model: LocalModel, features: Features, text: string): RankedIntents => {
  if (text.trim() === '') return [{ key: 'other', confidence: 0 }]
  const intents = ranked(model.intent, features).flatMap(({ key, confidence }) =>
    isIntent(key) ? [{ key, confidence }] : [],
  )
  const known = familiarity(model.seen, features)
  const foreign = languageOf(text) === 'other' && /\p{L}/u.test(text)
  const doubt = foreign
    ? Math.max(0.5, 1 - known)
    : known < STRANGE && features.concepts.length < 2
      ? 1 - known / STRANGE
      : 0
  if (isAttack(features)) return leaning(intents, 0.8)
  if (isFragment(text)) return withoutAlarm(intents)
  if (doubt === 0) return intents
  return leaning(intents, doubt, 0.6)
}

/** A fragment may be a wish or an answer, but never an emergency or a call for a person. */
const withoutAlarm = (intents: RankedIntents): RankedIntents =>
  intents
    .map(({ key, confidence }) => ({
      key,
      confidence: confidence * (key === 'case_report' || key === 'handoff' ? ALARM_LEFT : 1),
    }))
    .sort((a, b) => b.confidence - a.confidence)

const ALARM_LEFT = 0.1

/** Takes `doubt` off every intent and gives `share` of it to "other"; the rest is plain uncertainty. */
const leaning = (intents: RankedIntents, doubt: number, share = 1): RankedIntents =>
  intents
    .map(({ key, confidence }) => ({
      key,
      confidence: confidence * (1 - doubt) + (key === 'other' ? doubt * share : 0),
    }))
    .sort((a, b) => b.confidence - a.confidence)

// A real request may hide in a hostile message; these are what it would be about
const REAL =
  /^(?:notarrived|noshow|hurt|crime|noname|late|book|wrongamount|dropped|notstarted|stuck|lost|login|dining|daytrip|spa)$/

/** Words of an attack on the bot with nothing of the desk's own business in them. */
const isAttack = ({ concepts }: Features): boolean =>
  concepts.includes('inject') && !concepts.some((it) => REAL.test(it))

const chooseIntent = (intents: RankedIntents, cases: Ranked, labels: TenantLabels): Intent => {
  const first = intents[0]?.key ?? 'other'
  if (first === 'case_report') return first
  const caseChance = intents.find((it) => it.key === 'case_report')?.confidence ?? 0
  const critical = new Set(labels.caseTypes.filter((it) => it.defaultSeverity === 'critical').map((it) => it.key))
  const criticalChance = cases.reduce((sum, it) => sum + (critical.has(it.key) ? it.confidence : 0), 0)
  return caseChance * criticalChance >= CRITICAL_FLOOR ? 'case_report' : first
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
