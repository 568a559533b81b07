import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import type { Case } from '../model.ts'
import { orderReference } from '../order-reference.ts'
import { casePolicy } from '../policy.ts'
import { asSubject, lockCase } from './timeline.ts'

const MOST_ORDERS = 50

/** Says which order a case is about. A number somebody named is a claim: nothing is looked up or disclosed by it. */
export async function linkOrder(ctx: Ctx, input: { caseId: string; order: string }): Promise<Case> {
  const { found, order } = await wanted(ctx, input)
  if (found.orderRefs.includes(order)) return found
  if (found.orderRefs.length >= MOST_ORDERS)
    throw new Refusal('order_reference_invalid', { most: MOST_ORDERS }, 'order')
  return keep(ctx, found, [...found.orderRefs, order], 'case.order_linked', order)
}

/** It was another order after all. */
export async function unlinkOrder(ctx: Ctx, input: { caseId: string; order: string }): Promise<Case> {
  const { found, order } = await wanted(ctx, input)
  if (!found.orderRefs.includes(order)) return found
  const others = found.orderRefs.filter((it) => it !== order)
  return keep(ctx, found, others, 'case.order_unlinked', order)
}

async function wanted(ctx: Ctx, input: { caseId: string; order: string }) {
  const found = await lockCase(ctx, input.caseId)
  casePolicy.must(ctx, 'link_order', found)
  const order = orderReference(input.order)
  if (!order) throw new Refusal('order_reference_invalid', {}, 'order')
  return { found, order }
}

async function keep(ctx: Ctx, found: Case, orderRefs: string[], event: string, order: string): Promise<Case> {
  const changed = await found.$query(ctx.trx).patchAndFetch({ orderRefs, updatedAt: ctx.now })
  record(ctx, asSubject(changed), event, { order })
  return changed
}
