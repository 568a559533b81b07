import { z } from 'zod'
import type { Intent, Severity, Slots, SlotValue } from '../understanding.ts'

const slotValue = z.looseObject({ text: z.string().optional(), value: z.union([z.string(), z.number()]) })

/** One line of a labelled file; what it was labelled with may be missing: then that is not scored. */
const line = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  tenant: z.string(),
  text: z.string(),
  reference_now: z.string().optional(),
  language: z.string().nullish(),
  intent: z.string().nullish(),
  case_type: z.string().nullish(),
  booking_kind: z.string().nullish(),
  severity: z.string().nullish(),
  slots: z.record(z.string(), z.union([slotValue, z.array(slotValue)])).nullish(),
})

export type Labelled = {
  id: string
  tenant: string
  text: string
  /** when it was written, if the file says so */
  now?: Date
  language?: string
  intent?: string
  caseType?: string
  bookingKind?: string
  severity?: string
  /** undefined: nobody labelled them; `{}`: there are none */
  slots?: Record<string, { value: string | number }[]>
}

/** What an engine made of one message, in the words of the labels. */
export type Answer = {
  intent: Intent
  caseType?: string
  bookingKind?: string
  severity?: Severity
  slots: Slots
  /** labels that would be offered to tap, best first */
  offered: string[]
  language: string
  confidence: number
  latencyMs: number
  /** millionths of a dollar; 0 for the local engine */
  costMicroUsd: number
}

/**
 * Reads a labelled file. Names the first line that cannot be read.
 * @throws Error with the number of the line and what is wrong with it
 */
export function labelledLines(text: string, named: string): Labelled[] {
  const rows = text.split('\n').flatMap((one, index): Labelled[] => {
    if (one.trim() === '') return []
    const where = `${named}:${index + 1}`
    const read = line.safeParse(jsonOf(one, where))
    if (!read.success) {
      const wrong = read.error.issues[0]
      throw new Error(`${where}: ${wrong?.path.join('.') || 'line'}: ${wrong?.message}`)
    }
    return [labelledOf(read.data, index, where)]
  })
  // in a file with slots a labelled line without any says that there are none
  if (rows.every((it) => it.slots === undefined)) return rows
  return rows.map((it) => (it.intent && !it.slots ? { ...it, slots: {} } : it))
}

function labelledOf(it: z.infer<typeof line>, index: number, where: string): Labelled {
  const now = it.reference_now === undefined ? undefined : new Date(it.reference_now)
  if (now && Number.isNaN(now.getTime())) throw new Error(`${where}: reference_now: not an instant`)
  const { slots } = it
  return {
    id: it.id ?? String(index + 1),
    tenant: it.tenant,
    text: it.text,
    ...(now && { now }),
    ...(it.language && { language: it.language }),
    ...(it.intent && { intent: it.intent }),
    ...(it.case_type && { caseType: it.case_type }),
    ...(it.booking_kind && { bookingKind: it.booking_kind }),
    ...(it.severity && { severity: it.severity }),
    ...(slots && { slots: Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, [value].flat()])) }),
  }
}

function jsonOf(one: string, where: string): unknown {
  try {
    return JSON.parse(one)
  } catch {
    throw new Error(`${where}: not JSON`)
  }
}

/** One line of predictions: the labels' own names, null for what there is none of. */
export const predictionOf = (id: string, it: Answer) => ({
  id,
  intent: it.intent,
  case_type: it.caseType ?? null,
  booking_kind: it.bookingKind ?? null,
  severity: it.severity ?? null,
  slots: Object.fromEntries(
    Object.entries(it.slots).flatMap(([name, found]) => {
      const [first, ...others] = found as SlotValue[]
      if (!first) return []
      return [[name, others.length > 0 ? found : first]]
    }),
  ),
  language: it.language,
  confidence: Math.round(it.confidence * 10_000) / 10_000,
  latency_ms: Math.round(it.latencyMs * 1_000) / 1_000,
})
