import type { Intent, LabelledMessage, TenantLabels } from '../understanding.ts'
import { type Scored, temperatureOf } from './calibrate.ts'
import { pressingOf } from './critical.ts'
import { type Features, featuresOf } from './features.ts'
import { CRITICAL } from './heads.ts'
import { kinOf } from './kin.ts'
import { type Example, type Linear, type Pace, scoresOf, trainLinear } from './linear.ts'
import { type Common, type LocalModel, MODEL_VERSION, type Own } from './model.ts'
import { remember } from './seen.ts'
import { subjectsOf } from './subjects.ts'
import { trustAfter } from './trust.ts'
import { wordsOfWishes } from './unheard.ts'
import { isTelling, type Shares, type Vocabulary, vectorOf, vocabularyOf } from './vocabulary.ts'

export const INTENTS: readonly Intent[] = [
  'booking_request',
  'case_report',
  'status_query',
  'question',
  'handoff',
  'smalltalk',
  'other',
]

// how much each kind of feature may say, and the rest below: tuned on folds of the training messages
const INTENT_SHARES: Shares = {
  words: 1.5,
  letters: 1.2,
  topics: 1.3,
  topicPairs: 0.9,
  speech: 0.8,
  speechPairs: 0.6,
  fields: 0.7,
  fieldPairs: 0.4,
  shape: 0.25,
}
const LABEL_SHARES: Shares = {
  words: 1.5,
  letters: 1.2,
  topics: 1.3,
  topicPairs: 0.9,
  fields: 0.5,
  fieldPairs: 0.3,
  shape: 0.25,
}
const INTENT_LESSON = { epochs: 10, balance: 0.5 }
const ALARM_LESSON = { epochs: 8, balance: 0.5, sure: 0.05 }
const LABEL_LESSON = { epochs: 8, balance: 0.8, sure: 0.05 }
const MOST_FEATURES = { intent: 90_000, labels: 60_000 }
const FOLDS = 2
/** What a kindred label of another tenant is worth beside the tenant's own. */
const KIN_WEIGHT = 0.35
/** With so many messages a label needs no lesson from its name. */
const TAUGHT = 5

/**
 * Learns one tenant's engine. What a message wants is learnt from what all tenants share, once for all of them, and then from the tenant's own
 * examples; case types and booking kinds from every example whose label the tenant knows.
 */
export function train(
  own: readonly LabelledMessage[],
  labels: TenantLabels,
  shared: readonly LabelledMessage[] = own,
): LocalModel {
  const common = adapted(commonOf(shared), newTo(shared, own), shared)
  return relabel({ common }, own, labels, shared)
}

/** The same engine with other labels: what a message wants is known already, only the labels are learnt, which is quick. */
export function relabel(
  { common }: Pick<LocalModel, 'common'>,
  own: readonly LabelledMessage[],
  labels: TenantLabels,
  shared: readonly LabelledMessage[] = own,
): LocalModel {
  const fresh = newTo(shared, own)
  const said = new Set(fresh.map((it) => it.text))
  // what the tenant says of a message itself stands, whatever the shared lesson was
  const examples = [...shared.filter((it) => !said.has(it.text)), ...fresh]
  const types = lessonsOf(
    examples.map(({ text, caseType }) => ({ text, label: caseType })),
    labels.caseTypes,
    { met: common.vocabulary, own: said },
  )
  const kinds = lessonsOf(
    examples.map(({ text, bookingKind }) => ({ text, label: bookingKind })),
    labels.bookingKinds,
    { met: common.vocabulary, own: said },
  )
  const taught = [...types.lessons, ...kinds.lessons]
  const ours = new Set([...types.classes, ...kinds.classes])
  const labelled = examples.filter((it) => ours.has(it.caseType ?? it.bookingKind ?? '')).length
  const model: LocalModel = {
    version: MODEL_VERSION,
    common,
    byName: { cases: types.byName, bookings: kinds.byName },
    pressing: pressingOf(labels.caseTypes, examples),
    ...trustAfter(labelled),
  }
  if (taught.length === 0) return model
  const vocabulary = vocabularyOf(
    taught.map((it) => it.features),
    { shares: LABEL_SHARES, least: 1, most: MOST_FEATURES.labels },
  )
  const caseHead = headOf(vocabulary, types)
  const bookingHead = headOf(vocabulary, kinds)
  const wished = wordsOfWishes(kinds.told)
  const heads: Own = {
    vocabulary,
    ...(caseHead && { caseType: caseHead }),
    ...(bookingHead && { bookingKind: bookingHead }),
    ...(wished && { wished }),
  }
  return { ...model, own: heads }
}

