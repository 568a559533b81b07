import { inTenant, system } from '../../context.ts'
import { tellOfRisk } from '../../cases/commands/tell-of-risk.ts'
import { reportOnModels } from '../../llm/models.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { keepOpinion } from '../commands.ts'
import type { Words } from '../engines/road.ts'
import { triageOf } from '../queries.ts'
import type { Understanding } from '../understanding.ts'

/** More than so many at once and the next ones go unheard: nobody waits for them. */
const MOST_AT_ONCE = 8
const listening = new Set<Promise<void>>()

type Decided = {
  tenantId: string
  decisionId: string
  conversationId: string
  /** that was opened, or spoken of */
  caseId: string | undefined
  words: Words
  understood: Understanding
}

/**
 * After a turn that the local engine decided: what a model says to it is kept beside, where the tenant wants suggestions. The customer was
 * answered long before; what goes wrong is told and changes nothing.
 */
export function hearSecondOpinion(it: Decided): void {
  if (listening.size >= MOST_AT_ONCE) return
  const hearing = hear(it)
    .catch(
      (trouble: unknown) => void reportOnModels(trouble, { tenantId: it.tenantId, while: 'hearing a second opinion' }),
    )
    .finally(() => listening.delete(hearing))
  listening.add(hearing)
}

/** When all that are on their way have come. */
export const secondOpinionsHeard = async (): Promise<void> => {
  await Promise.all(listening)
}

async function hear({ tenantId, decisionId, conversationId, caseId, words, understood }: Decided): Promise<void> {
  const triage = await triageOf(tenantId)
  const second = await triage.suggest(words, understood)
  if (!second) return
  await inTenant(tenantId, system, async (ctx) => {
    await keepOpinion(ctx, { decisionId, second })
    if (second.opinion?.severity !== 'critical' || understood.severity === 'critical') return
    if (caseId) await tellOfRisk(ctx, { caseId })
    else await notifyStaff(ctx, { event: 'conversation.risk_suggested', conversationId, severity: 'critical' })
  })
}
