import type { CaseConcern } from '../cases/schema.ts'

export type Intent = 'booking_request' | 'case_report' | 'status_query' | 'question' | 'handoff' | 'smalltalk' | 'other'

export type Severity = 'critical' | 'high' | 'normal' | 'low'

export type Language = 'th' | 'en' | 'ja' | 'zh' | 'other'

/** The language of ours that such a message is answered in; none where nothing of it is understood. */
export const answeredIn = (written: Language): 'th' | 'en' | 'ja' | undefined =>
  written === 'other' ? undefined : written === 'zh' ? 'en' : written

/** What the desk has readers and questions of its own for. */
export const slotNames = [
  'order_id',
  'amount',
  'date',
  'time',
  'party_size',
  'destination',
  'duration_nights',
  'budget',
  'item',
  'venue',
  'phone',
  'email',
  'name',
  'reference',
] as const
export type SlotName = (typeof slotNames)[number]

/** `text` is the words of the message, `value` what they mean in the formats of the taxonomy. */
export type SlotValue = {
  text: string
  value: string | number
  currency?: string
  unit?: 'qty'
  per?: 'person' | 'total' | 'night'
}

export type Slots = Partial<Record<SlotName, SlotValue[]>>

export type LabelAlternative = { kind: 'case' | 'booking'; key: string; confidence: number }

/** What the triage engine made of one message. `caseType` and `bookingKind` are labels among the tenant's own. */
export type Understanding = {
  intent: Intent
  intentConfidence: number
  caseType?: string
  /** what the business says its type concerns */
  concerns?: readonly CaseConcern[]
  bookingKind?: string
  labelConfidence?: number
  /** The likeliest case types and booking kinds, best first, for a clarifying question. */
  alternatives: LabelAlternative[]
  severity?: Severity
  severityReason?: string
  slots: Slots
  /** what they wish for, in their words, where no wish that was ever made here has a word of it */
  unheard?: string
  language: Language
  confidence: number
  engine: Engine
  latencyMs: number
  /** what was asked of a language model for it, also when nothing came of it */
  asked?: ModelUse
  /** several things told in one message, what is most urgent first; left out where it is one */
  matters?: readonly Matter[]
}

/** One of them, and the words it was read from. */
export type Matter = { said: string; understood: Understanding }

/** The one whose word counted. */
export type Engine = 'local' | 'openai' | 'gemini'

export type ModelUse = {
  provider: 'openai' | 'gemini'
  model: string
  inputTokens: number
  outputTokens: number
  /** millionths of a US dollar */
  costMicros: number
  latencyMs: number
  /** why its answer did not count */
  trouble?: string
}

export type TenantLabels = {
  /** `names` teach what a label is called, where messages have not taught it yet */
  caseTypes: { key: string; defaultSeverity: Severity; names?: string[]; concerns?: readonly CaseConcern[] }[]
  bookingKinds: { key: string; requiredSlots: SlotName[]; optionalSlots: SlotName[]; names?: string[] }[]
}

/** What the business says that one of its case types concerns. */
export const concernsOf = (labels: TenantLabels, caseType: string | undefined): readonly CaseConcern[] =>
  labels.caseTypes.find((it) => it.key === caseType)?.concerns ?? []

/** Whether a kind of booking is called so, in any of its languages; its key is a name for programs. */
export const isCalled = (labels: TenantLabels, bookingKind: string | undefined, so: RegExp): boolean =>
  labels.bookingKinds.some((it) => it.key === bookingKind && it.names?.some((name) => so.test(name)))

export type LabelledMessage = {
  text: string
  intent: Intent
  caseType?: string
  bookingKind?: string
  severity?: Severity
  language?: string
  /** the business it was said to: its labels are what it could have been */
  desk?: string
}

/** The tenant's own catalogue names and their aliases, in Thai, English and Japanese. */
export type Gazetteer = { slot: 'item' | 'venue' | 'destination'; value: string; names: string[] }[]
