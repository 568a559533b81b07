import type { Ctx } from '../../context.ts'
import { allOf, type Condition, where } from '../../db/conditions.ts'
import { tenantById } from '../../tenants/queries.ts'
import { Case } from '../model.ts'

/** The tenant's choice whether agents see their own cases, their team's or all; what nobody has is everybody's. Nothing = all. */
export async function visibleCases(ctx: Ctx): Promise<Condition | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || actor.role !== 'agent') return undefined
  const { whoSeesCases } = (await tenantById(ctx.tenantId)).settings
  if (whoSeesCases === 'all') return undefined
  if (whoSeesCases === 'own') return where('cases.owner_id is null or cases.owner_id = ?', actor.id)
  return where(
    `cases.owner_id is null or cases.owner_id = ?
      or cases.owner_id in (select mate.id from staff mate join staff me on me.team = mate.team where me.id = ?)`,
    actor.id,
    actor.id,
  )
}

export async function visibleCase(ctx: Ctx, id: string): Promise<Case | undefined> {
  const { sql, bindings } = allOf([await visibleCases(ctx)])
  return Case.query(ctx.trx).findById(id).whereRaw(sql, bindings)
}

export async function visibleAmong(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  const { sql, bindings } = allOf([where('cases.id = any(?::uuid[])', ids), await visibleCases(ctx)])
  const seen = await Case.query(ctx.trx).select('id').whereRaw(sql, bindings)
  return new Set(seen.map((it) => it.id))
}
