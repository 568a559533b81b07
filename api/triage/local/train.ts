import type { Intent, LabelledMessage, TenantLabels } from '../understanding.ts'
import { type Features, featuresOf } from './features.ts'
import { kinOf } from './kin.ts'
import { type Example, type Linear, trainLinear } from './linear.ts'
import type { LocalModel } from './model.ts'
import { remember } from './seen.ts'

export const INTENTS: readonly Intent[] = [
  'booking_request',
  'case_report',
  'status_query',
  'question',
  'handoff',
  'smalltalk',
  'other',
]

/**
 * Learns one tenant's engine. Intents are learnt from every example given (all tenants' messages may be shared),
 * case types and booking kinds from the examples whose label the tenant knows.
 */
export const train = (examples: readonly LabelledMessage[], labels: TenantLabels): LocalModel => {
  const read = examples.map((it) => ({ ...it, features: knownFeatures(it.text) }))
  const intent =
    intentModels.get(examples) ??
    trainLinear(
      read.map(({ features, intent }) => ({ features, label: intent })),
      [...INTENTS],
    )
  intentModels.set(examples, intent)
  const caseType = labelModel(
    read.map(({ features, caseType }) => ({ features, label: caseType })),
    labels.caseTypes.map((it) => it.key),
  )
  const bookingKind = labelModel(
    read.map(({ features, bookingKind }) => ({ features, label: bookingKind })),
    labels.bookingKinds.map((it) => it.key),
  )
  return {
    version: 1,
    intent,
    ...(caseType ? { caseType } : {}),
    ...(bookingKind ? { bookingKind } : {}),
    seen: remember(read.map((it) => it.features)),
  }
}

// The same list of examples teaches every tenant the same intents
const intentModels = new WeakMap<readonly LabelledMessage[], Linear>()

/** What a kindred label of another tenant is worth beside the tenant's own. */
const KIN_WEIGHT = 0.35
const LABEL_EPOCHS = 24

const labelModel = (
  examples: { features: Features; label: string | undefined }[],
  keys: string[],
): Linear | undefined => {
  const own = examples.flatMap(({ features, label }): Example[] => {
    if (label === undefined) return []
    if (keys.includes(label)) return [{ features, label }]
    const kin = kinOf(label, keys)
    return kin ? [{ features, label: kin, weight: KIN_WEIGHT }] : []
  })
  return own.length === 0 || keys.length === 0 ? undefined : trainLinear(own, keys, LABEL_EPOCHS)
}

// Tenants share most of their examples: the same text is spelt out once for all of them
const spelt = new Map<string, Features>()
const LIMIT = 6000

const knownFeatures = (text: string): Features => {
  const known = spelt.get(text)
  if (known) return known
  if (spelt.size > LIMIT) spelt.clear()
  const features = featuresOf(text)
  spelt.set(text, features)
  return features
}
