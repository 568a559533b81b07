import type { Ctx } from '../../context.ts'
import { keptUntilChanged } from '../../kept-until-changed.ts'
import { CaseType } from '../model.ts'

/** Also those that are out of use, by key. */
export const allCaseTypes = keptUntilChanged('setUp', (ctx) => CaseType.query(ctx.trx).orderBy('key').execute())

export const activeCaseTypes = async (ctx: Ctx): Promise<CaseType[]> =>
  (await allCaseTypes(ctx)).filter((it) => it.active)

export const caseTypeByKey = async (ctx: Ctx, key: string): Promise<CaseType | undefined> =>
  (await activeCaseTypes(ctx)).find((it) => it.key === key)

/** Also those that are not used for new cases any more. */
export const caseTypesOf = async (ctx: Ctx, ids: string[]): Promise<CaseType[]> =>
  (await allCaseTypes(ctx)).filter((it) => ids.includes(it.id))

/** The type of a case that was read: there is always one. */
export async function caseTypeOf(ctx: Ctx, it: { caseTypeId: string }): Promise<CaseType> {
  const [type] = await caseTypesOf(ctx, [it.caseTypeId])
  if (!type) throw new Error(`No case type ${it.caseTypeId}`)
  return type
}
