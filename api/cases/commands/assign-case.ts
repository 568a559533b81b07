import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { staffMembers } from '../../staff/queries.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

/** Gives a case to a member of staff. */
export async function assignCase(ctx: Ctx, input: { caseId: string; staffId: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  casePolicy.must(ctx, 'assign', found)
  const taker = (await staffMembers(ctx)).find((it) => it.id === input.staffId)
  if (!taker || taker.role === 'executive' || taker.role === 'partner')
    throw new Refusal('staff_unknown', {}, 'staffId')
  if (found.ownerId === taker.id) return found
  const assigned = await found.$query(ctx.trx).patchAndFetch({
    ownerId: taker.id,
    status: found.status === 'new' ? 'investigating' : found.status,
    statusSince: found.status === 'new' ? ctx.now : found.statusSince,
    claimedAt: found.claimedAt ?? ctx.now,
    updatedAt: ctx.now,
  })
  nextInterval(ctx, assigned)
  record(ctx, asSubject(assigned), 'case.assigned', { from: found.ownerId, to: taker.id })
  await notifyStaff(ctx, newsOf(assigned, 'case.claimed'))
  if (!found.ownerId)
    await notifyCustomer(ctx, assigned.conversationId, assigned.language, newsOf(assigned, 'case.claimed'))
  return assigned
}
