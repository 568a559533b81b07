import type { Understanding } from '../../api/triage/understanding.ts'

/** A critical trouble is acted on below the usual bar: missing one costs more than opening one too many. */
const CRITICAL_BAR = 0.3
/** Less sure than this, it is as likely another one: see docs/triage-local.md. */
export const SURE_LABEL = 0.5
/** 'I have an issue' is no emergency yet, though nothing else is likelier. */
const CRITICAL_LABEL = 0.4

export const courses = [
  /** said to be in a language that is not spoken here */
  'other_language',
  /** not sure what is wanted: the likeliest meanings are offered to tap */
  'unsure',
  /** surely a trouble, or a booking, but of which type is not: those are offered to tap */
  'unsure_which',
  'open_case',
  /** no type or kind comes into question: the whole list is offered */
  'ask_which_case',
  'ask_which_booking',
  'begin_booking',
  'tell_status',
  'person',
  'answer_question',
  'small_talk',
  'not_understood',
] as const

export const namesOrder = (it: Understanding): boolean => (it.slots.order_id ?? it.slots.reference) !== undefined
/** of a type or kind */
export const BEYOND_DOUBT = 0.9
export type Course = (typeof courses)[number]

/** Not even what is wanted is sure enough to act. */
export const isUnsure = (it: Understanding, tenantsBar: number): boolean =>
  it.intentConfidence < (it.severity === 'critical' ? Math.min(CRITICAL_BAR, tenantsBar) : tenantsBar)

/** Surely enough of this type or kind. */
export const isSureOfLabel = (it: Understanding): boolean => {
  const label = it.labelConfidence ?? 0
  if (it.severity === 'critical') return label >= CRITICAL_LABEL
  return label >= SURE_LABEL && !isHardlyTrouble(it)
}

/** 'ぬるぽがっ' looks like a complaint, if like anything: nothing is opened for it. */
const isHardlyTrouble = (it: Understanding): boolean =>
  it.intent === 'case_report' &&
  it.confidence < HARDLY_RIGHT &&
  // who names an order means it
  !(namesOrder(it) && (it.labelConfidence ?? 0) >= BEYOND_DOUBT)
const HARDLY_RIGHT = 0.43

const LETTERS = /\p{L}/u
const FIGURES = /\p{Nd}/u

/** Written in a language that is not spoken here. */
export const isUnread = (it: Understanding, said: string): boolean => it.language === 'other' && LETTERS.test(said)

/** 'Pedido ORD-1, refund!': it was heard through words that are hardly understood, and so is beyond doubt. */
const isTroubleAllTheSame = (it: Understanding, tenantsBar: number): boolean =>
  it.intent === 'case_report' && it.caseType !== undefined && !isUnsure(it, tenantsBar) && isSureOfLabel(it)

/** What a message by itself leads to: the one place where sureness becomes an act, in the chat and in a dry run. */
export function courseOf(it: Understanding, tenantsBar: number, said: string): Course {
  // figures and signs are in no language, make nothing likelier that is not sure, and figures greet nobody
  const isSmall = it.intent === 'smalltalk' && FIGURES.test(said)
  if (!LETTERS.test(said) && (isSmall || isUnsure(it, tenantsBar))) return 'not_understood'
  if (isUnread(it, said) && !isTroubleAllTheSame(it, tenantsBar)) return 'other_language'
  if (isUnsure(it, tenantsBar)) return 'unsure'
  switch (it.intent) {
    case 'case_report':
      if (!it.caseType) return 'ask_which_case'
      return isSureOfLabel(it) ? 'open_case' : 'unsure_which'
    case 'booking_request':
      if (!it.bookingKind) return 'ask_which_booking'
      return isSureOfLabel(it) ? 'begin_booking' : 'unsure_which'
    case 'status_query':
      return 'tell_status'
    case 'handoff':
      return 'person'
    case 'question':
      return 'answer_question'
    case 'smalltalk':
      return 'small_talk'
    case 'other':
      return 'not_understood'
  }
}

/** Nothing more is asked: this is what it is taken for. */
export const surely = (it: Understanding): Understanding => ({
  ...it,
  confidence: Math.max(it.confidence, SURE_LABEL),
  labelConfidence: Math.max(it.labelConfidence ?? 0, SURE_LABEL),
})
