import type { Ctx } from '../../context.ts'
import { allOf, where } from '../../db/conditions.ts'
import { endsInNumber, numberSaid, referencesMeant } from '../../said-reference.ts'
import { tenantById } from '../../tenants/queries.ts'
import { Case } from '../model.ts'
import { visibleCases } from './visible-cases.ts'

const MOST = 200

/** The cases that somebody may mean by what they typed; more than one when it is not clear. */
export async function casesMeant(ctx: Ctx, said: string): Promise<Case[]> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const named = [said.trim().toUpperCase(), ...referencesMeant(settings.references.case, said, ctx.now, zone)]
  const visible = await visibleCases(ctx)
  const exact = allOf([visible, where('cases.reference = any(?::text[])', named)])
  const found = await Case.query(ctx.trx).whereRaw(exact.sql, exact.bindings).orderBy('opened_at', 'desc')
  const digits = numberSaid(said)
  if (found.length > 0 || !digits) return found
  const open = allOf([
    visible,
    where(`cases.status not in ('resolved', 'closed') and cases.reference like ?`, `%${digits}`),
  ])
  const ending = await Case.query(ctx.trx).whereRaw(open.sql, open.bindings).orderBy('opened_at', 'desc').limit(MOST)
  return ending.filter((it) => endsInNumber(it.reference, said))
}
