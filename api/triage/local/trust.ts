import { type Urgency, USUALLY } from './critical.ts'
import { PLAINLY } from './judge.ts'
import type { LocalModel } from './model.ts'

/**
 * How far to believe an engine: what the signs of an answer (judge.ts) and of a trouble that cannot wait (critical.ts) are worth. Measured by
 * `node --import tsx bench/trust.ts`, which prints both, on lessons that five engines had not met; to be measured again when lessons or heads change.
 */
const CERTAINTY: readonly number[] = [0.21, 0.86, -0.03, -0.4, 0.34, 0, -0.14, -0.35]
const URGENCY: Urgency = { weights: [0.74, 0.49, 1.13, -0.22, 2.34, -4.43, -0.03, 0.64, 0.86], bar: 0.15 }

/** What was measured holds where labels have lessons; of a few of them the confidences are taken as they are. */
export const trustAfter = (lessons: number): Pick<LocalModel, 'certainty' | 'urgency'> =>
  lessons < FEW ? { certainty: [...PLAINLY], urgency: USUALLY } : { certainty: [...CERTAINTY], urgency: URGENCY }
const FEW = 60
