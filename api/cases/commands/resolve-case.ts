import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer } from '../../timers/commands.ts'
import { mustBeAllowed } from '../lifecycle.ts'
import { type Case, RootCause } from '../model.ts'
import { lackingToResolve } from '../queries/lacking-to-resolve.ts'
import { casePolicy } from '../policy.ts'
import { armSla } from './arm-sla.ts'
import { clockOf } from './move-case.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

/** Resolves a case with its root cause, once all that its type demands is known; the customer is told and may say it is not solved. */
export async function resolveCase(ctx: Ctx, input: { caseId: string; rootCause: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (found.status === 'resolved' && found.rootCause === input.rootCause) return found
  mustBeAllowed(found.status, 'resolved')
  casePolicy.must(ctx, 'resolve', found)
  if (!input.rootCause) throw new Refusal('root_cause_needed', {}, 'rootCause')
  const cause = await RootCause.query(ctx.trx).findOne({ key: input.rootCause })
  if (!cause) throw new Refusal('root_cause_unknown', { rootCause: input.rootCause }, 'rootCause')
  const lacks = await lackingToResolve(ctx, found)
  if (lacks.length > 0) throw new Refusal('case_incomplete', { caseId: found.id, status: found.status, lacks })
  const resolved = await found.$query(ctx.trx).patchAndFetch({
    status: 'resolved',
    statusSince: ctx.now,
    rootCause: cause.key,
    resolvedAt: ctx.now,
    ...(await clockOf(ctx, found, 'fixing')),
    updatedAt: ctx.now,
  })
  const { settings } = await tenantById(ctx.tenantId)
  nextInterval(ctx, resolved)
  armSla(ctx, resolved, settings.slaWarnAt)
  armTimer(ctx, 'case.auto_close', resolved.id, new Date(ctx.now.getTime() + settings.autoCloseHours * 3_600_000))
  record(ctx, asSubject(resolved), 'case.resolved', {
    from: found.status,
    rootCause: cause.key,
    withinSla: !resolved.slaBreachedAt && (!resolved.slaDueAt || resolved.slaDueAt >= ctx.now),
  })
  await notifyStaff(ctx, newsOf(resolved, 'case.resolved'))
  await notifyCustomer(ctx, resolved.conversationId, resolved.language, newsOf(resolved, 'case.resolved'))
  return resolved
}
