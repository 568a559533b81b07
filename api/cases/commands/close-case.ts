import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { cancelTimers } from '../../timers/commands.ts'
import { mustBeAllowed } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

/** Closes a resolved case for good (the customer may still say it is not solved). */
export async function closeCase(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (found.status === 'closed') return found
  mustBeAllowed(found.status, 'closed')
  casePolicy.must(ctx, 'close', found)
  const closed = await found
    .$query(ctx.trx)
    .patchAndFetch({ status: 'closed', statusSince: ctx.now, closedAt: ctx.now, updatedAt: ctx.now })
  nextInterval(ctx, closed)
  cancelTimers(ctx, closed.id, ['case.auto_close'])
  record(ctx, asSubject(closed), 'case.closed', { rootCause: closed.rootCause })
  if (ctx.actor.kind !== 'system') await notifyStaff(ctx, newsOf(closed, 'case.closed'))
  return closed
}
