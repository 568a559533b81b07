import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { isOpen, mustBeAllowed } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { withdrawalAsked } from '../queries/withdrawal-asked.ts'
import { WITHDRAWN } from '../schema.ts'
import { armSla } from './arm-sla.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

/**
 * The customer wants their case kept after all: what they withdrew is nobody's and new again, with the time it still had; of one that staff were
 * asked to close they hear that it stays. Anything else is as it was.
 */
export async function keepCase(
  ctx: Ctx,
  input: { caseId: string },
): Promise<{ case: Case; outcome: 'back' | 'kept' | 'over' }> {
  const found = await lockCase(ctx, input.caseId)
  if (isOpen(found.status)) {
    if (await withdrawalAsked(ctx, found.id)) {
      casePolicy.must(ctx, 'keep', found)
      record(ctx, asSubject(found), 'case.kept', { from: found.status })
      await notifyStaff(ctx, newsOf(found, 'case.kept'))
    }
    return { case: found, outcome: 'kept' }
  }
  if (found.rootCause !== WITHDRAWN) return { case: found, outcome: 'over' }
  casePolicy.must(ctx, 'keep', found)
  mustBeAllowed(found.status, 'new')
  const away = found.closedAt ? ctx.now.getTime() - found.closedAt.getTime() : 0
  const back = await found.$query(ctx.trx).patchAndFetch({
    status: 'new',
    statusSince: ctx.now,
    rootCause: null,
    closedAt: null,
    slaStoppedMs: found.slaStoppedMs + away,
    slaDueAt: found.slaDueAt && new Date(found.slaDueAt.getTime() + away),
    updatedAt: ctx.now,
  })
  nextInterval(ctx, back)
  armSla(ctx, back, (await tenantById(ctx.tenantId)).settings.slaWarnAt)
  record(ctx, asSubject(back), 'case.kept', { from: found.status })
  await notifyStaff(ctx, newsOf(back, 'case.kept'))
  return { case: back, outcome: 'back' }
}
