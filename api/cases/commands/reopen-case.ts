import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { cancelTimers } from '../../timers/commands.ts'
import { isOpen, mustBeAllowed } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { caseTypeOf } from '../queries/case-types.ts'
import { dueAt } from '../sla.ts'
import { armSla } from './arm-sla.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

/** It is not solved: the case goes back to work with a fresh clock, counted from now, and keeps its owner. Whose doing it was, the others are told. */
export async function reopenCase(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (isOpen(found.status)) return found
  casePolicy.must(ctx, 'reopen', found)
  mustBeAllowed(found.status, 'investigating')
  const tenant = await tenantById(ctx.tenantId)
  const type = await caseTypeOf(ctx, found)
  const reopened = await found.$query(ctx.trx).patchAndFetch({
    status: 'investigating',
    statusSince: ctx.now,
    reopened: found.reopened + 1,
    rootCause: null,
    resolvedAt: null,
    closedAt: null,
    slaBreachedAt: null,
    slaStartedAt: ctx.now,
    slaStoppedMs: 0,
    slaDueAt: dueAt(ctx.now, {
      minutes: found.slaMinutes,
      clock: found.severity === 'critical' ? 'calendar' : type.slaClock,
      zone: tenant.zone,
      hours: tenant.settings.hours,
      holidays: tenant.settings.holidays,
    }),
    updatedAt: ctx.now,
  })
  nextInterval(ctx, reopened)
  cancelTimers(ctx, reopened.id, ['case.auto_close'])
  armSla(ctx, reopened, tenant.settings.slaWarnAt)
  record(ctx, asSubject(reopened), 'case.reopened', { from: found.status, times: reopened.reopened })
  const byCustomer = ctx.actor.kind === 'contact'
  const news = newsOf(reopened, 'case.reopened')
  await notifyStaff(ctx, { ...news, facts: { byCustomer, who: ctx.actor.kind === 'staff' ? ctx.actor.name : '' } })
  if (!byCustomer) await notifyCustomer(ctx, reopened.conversationId, reopened.language, news)
  return reopened
}
