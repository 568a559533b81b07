import type { Ctx } from '../../context.ts'
import { tenantById } from '../../tenants/queries.ts'
import type { Case, CaseType } from '../model.ts'
import type { Severity } from '../schema.ts'
import { dueAt, minutesFor } from '../sla.ts'

/** The deadline under another type or severity. What was used of the time stays used: the clock began when it began. */
export async function newTerms(ctx: Ctx, it: Case, type: CaseType, severity: Severity): Promise<Partial<Case>> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const minutes = minutesFor(type, severity, settings.raisedWithin)
  const stands = it.status === 'waiting_customer' && severity !== 'critical' && type.stopsForCustomer
  const stoodLast = it.slaStoppedAt && !stands ? ctx.now.getTime() - it.slaStoppedAt.getTime() : 0
  const stood = it.slaStoppedMs + stoodLast
  const running = dueAt(it.slaStartedAt, {
    minutes,
    clock: severity === 'critical' ? 'calendar' : type.slaClock,
    zone,
    hours: settings.hours,
    holidays: settings.holidays,
  })
  const due = new Date(running.getTime() + stood)
  return {
    slaMinutes: minutes,
    slaDueAt: due,
    slaStoppedMs: stood,
    slaStoppedAt: stands ? (it.slaStoppedAt ?? ctx.now) : null,
    slaBreachedAt: due > (it.slaStoppedAt ?? ctx.now) ? null : it.slaBreachedAt,
  }
}
