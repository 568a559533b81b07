import { type Urgency, USUALLY } from './critical.ts'
import { PLAINLY } from './judge.ts'
import type { LocalModel } from './model.ts'

/**
 * How far to believe an engine: what the signs of an answer (judge.ts) and of a trouble that cannot wait (critical.ts) are worth. Measured by
 * `node --import tsx bench/trust.ts`, which prints both, on lessons that five engines had not met; to be measured again when lessons or heads change.
 */
const CERTAINTY: readonly number[] = [0.19, 0.81, -0.03, -0.33, 0.25, -0.02, -0.16, -0.29]
const URGENCY: Urgency = { weights: [-0.69, 0.5, 0.51, 0.07, 5.07, -3.75, 0.69, 0.33], bar: 0.17 }

/** What was measured holds where labels have lessons; of a few of them the confidences are taken as they are. */
export const trustAfter = (lessons: number): Pick<LocalModel, 'certainty' | 'urgency'> =>
  lessons < FEW ? { certainty: [...PLAINLY], urgency: USUALLY } : { certainty: [...CERTAINTY], urgency: URGENCY }
const FEW = 60
