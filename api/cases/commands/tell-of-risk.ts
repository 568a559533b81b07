import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { isOpen } from '../lifecycle.ts'
import { Case } from '../model.ts'
import { newsOf } from './timeline.ts'

/** A model takes an open case for critical that stands as less: staff look at it now. The case itself changes only by their hand. */
export async function tellOfRisk(ctx: Ctx, { caseId }: { caseId: string }): Promise<void> {
  const it = await Case.query(ctx.trx).findById(caseId)
  if (!it || !isOpen(it.status) || it.severity === 'critical') return
  await notifyStaff(ctx, { ...newsOf(it, 'case.risk_suggested'), severity: 'critical' })
}
