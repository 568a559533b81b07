import type { Ctx } from '../../context.ts'
import { allOf, where } from '../../db/conditions.ts'
import { Case } from '../model.ts'
import { visibleCases } from './visible-cases.ts'

const MOST = 1_000

/** Every order a case is about: the one the customer named, and those that staff linked. */
export function ordersOf(it: Case): string[] {
  const named = it.slots['order_id']
  return [...new Set([...(typeof named === 'string' && named ? [named] : []), ...it.orderRefs])]
}

/** Open cases about an order, or about any order; what changed last comes first. */
export async function openCasesByOrder(ctx: Ctx, orderId?: string): Promise<Case[]> {
  const found = allOf([
    await visibleCases(ctx),
    where(
      `cases.status not in ('resolved', 'closed') and (cases.slots->>'order_id' is not null or cases.order_refs <> '{}')`,
    ),
    orderId !== undefined && where(`cases.slots->>'order_id' = ? or ? = any(cases.order_refs)`, orderId, orderId),
  ])
  return Case.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderBy([{ column: 'updated_at', order: 'desc' }, 'id'])
    .limit(MOST)
}
