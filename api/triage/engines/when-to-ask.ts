import type { Understanding } from '../understanding.ts'

/**
 * From here on the local engine decides alone, and a model is not asked (`auto`). On 22 Nov 2026, by `npm run eval`: it decides 73 in 100 messages alone in
 * five parts (94 of 100 right: intent and label), 88 of a fresh hand's (98), 87 of strangers' (98), 82 of the dev split (97). To be measured again whenever the local engine changes.
 */
export const SURE_ALONE = 0.75

/**
 * A trouble that is surely critical is acted on at once: whoever waits for help does not wait for a model. Of the dev split 27 messages pass, 26 of
 * them labelled critical; of a fresh hand's 111, and 102; of strangers' 70, and 66.
 */
const SURE_CRITICAL = 0.6

/** Where the desk acts on a critical trouble at all; a model may not talk it out of one. */
export const CRITICAL_FROM = 0.3

export const isSurelyCritical = (it: Understanding): boolean =>
  it.severity === 'critical' && it.confidence >= SURE_CRITICAL

/** Whether a model has something to add: always when the operator chose one, else where the local engine is not sure. */
export const isWorthAsking = (local: Understanding, always: boolean): boolean =>
  !isSurelyCritical(local) && (always || local.confidence < SURE_ALONE)
