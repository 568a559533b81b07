import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { tellPartner } from '../../groups/commands/tell-partner.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { mustBeAllowed } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { caseTypeOf } from '../queries/case-types.ts'
import type { CaseStatus } from '../schema.ts'
import { armSla } from './arm-sla.ts'
import { watchProvider } from './watch-provider.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

type OpenStatus = Exclude<CaseStatus, 'new' | 'resolved' | 'closed'>

/** Moves an open case between its working states. Where the case type says so, the clock stands while the customer is waited for. */
export async function moveCase(ctx: Ctx, input: { caseId: string; to: OpenStatus }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (found.status === input.to) return found
  if (found.status === 'resolved' || found.status === 'closed')
    throw new Refusal('case_move_not_allowed', { from: found.status, to: input.to, caseId: found.id }, 'status')
  mustBeAllowed(found.status, input.to)
  casePolicy.must(ctx, 'move', found)
  const moved = await found.$query(ctx.trx).patchAndFetch({
    status: input.to,
    statusSince: ctx.now,
    updatedAt: ctx.now,
    ...(input.to === 'waiting_provider' && { providerSeenAt: null }),
    ...(await clockOf(ctx, found, input.to)),
  })
  nextInterval(ctx, moved)
  armSla(ctx, moved, (await tenantById(ctx.tenantId)).settings.slaWarnAt)
  await watchProvider(ctx, moved)
  record(ctx, asSubject(moved), 'case.moved', { from: found.status, to: input.to })
  await notifyStaff(ctx, newsOf(moved, 'case.moved'))
  if (moved.status === 'waiting_provider' && moved.providerId)
    await tellPartner(ctx, { event: 'case.waits_for_partner', caseId: moved.id, providerId: moved.providerId })
  return moved
}

/** What another state does to the clock. */
export async function clockOf(ctx: Ctx, it: Case, to: OpenStatus): Promise<Partial<Case>> {
  if (it.slaStoppedAt && to !== 'waiting_customer') {
    const stood = ctx.now.getTime() - it.slaStoppedAt.getTime()
    return {
      slaStoppedAt: null,
      slaStoppedMs: it.slaStoppedMs + stood,
      slaDueAt: it.slaDueAt && new Date(it.slaDueAt.getTime() + stood),
    }
  }
  if (to !== 'waiting_customer' || it.severity === 'critical' || it.slaBreachedAt) return {}
  const type = await caseTypeOf(ctx, it)
  return type.stopsForCustomer ? { slaStoppedAt: ctx.now } : {}
}
