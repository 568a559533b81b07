import type { Intent, LabelledMessage, TenantLabels } from '../understanding.ts'
import { type Features, featuresOf } from './features.ts'
import { type Example, type Linear, trainLinear } from './linear.ts'
import type { LocalModel } from './model.ts'
import { remember } from './seen.ts'

export const INTENTS: readonly Intent[] = ['booking_request', 'case_report', 'status_query', 'question', 'handoff', 'smalltalk', 'other']

/**
 * Learns one tenant's engine. Intents are learnt from every example given (all tenants' messages may be shared),
 * case types and booking kinds from the examples whose label the tenant knows.
 */
export const train = (examples: readonly LabelledMessage[], labels: TenantLabels): LocalModel => {
  const read = examples.map((it) => ({ ...it, features: knownFeatures(it.text) }))
  const intent = trainLinear(
    read.map(({ features, intent }) => ({ features, label: intent })),
    [...INTENTS],
  )
  const caseType = labelModel(read.map(({ features, caseType }) => ({ features, label: caseType })), labels.caseTypes.map((it) => it.key))
  const bookingKind = labelModel(read.map(({ features, bookingKind }) => ({ features, label: bookingKind })), labels.bookingKinds.map((it) => it.key))
  return {
    version: 1,
    intent,
    ...(caseType ? { caseType } : {}),
    ...(bookingKind ? { bookingKind } : {}),
    seen: remember(read.map((it) => it.features)),
  }
}

const labelModel = (examples: { features: Features; label: string | undefined }[], keys: string[]): Linear | undefined => {
  const own = examples.filter((it): it is Example => it.label !== undefined && keys.includes(it.label))
  return own.length === 0 || keys.length === 0 ? undefined : trainLinear(own, keys)
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
