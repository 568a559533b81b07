import type { Ctx } from '../../api/context.ts'
import { keepDecision } from '../../api/triage/commands.ts'
import { hearSecondOpinion } from '../../api/triage/commands/hear-second-opinion.ts'
import type { Triage, Words } from '../../api/triage/queries.ts'
import type { Understanding } from '../../api/triage/understanding.ts'

/** What was decided is kept; and the desk listens to what a model says to it, where models only suggest. */
export function keepThought(
  ctx: Ctx,
  it: {
    triage: Triage
    understood: Understanding
    /** what a model may hear of it; undefined: nothing to think about */
    words: Words | undefined
    conversationId: string
    caseId: string | undefined
    bookingId: string | undefined
  },
): void {
  const { triage, understood, words, conversationId, caseId, bookingId } = it
  const decisionId = keepDecision(ctx, { conversationId, caseId, bookingId, understood, modelId: triage.modelId })
  if (!words || understood.asked) return
  const decided = { tenantId: ctx.tenantId, decisionId, conversationId, caseId, words, understood }
  ctx.afterCommit(() => hearSecondOpinion(decided))
}
