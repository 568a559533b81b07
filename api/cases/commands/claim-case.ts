import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { mustBeAllowed } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { mayClaim } from '../policy.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

/** Take a case in hand: the first to claim it owns it, the next is told who. Tapping twice changes nothing. */
export async function claimCase(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  const me = ctx.actor
  if (me.kind !== 'staff' || !mayClaim(me)) throw new Refusal('not_allowed', { action: 'claim' })
  const found = await lockCase(ctx, input.caseId)
  if (found.ownerId === me.id) return found
  if (found.ownerId) throw new Refusal('case_already_claimed', { ownerId: found.ownerId, caseId: found.id })
  if (found.status === 'resolved' || found.status === 'closed')
    throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  const to = found.status === 'new' ? 'investigating' : found.status
  if (to !== found.status) mustBeAllowed(found.status, to)
  const claimed = await found.$query(ctx.trx).patchAndFetch({
    status: to,
    statusSince: to === found.status ? found.statusSince : ctx.now,
    ownerId: me.id,
    claimedAt: found.claimedAt ?? ctx.now,
    updatedAt: ctx.now,
  })
  nextInterval(ctx, claimed)
  record(ctx, asSubject(claimed), 'case.claimed', { from: found.status })
  await notifyStaff(ctx, newsOf(claimed, 'case.claimed'))
  await notifyCustomer(ctx, claimed.conversationId, claimed.language, newsOf(claimed, 'case.claimed'))
  return claimed
}
