import { type Urgency, USUALLY } from './critical.ts'
import { PLAINLY } from './judge.ts'
import type { LocalModel } from './model.ts'

/**
 * How far to believe an engine: what the signs of an answer (judge.ts) and of a trouble that cannot wait (critical.ts) are worth. Measured by
 * `node --import tsx bench/trust.ts`, which prints both, on lessons that five engines had not met; to be measured again when lessons or heads change.
 */
const CERTAINTY: readonly number[] = [0.05, 0.81, 0.06, -0.18, 0.2, 0.02, -0.16, -0.26]
const URGENCY: Urgency = { weights: [-0.52, 0.43, 0.56, 0.06, 4.7, -3.1, 0.4, 0.18], bar: 0.18 }

/** What was measured holds where labels have lessons; of a few of them the confidences are taken as they are. */
export const trustAfter = (lessons: number): Pick<LocalModel, 'certainty' | 'urgency'> =>
  lessons < FEW ? { certainty: [...PLAINLY], urgency: USUALLY } : { certainty: [...CERTAINTY], urgency: URGENCY }
const FEW = 60
