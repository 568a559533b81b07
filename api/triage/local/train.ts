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
  return relabel({ version: 1, intent, seen: remember(read.map((it) => it.features)) }, examples, labels)
}

/** The same engine with other labels: what a message wants is known already, only the changed kinds of labels are learnt, which is quick. */
export function relabel(
  { version, intent, seen, ...before }: LocalModel,
  examples: readonly LabelledMessage[],
  labels: TenantLabels,
): LocalModel {
  const caseType = knows(before.caseType, labels.caseTypes)
    ? before.caseType
    : labelModel(
        examples.map(({ text, caseType }) => ({ text, label: caseType })),
        labels.caseTypes,
      )
  const bookingKind = knows(before.bookingKind, labels.bookingKinds)
    ? before.bookingKind
    : labelModel(
        examples.map(({ text, bookingKind }) => ({ text, label: bookingKind })),
        labels.bookingKinds,
      )
  return { version, intent, ...(caseType && { caseType }), ...(bookingKind && { bookingKind }), seen }
}

/** Whether it was trained with just these labels. */
export const knows = (head: Linear | undefined, labels: { key: string }[]): boolean =>
  (head?.classes.length ?? 0) === labels.length && labels.every((it) => head?.classes.includes(it.key))

// The same list of examples teaches every tenant the same intents
const intentModels = new WeakMap<readonly LabelledMessage[], Linear>()

/** What a kindred label of another tenant is worth beside the tenant's own. */
const KIN_WEIGHT = 0.35
const LABEL_EPOCHS = 24
/** With so many messages a label needs no lesson from its name. */
const TAUGHT = 5

const labelModel = (
  examples: { text: string; label: string | undefined }[],
  labels: { key: string; names?: string[] }[],
): Linear | undefined => {
  const keys = labels.map((it) => it.key)
  const own = examples.flatMap(({ text, label }): Example[] => {
    if (label === undefined) return []
    if (keys.includes(label)) return [{ features: knownFeatures(text), label }]
    const kin = kinOf(label, keys)
    return kin ? [{ features: knownFeatures(text), label: kin, weight: KIN_WEIGHT }] : []
  })
  const named = labels.flatMap(({ key, names = [] }): Example[] =>
    own.filter((it) => it.label === key).length >= TAUGHT
      ? []
      : names.map((name) => ({ features: knownFeatures(name), label: key })),
  )
  const lessons = [...own, ...named]
  return lessons.length === 0 ? undefined : trainLinear(lessons, keys, LABEL_EPOCHS)
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
