import type { Ctx } from '../../context.ts'
import { type Case, CaseType } from '../model.ts'
import { lacking, type Needed } from '../needed-to-resolve.ts'

/** What must be said of a case before it can be resolved, by its type as it is now. */
export async function lackingToResolve(ctx: Ctx, it: Case): Promise<Needed[]> {
  const type = await CaseType.query(ctx.trx).findById(it.caseTypeId)
  return type ? lacking(it, type) : []
}
