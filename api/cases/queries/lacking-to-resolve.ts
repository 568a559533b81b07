import type { Ctx } from '../../context.ts'
import type { Case } from '../model.ts'
import { lacking, type Needed } from '../needed-to-resolve.ts'
import { caseTypeOf } from './case-types.ts'

/** What must be said of a case before it can be resolved, by its type as it is now. */
export async function lackingToResolve(ctx: Ctx, it: Case): Promise<Needed[]> {
  return lacking(it, await caseTypeOf(ctx, it))
}
