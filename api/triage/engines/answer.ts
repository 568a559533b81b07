import { z } from 'zod'
import { INTENTS } from '../local/train.ts'
import { slotNames, type TenantLabels } from '../understanding.ts'

export const severities = ['critical', 'high', 'normal', 'low'] as const
/** The reasons our own rules give; a model chooses among them, so that no word of its own reaches anybody. */
export const severityReasons = [
  'usual_for_type',
  'danger',
  'stranded_or_refused',
  'account_compromised',
  'legal_or_media',
  'large_loss',
  'starts_within_a_day',
  'needed_and_gone',
  'customer_says_not_urgent',
  'over_and_nobody_waits',
] as const

/** Said instead of a label where there is none: both providers know plain words better than null. */
const NONE = 'none'

const among = <const T extends string>(words: readonly T[]) => z.enum([...words, NONE])

/** What a model may answer for this tenant: its own labels, and nothing else whatever it was told. */
export const answerSchema = (labels: TenantLabels) =>
  z.strictObject({
    intent: z.enum(INTENTS),
    case_type: among(labels.caseTypes.map((it) => it.key)),
    booking_kind: among(labels.bookingKinds.map((it) => it.key)),
    severity: among(severities),
    severity_reason: among(severityReasons),
    language: z.enum(['th', 'en', 'ja', 'other']),
    confidence: z.number(),
    slots: z.array(z.strictObject({ slot: z.enum(slotNames), text: z.string(), value: z.string() })),
  })

export type ModelAnswer = z.output<ReturnType<typeof answerSchema>>

export const named = <T extends string>(it: T): Exclude<T, typeof NONE> | undefined =>
  it === NONE ? undefined : (it as Exclude<T, typeof NONE>)
