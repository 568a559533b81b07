import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { cancelTimers } from '../../timers/commands.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { withdrawalAsked } from '../queries/withdrawal-asked.ts'
import { WITHDRAWN } from '../schema.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

const ASKED_ANEW_MS = 60 * 60_000

/**
 * The customer takes their own case back. Nobody's yet, it is closed; one that staff have taken, or that is critical, is theirs to close. Staff hear
 * of it either way.
 */
export async function withdrawCase(
  ctx: Ctx,
  input: { caseId: string },
): Promise<{ case: Case; outcome: 'withdrawn' | 'told' | 'over' }> {
  const found = await lockCase(ctx, input.caseId)
  if (!isOpen(found.status)) return { case: found, outcome: 'over' }
  casePolicy.must(ctx, 'withdraw', found)
  if (found.status !== 'new' || found.ownerId || found.severity === 'critical') {
    const asked = await withdrawalAsked(ctx, found.id)
    // tapped twice is said once; who still waits after an hour is heard again
    if (!asked || ctx.now.getTime() - asked.getTime() >= ASKED_ANEW_MS) {
      record(ctx, asSubject(found), 'case.withdrawal_asked', { status: found.status })
      await notifyStaff(ctx, newsOf(found, 'case.withdrawn'))
    }
    return { case: found, outcome: 'told' }
  }
  const closed = await found.$query(ctx.trx).patchAndFetch({
    status: 'closed',
    statusSince: ctx.now,
    rootCause: WITHDRAWN,
    closedAt: ctx.now,
    slaStoppedAt: null,
    updatedAt: ctx.now,
  })
  nextInterval(ctx, closed)
  cancelTimers(ctx, closed.id, ['case.sla_warning', 'case.sla_breach', 'case.auto_close', 'case.provider_silent'])
  record(ctx, asSubject(closed), 'case.withdrawn', { from: found.status })
  await notifyStaff(ctx, newsOf(closed, 'case.withdrawn'))
  return { case: closed, outcome: 'withdrawn' }
}
