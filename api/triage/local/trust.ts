import { type Urgency, USUALLY } from './critical.ts'
import { PLAINLY } from './judge.ts'
import type { LocalModel } from './model.ts'

/**
 * How far to believe an engine: what the signs of an answer (judge.ts) and of a trouble that cannot wait (critical.ts) are worth. Measured by
 * `node --import tsx bench/trust.ts`, which prints both, on lessons that five engines had not met; to be measured again when lessons or heads change.
 */
const CERTAINTY: readonly number[] = [0.13, 0.76, 0.02, -0.24, 0.29, 0.01, -0.11, -0.65]
const URGENCY: Urgency = { weights: [0.8, 0.36, 1.2, -0.26, 2.53, -4.72, 0, 0.69, 0.82], bar: 0.15 }

/** What was measured holds where labels have lessons; of a few of them the confidences are taken as they are. */
export const trustAfter = (lessons: number): Pick<LocalModel, 'certainty' | 'urgency'> =>
  lessons < FEW ? { certainty: [...PLAINLY], urgency: USUALLY } : { certainty: [...CERTAINTY], urgency: URGENCY }
const FEW = 60
