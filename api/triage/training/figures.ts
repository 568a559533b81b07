import { calibrationError } from '../eval/score.ts'
import { read } from '../local/read.ts'
import type { LocalModel } from '../local/model.ts'
import type { Gazetteer, LabelledMessage, TenantLabels } from '../understanding.ts'

export type Desk = { zone: string; labels: TenantLabels; gazetteer: Gazetteer }

/** How a model does on messages it never learnt from; shares from 0 to 1, none where there was nothing to judge by. */
export type Figures = {
  messages: number
  intent: number | null
  /** of the messages with a case type or booking kind that the tenant has */
  label: number | null
  /** of the critical ones, taken for critical */
  critical: number | null
  /** how far what it says of its sureness is from how often it is right */
  calibration: number | null
}

/** A message to judge by; `at` is when it was written. */
export type Held = LabelledMessage & { at?: Date }

/** A fixed day, so that two models read 'tomorrow' alike. */
const A_DAY = new Date('2026-11-20T03:00:00Z')

/** Judges a model by messages; labels that the tenant does not have are not asked for. */
export function figuresOf(model: LocalModel, held: readonly Held[], desk: Desk): Figures {
  const keys = new Set([...desk.labels.caseTypes, ...desk.labels.bookingKinds].map((it) => it.key))
  const judged = held.map((it) => {
    const label = it.caseType ?? it.bookingKind
    const known = label !== undefined && keys.has(label)
    const got = read(model, it.text, { ...desk, now: it.at ?? A_DAY, clock: () => 0 })
    const sameIntent = got.intent === it.intent
    const sameLabel = known ? (got.caseType ?? got.bookingKind) === label : true
    return { it, known, got, sameIntent, sameLabel }
  })
  const labelled = judged.filter((one) => one.known)
  const critical = labelled.filter(({ it }) => it.severity === 'critical')
  return {
    messages: judged.length,
    intent: share(judged, (one) => one.sameIntent),
    label: share(labelled, (one) => one.sameLabel),
    critical: share(critical, ({ got }) => got.severity === 'critical'),
    calibration:
      calibrationError(
        judged.map(({ got, sameIntent, sameLabel }) => ({ confidence: got.confidence, right: sameIntent && sameLabel })),
      ) ?? null,
  }
}

const share = <T>(all: readonly T[], is: (it: T) => boolean): number | null =>
  all.length === 0 ? null : all.filter(is).length / all.length

/** So much worse may still be chance: a hundredth of the messages, a fiftieth of the fewer that have a label. */
const SLACK = { intent: 0.01, label: 0.02, critical: 0, calibration: 0.02 }

export type Worse = 'intent' | 'label' | 'critical' | 'calibration'

/** In what the new one is worse than the one in use, first what hurts most; nothing: it may be adopted. */
export function worseIn(fresh: Figures, before: Figures): Worse | undefined {
  const falls = (name: 'intent' | 'label' | 'critical') =>
    fresh[name] !== null && before[name] !== null && fresh[name] < before[name] - SLACK[name] - 1e-9
  if (falls('critical')) return 'critical'
  if (falls('intent')) return 'intent'
  if (falls('label')) return 'label'
  const strays =
    fresh.calibration !== null &&
    before.calibration !== null &&
    fresh.calibration > before.calibration + SLACK.calibration + 1e-9
  return strays ? 'calibration' : undefined
}
