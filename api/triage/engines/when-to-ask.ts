import type { Understanding } from '../understanding.ts'

/** From here on the local engine is right often enough alone, and a model is not asked (`auto`). Measured: see docs/triage.md. */
export const SURE_ALONE = 0.8

/** A trouble that is surely critical is acted on at once: whoever waits for help does not wait for a model. */
const SURE_CRITICAL = 0.6

/** Where the desk acts on a critical trouble at all; a model may not talk it out of one. */
export const CRITICAL_FROM = 0.3

export const isSurelyCritical = (it: Understanding): boolean =>
  it.severity === 'critical' && it.intentConfidence >= SURE_CRITICAL

/** Whether a model has something to add: always when the operator chose one, else where the local engine is not sure. */
export const isWorthAsking = (local: Understanding, always: boolean): boolean =>
  !isSurelyCritical(local) && (always || local.confidence < SURE_ALONE)
