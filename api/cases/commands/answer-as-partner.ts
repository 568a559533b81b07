import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import type { PartnerAnswer } from '../schema.ts'
import { asSubject, lockCase, nextInterval } from './timeline.ts'

/**
 * The provider a case waits for says that they have seen it, that it is done, or that they cannot. Done is not yet solved: staff look
 * and tell the customer. Saying it twice changes nothing.
 */
export async function answerAsPartner(ctx: Ctx, input: { caseId: string; answer: PartnerAnswer }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  // another provider's case is not even there
  if (ctx.actor.kind !== 'partner' || ctx.actor.id !== found.providerId) throw new Refusal('not_found')
  if (!casePolicy.actions(ctx.actor, found).includes('partner_answer'))
    throw new Refusal('case_not_waiting', { caseId: found.id, status: found.status })
  const provider = ctx.actor.name
  if (input.answer === 'seen') {
    if (found.providerSeenAt) return found
    const seen = await found.$query(ctx.trx).patchAndFetch({ providerSeenAt: ctx.now, updatedAt: ctx.now })
    record(ctx, asSubject(seen), 'case.partner_seen', { providerId: found.providerId })
    await notifyStaff(ctx, { event: 'case.partner_seen', caseId: seen.id, facts: { provider } })
    return seen
  }
  const moved = await found.$query(ctx.trx).patchAndFetch({
    status: 'investigating',
    statusSince: ctx.now,
    providerSeenAt: found.providerSeenAt ?? ctx.now,
    updatedAt: ctx.now,
  })
  nextInterval(ctx, moved)
  record(ctx, asSubject(moved), 'case.moved', { from: found.status, to: moved.status, partner: input.answer })
  const event = input.answer === 'done' ? 'case.partner_done' : 'case.partner_cannot'
  await notifyStaff(ctx, { event, caseId: moved.id, facts: { provider } })
  return moved
}
