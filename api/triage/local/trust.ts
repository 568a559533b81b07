import { type Urgency, USUALLY } from './critical.ts'
import { PLAINLY } from './judge.ts'
import type { LocalModel } from './model.ts'

/**
 * How far to believe an engine: what the signs of an answer (judge.ts) and of a trouble that cannot wait (critical.ts) are worth. Measured by
 * `node --import tsx bench/trust.ts`, which prints both, on lessons that five engines had not met; to be measured again when lessons or heads change.
 */
const CERTAINTY: readonly number[] = [0.2, 0.76, 0.07, -0.51, 0.21, 0.03, -0.19, -0.25]
const URGENCY: Urgency = { weights: [-0.85, 0.43, 0.47, 0.1, 4.37, -3.35, 0.72, 0.16], bar: 0.14 }

/** What was measured holds where labels have lessons; of a few of them the confidences are taken as they are. */
export const trustAfter = (lessons: number): Pick<LocalModel, 'certainty' | 'urgency'> =>
  lessons < FEW ? { certainty: [...PLAINLY], urgency: USUALLY } : { certainty: [...CERTAINTY], urgency: URGENCY }
const FEW = 60
