import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { learnFromWork } from '../../triage/commands/learn-from-work.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { caseTypeByKey, caseTypeOf } from '../queries/case-types.ts'
import { armSla } from './arm-sla.ts'
import { newTerms } from './new-terms.ts'
import { asSubject, lockCase } from './timeline.ts'

/** It is another kind of trouble than was thought: severity and deadline are those of the new type, from when the customer first spoke. */
export async function retypeCase(ctx: Ctx, input: { caseId: string; type: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  casePolicy.must(ctx, 'retype', found)
  const type = await caseTypeByKey(ctx, input.type)
  if (!type) throw new Refusal('case_type_unknown', { type: input.type }, 'type')
  if (found.caseTypeId === type.id) return found
  const before = await caseTypeOf(ctx, found)
  const changed = await found.$query(ctx.trx).patchAndFetch({
    caseTypeId: type.id,
    severity: type.severity,
    ...(await newTerms(ctx, found, type, type.severity)),
    updatedAt: ctx.now,
  })
  armSla(ctx, changed, (await tenantById(ctx.tenantId)).settings.slaWarnAt)
  record(ctx, asSubject(changed), 'case.retyped', {
    from: before?.key ?? null,
    to: type.key,
    severity: changed.severity,
    dueAt: changed.slaDueAt?.toISOString() ?? null,
  })
  await learnFromWork(ctx, { caseId: changed.id }, { intent: 'case_report', label: type.key })
  const critical = changed.severity === 'critical' && found.severity !== 'critical'
  await notifyStaff(ctx, { event: critical ? 'case.became_critical' : 'case.retyped', caseId: changed.id })
  return changed
}
