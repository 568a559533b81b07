import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { keepNote } from '../../conversations/commands/keep-note.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { peopleOnShift } from '../../shifts/queries.ts'
import { staffMembers } from '../../staff/queries.ts'
import { tenantById } from '../../tenants/queries.ts'
import { leadToEscalateTo } from '../escalation.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { caseTypeOf } from '../queries/case-types.ts'
import { armSla } from './arm-sla.ts'
import { newTerms } from './new-terms.ts'
import { asSubject, lockCase, nextInterval } from './timeline.ts'
import { saysSomething } from '../../written.ts'

/** Puts a case into a lead's hands, as high at least. One that a lead has already stays there. `because` is a set reason, `why` free words. */
export async function escalateCase(ctx: Ctx, input: { caseId: string; why?: string; because?: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  casePolicy.must(ctx, 'escalate', found)
  const { settings } = await tenantById(ctx.tenantId)
  const members = await staffMembers(ctx)
  const lead = leadToEscalateTo(members, {
    named: settings.escalateTo,
    onShift: new Set((await peopleOnShift(ctx)).map((it) => it.id)),
    owner: found.ownerId,
    actor: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
  })
  if (!lead) throw new Refusal('nobody_to_escalate_to', { caseId: found.id })
  if (lead.id === found.ownerId) return found
  const severity = found.severity === 'critical' ? 'critical' : 'high'
  const type = await caseTypeOf(ctx, found)
  const why = input.why?.trim() ?? ''
  const noteId = saysSomething(why) ? await keepNote(ctx, { caseId: found.id, text: why }) : undefined
  const isNew = found.status === 'new'
  const escalated = await found.$query(ctx.trx).patchAndFetch({
    ownerId: lead.id,
    severity,
    ...(severity !== found.severity && (await newTerms(ctx, found, type, severity))),
    ...(isNew && { status: 'investigating', statusSince: ctx.now }),
    claimedAt: found.claimedAt ?? ctx.now,
    updatedAt: ctx.now,
  })
  nextInterval(ctx, escalated)
  armSla(ctx, escalated, settings.slaWarnAt)
  record(ctx, asSubject(escalated), 'case.escalated', {
    from: found.ownerId,
    to: lead.id,
    severity: { from: found.severity, to: severity },
    ...(input.because && { because: input.because }),
    ...(noteId && { noteId }),
  })
  await notifyStaff(ctx, { event: 'case.escalated', caseId: escalated.id })
  return escalated
}
