import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import type { Case } from '../model.ts'
import { isOpen } from '../lifecycle.ts'
import { withOrders } from '../order-reference.ts'
import { armSla } from './arm-sla.ts'
import { clockOf } from './move-case.ts'
import { asSubject, lockCase, newsOf, nextInterval } from './timeline.ts'

/** The customer tells more about a case that is open; the group hears of it. What waited for them goes on, and its clock with it. */
export async function addDetail(
  ctx: Ctx,
  input: { caseId: string; slots?: Record<string, unknown>; orders?: readonly string[] },
): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (ctx.actor.kind === 'contact' && found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  const answered = ctx.actor.kind === 'contact' && found.status === 'waiting_customer'
  const told = await found.$query(ctx.trx).patchAndFetch({
    slots: { ...found.slots, ...input.slots },
    ...(input.orders?.length && { orderRefs: withOrders(found.orderRefs, input.orders) }),
    ...(answered && {
      status: 'investigating',
      statusSince: ctx.now,
      ...(await clockOf(ctx, found, 'investigating')),
    }),
    updatedAt: ctx.now,
  })
  if (answered) {
    nextInterval(ctx, told)
    armSla(ctx, told, (await tenantById(ctx.tenantId)).settings.slaWarnAt)
    record(ctx, asSubject(told), 'case.moved', { from: found.status, to: told.status })
  }
  record(ctx, asSubject(told), 'case.detail_added', { slots: Object.keys(input.slots ?? {}) })
  // what was told in one breath with the trouble stands on the card that tells of it
  const opensNow = found.status === 'new' && found.statusSince.getTime() === ctx.now.getTime()
  if (!opensNow) await notifyStaff(ctx, newsOf(told, 'case.detail_added'))
  return told
}
