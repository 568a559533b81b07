import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { learnFromWork } from '../../triage/commands/learn-from-work.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { caseTypeOf } from '../queries/case-types.ts'
import type { Severity } from '../schema.ts'
import { armSla } from './arm-sla.ts'
import { newTerms } from './new-terms.ts'
import { asSubject, lockCase } from './timeline.ts'

/** Changes how urgent a case is; its deadline follows, and everybody hears of one that became critical. */
export async function setSeverity(ctx: Ctx, input: { caseId: string; severity: Severity }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  casePolicy.must(ctx, 'set_severity', found)
  if (found.severity === input.severity) return found
  const type = await caseTypeOf(ctx, found)
  const changed = await found.$query(ctx.trx).patchAndFetch({
    severity: input.severity,
    ...(await newTerms(ctx, found, type, input.severity)),
    updatedAt: ctx.now,
  })
  armSla(ctx, changed, (await tenantById(ctx.tenantId)).settings.slaWarnAt)
  record(ctx, asSubject(changed), 'case.severity_changed', {
    from: found.severity,
    to: changed.severity,
    dueAt: changed.slaDueAt?.toISOString() ?? null,
  })
  await learnFromWork(
    ctx,
    { caseId: changed.id },
    { intent: 'case_report', label: type.key, severity: changed.severity },
  )
  const event = changed.severity === 'critical' ? 'case.became_critical' : 'case.severity_changed'
  await notifyStaff(ctx, { event, caseId: changed.id })
  return changed
}
