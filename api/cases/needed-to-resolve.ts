import type { Case, CaseType } from './model.ts'

/** What a type of case can demand before one of it counts as solved. */
export type Needed = 'provider' | 'order'

/** Which of them nobody has said yet. An order the customer named is as good as one that staff linked. */
export function lacking(
  it: Pick<Case, 'orderRefs' | 'providerId' | 'slots'>,
  type: Pick<CaseType, 'requiredSlots' | 'requireProvider'>,
): Needed[] {
  const said = ['order_id', 'reference'].some((name) => it.slots[name] !== undefined && it.slots[name] !== '')
  const needsOrder = ['order_id', 'reference'].some((name) => type.requiredSlots.includes(name))
  return [
    ...(type.requireProvider && !it.providerId ? (['provider'] as const) : []),
    ...(needsOrder && !said && it.orderRefs.length === 0 ? (['order'] as const) : []),
  ]
}
