import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { isOpen } from '../lifecycle.ts'
import { asSubject, lockCase, newsOf } from './timeline.ts'

/** The payment a case was opened for goes on: staff hear of it while the case is open. What it means for the case is theirs to say. */
export async function tellOfPayment(ctx: Ctx, { caseId, state }: { caseId: string; state: string }): Promise<void> {
  const it = await lockCase(ctx, caseId)
  if (!isOpen(it.status)) return
  record(ctx, asSubject(it), 'case.payment_moved', { state })
  await notifyStaff(ctx, { ...newsOf(it, 'case.payment_moved'), facts: { state } })
}