/** Whether it was trained with just these labels. */
export const knows = (head: Linear | undefined, labels: { key: string }[]): boolean =>
  (head?.classes.length ?? 0) === labels.length && labels.every((it) => head?.classes.includes(it.key))

type Lesson = { text: string; features: Features; label: string; weight: number }
type Lessons = {
  classes: string[]
  lessons: Lesson[]
  /** what was said of them in so many words, without their names and what others say of things like them */
  told: string[]
  /** of which little more than the name is known */
  byName: string[]
}

const foldOf = (text: string): number => {
  let h = 7
  for (let i = 0; i < text.length; i += 1) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0
  return Math.abs(h % FOLDS)
}

/** Learns from everything, and in folds, to know how far to trust what it says of messages it has not met. */
function learntFrom(
  vocabulary: Vocabulary,
  lessons: readonly Example[],
  classes: readonly string[],
  pace: Pace,
): Linear {
  const head = trainLinear(vocabulary, lessons, classes, pace)
  if (classes.length < 2) return head
  const folds = lessons.map((it) => foldOf(it.text))
  const scored: Scored[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const kept = lessons.filter((_, i) => folds[i] === fold)
    const rest = lessons.filter((_, i) => folds[i] !== fold)
    if (kept.length === 0 || rest.length === 0) continue
    const trial = trainLinear(vocabulary, rest, classes, pace)
    for (const { vector, label } of kept)
      scored.push({ scores: scoresOf(trial, vector), target: classes.indexOf(label) })
  }
  return { ...head, temperature: temperatureOf(scored) }
}

// the same list of examples teaches every tenant the same intents
const learnt = new WeakMap<readonly LabelledMessage[], Common>()

function commonOf(examples: readonly LabelledMessage[]): Common {
  const known = learnt.get(examples)
  if (known) return known
  const messages = examples.map((it) => knownFeatures(it.text))
  const vocabulary = vocabularyOf(messages, { shares: INTENT_SHARES, least: 2, most: MOST_FEATURES.intent })
  const lessons = examples.map(({ text, intent }, i) => ({
    text,
    label: intent,
    vector: vectorOf(vocabulary, messages[i] as Features),
  }))
  const intent = learntFrom(vocabulary, lessons, INTENTS, INTENT_LESSON)
  // of a trouble that nobody said the severity of nothing is learnt; what is no trouble can wait
  const urgent = examples.flatMap(({ text, intent, severity }, i) => {
    const lesson = lessons[i]
    if (!lesson || (intent === 'case_report' && !severity)) return []
    return [{ text, vector: lesson.vector, label: severity === 'critical' ? CRITICAL : 'not' }]
  })
  const alarm = urgent.some((it) => it.label === CRITICAL)
    ? learntFrom(vocabulary, urgent, [CRITICAL, 'not'], ALARM_LESSON)
    : undefined
  const subjects = subjectsOf(examples, (index) => lessons[index]?.vector)
  const common: Common = {
    vocabulary,
    intent,
    ...(alarm && { alarm }),
    ...(subjects && { subjects }),
    seen: remember(messages),
    taughtBy: fingerprintOf(examples),
  }
  learnt.set(examples, common)
  return common
}

/** What a stored model learnt from the shared lessons need not be learnt again for the next tenant, if they are still the same. */
export function recall(shared: readonly LabelledMessage[], model: LocalModel): void {
  if (!learnt.has(shared) && isTaughtBy(model, shared)) learnt.set(shared, model.common)
}

/** Whether these lessons, and no others, made what a model shares with all. */
export const isTaughtBy = ({ common }: LocalModel, shared: readonly LabelledMessage[]): boolean =>
  common.taughtBy === fingerprintOf(shared)

const fingerprints = new WeakMap<readonly LabelledMessage[], number>()

function fingerprintOf(examples: readonly LabelledMessage[]): number {
  let h = fingerprints.get(examples) ?? 0
  if (h !== 0) return h
  h = TEACHING
  for (const it of examples) {
    const said = lessonKey(it)
    for (let i = 0; i < said.length; i += 1) h = Math.imul(h ^ said.charCodeAt(i), 0x01000193)
  }
  h = h >>> 0 || 1
  fingerprints.set(examples, h)
  return h
}
/** Another number when the same lessons would teach something else. */
const TEACHING = 9

const sets = new WeakMap<readonly LabelledMessage[], ReadonlySet<string>>()
const lessonKey = (it: LabelledMessage): string => [it.intent, it.caseType ?? it.bookingKind ?? '', it.text].join('\n')

/** The tenant's own examples that are not shared already. */
function newTo(shared: readonly LabelledMessage[], own: readonly LabelledMessage[]): readonly LabelledMessage[] {
  if (shared === own) return []
  const known = sets.get(shared) ?? new Set(shared.map(lessonKey))
  sets.set(shared, known)
  return own.filter((it) => !known.has(lessonKey(it)))
}

