import type { Ctx } from '../../context.ts'
import { CaseType, StatusInterval } from '../model.ts'
import type { CaseStatus } from '../schema.ts'

/** Which state it was in from when; another owner in the same state is no news. */
export async function historyOf(ctx: Ctx, caseId: string): Promise<{ status: CaseStatus; at: Date }[]> {
  const intervals = await StatusInterval.query(ctx.trx).where('case_id', caseId).orderBy(['started_at', 'id'])
  return intervals
    .filter((it, index) => it.status !== intervals[index - 1]?.status)
    .map((it) => ({ status: it.status, at: it.startedAt }))
}

export const caseTypesOf = (ctx: Ctx, ids: string[]): Promise<CaseType[]> =>
  CaseType.query(ctx.trx).findByIds(ids).execute()
