import type { Language } from '../tenants/schema.ts'
import { type BookingStage, isLive } from './schema.ts'

/**
 * Until how many hours before it begins a customer gives up a booking of a kind by themselves; null = never. What it costs later is the
 * business's own sentence, in the languages it has.
 */
export type CancelRule = { freeHours: number | null; words?: Partial<Record<Language, string>> }

/** Who may cancel it now: the customer by a yes, or only staff, since it may cost something. */
export type CancelTerms = {
  by: 'customer' | 'staff' | 'nobody'
  /** until then it costs nothing, where the business has said so */
  freeUntil: Date | null
  words: CancelRule['words']
}

const HOUR_MS = 3_600_000

/** What nobody has confirmed yet may always be taken back; what has begun never by a tap. */
export function cancelTerms(it: {
  rule: CancelRule | null
  stage: BookingStage
  startsAt: Date | undefined
  now: Date
}): CancelTerms {
  const { now, rule, stage, startsAt } = it
  const words = rule?.words
  if (!isLive(stage)) return { by: 'nobody', freeUntil: null, words }
  if (stage === 'new' || stage === 'qualified' || stage === 'quoted')
    return { by: 'customer', freeUntil: null, words: undefined }
  if (stage === 'in_progress' || (startsAt && startsAt <= now)) return { by: 'staff', freeUntil: null, words }
  if (!rule) return { by: 'customer', freeUntil: null, words }
  if (rule.freeHours === null || !startsAt) return { by: 'staff', freeUntil: null, words }
  const freeUntil = new Date(startsAt.getTime() - rule.freeHours * HOUR_MS)
  return { by: now < freeUntil ? 'customer' : 'staff', freeUntil, words }
}

/** What somebody was told before they said yes: a yes to something else is none. */
export const termsSeen = ({ by, freeUntil }: CancelTerms, startsAt: Date | undefined): string =>
  [by, freeUntil, startsAt]
    .map((it) => (it instanceof Date ? it.getTime().toString(36) : (it?.slice(0, 1) ?? '-')))
    .join('-')