/** Goes on learning from a tenant's own examples, with some of what was learnt before among them, so that it is not forgotten. */
function adapted(common: Common, fresh: readonly LabelledMessage[], shared: readonly LabelledMessage[]): Common {
  if (fresh.length === 0) return common
  const said = new Set(fresh.map((it) => it.text))
  const every = Math.max(1, Math.floor(shared.length / REHEARSED))
  const rehearsed = shared.filter((it, i) => i % every === 0 && !said.has(it.text))
  const lessons = [...rehearsed, ...fresh].map(({ text, intent }) => ({
    text,
    label: intent,
    vector: vectorOf(common.vocabulary, knownFeatures(text)),
  }))
  const head = trainLinear(common.vocabulary, lessons, INTENTS, {
    epochs: 3,
    balance: 0,
    rate: 0.1,
    from: common.intent,
  })
  return {
    ...common,
    intent: { ...head, temperature: common.intent.temperature },
    seen: remember(
      fresh.map((it) => knownFeatures(it.text)),
      common.seen,
    ),
    taughtBy: 0,
  }
}
const REHEARSED = 800

/** The shared lessons speak for a business only where they know most of its labels. */
const KNOWN_SHARE = 0.75
/** What a label that a stranger to them happens to have learns from them beside its name. */
const FEW = 6

/**
 * Who has nothing in common with the businesses of the shared lessons but a key or two (`lost_item`, or something with `invoice` in it) learns little
 * from them: with hundreds of somebody else's messages such a label would swallow its neighbours, who have only their names.
 */
function lessonsOf(
  examples: { text: string; label: string | undefined }[],
  labels: { key: string; names?: string[] }[],
  { met, own }: { met: Vocabulary; own: ReadonlySet<string> },
): Lessons {
  const classes = labels.map((it) => it.key)
  const shared = new Map<string, number>()
  for (const { text, label } of examples)
    if (label !== undefined && !own.has(text)) shared.set(label, (shared.get(label) ?? 0) + 1)
  const known = classes.filter((it) => (shared.get(it) ?? 0) >= TAUGHT).length
  const isStranger = known < classes.length * KNOWN_SHARE
  const kin = new Map([...shared.keys()].map((it) => [it, isStranger ? undefined : kinOf(it, classes)]))
  const heard = new Map<string, number>()
  const isOneOfFew = (label: string): boolean => {
    const at = heard.get(label) ?? 0
    heard.set(label, at + 1)
    return at % Math.ceil((shared.get(label) ?? 0) / FEW) === 0
  }
  const told = examples.flatMap(({ text, label }): Lesson[] => {
    if (label === undefined) return []
    if (classes.includes(label))
      return isStranger && !own.has(text) && !isOneOfFew(label)
        ? []
        : [{ text, features: knownFeatures(text), label, weight: 1 }]
    const of = kin.get(label)
    return of ? [{ text, features: knownFeatures(text), label: of, weight: KIN_WEIGHT }] : []
  })
  const named = labels.flatMap(({ key, names = [] }): Lesson[] =>
    !isStranger && told.filter((it) => it.label === key).length >= TAUGHT
      ? []
      : names.map((name) => ({ text: name, features: telling(knownFeatures(name), met), label: key, weight: 1 })),
  )
  const byName = classes.filter((key) => told.filter((it) => it.label === key).length < TAUGHT)
  const ours = told.flatMap(({ text, weight }) => (weight === 1 ? [text] : []))
  return { classes, lessons: [...told, ...named], told: ours, byName }
}

/** Of a name only what tells it from other words: 'Allergic reaction to a product' is not about `to`. */
const telling = ({ words, letters, ...features }: Features, met: Vocabulary): Features => ({
  ...features,
  words: words.filter((it) => isTelling(met, it)),
  letters: letters.filter((it) => isTelling(met, it)),
})

function headOf(vocabulary: Vocabulary, { classes, lessons }: Lessons): Linear | undefined {
  if (lessons.length === 0) return undefined
  const examples = lessons.map(({ text, features, label, weight }) => ({
    text,
    label,
    weight,
    vector: vectorOf(vocabulary, features),
  }))
  return learntFrom(vocabulary, examples, classes, LABEL_LESSON)
}

// Tenants share most of their examples: the same text is spelt out once for all of them
const spelt = new Map<string, Features>()
const LIMIT = 20_000

const knownFeatures = (text: string): Features => {
  const known = spelt.get(text)
  if (known) return known
  if (spelt.size > LIMIT) spelt.clear()
  const features = featuresOf(text)
  spelt.set(text, features)
  return features
}
