import type { Ctx } from '../../context.ts'
import type { Severity } from '../schema.ts'

/** What a case is about, by the keys that news is routed by. */
export async function caseMatter(
  ctx: Ctx,
  caseId: string,
): Promise<{ caseType: string; category: string; severity: Severity; provider: string | null } | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select t.key as "caseType", t.category, c.severity, p.key as provider
     from cases c join case_types t on t.id = c.case_type_id left join providers p on p.id = c.provider_id where c.id = ?`,
    [caseId],
  )) as { rows: { caseType: string; category: string; severity: Severity; provider: string | null }[] }
  return rows[0]
}
