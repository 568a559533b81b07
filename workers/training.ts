import { forgetTriageOf } from '../api/triage/queries.ts'
import { retrain, trainingsDue } from '../api/triage/commands/retrain.ts'
import { every } from './every.ts'
import type { Report, Running } from './report.ts'

const PAUSE_MS = 5_000

/** Teaches tenants' engines anew from what people corrected, one after the other; whoever takes one has it to himself. */
export const retrainDue = (report: Report): Running =>
  every(
    PAUSE_MS,
    'training',
    async () => {
      const troubles: unknown[] = []
      // one that fails holds up none of the others
      for (const tenantId of await trainingsDue())
        await retrain(tenantId).then(
          (became) => became === 'adopted' && forgetTriageOf(tenantId),
          (trouble: unknown) => troubles.push(trouble),
        )
      if (troubles.length > 0) throw troubles[0]
    },
    report,
  )
