import type { Ctx } from '../../context.ts'
import { type Case, StatusInterval } from '../model.ts'
import type { CaseStatus } from '../schema.ts'

/** Which state it was in from when; another owner in the same state is no news. It began when the customer spoke, not when we wrote it down. */
export async function historyOf(ctx: Ctx, it: Case): Promise<{ status: CaseStatus; at: Date }[]> {
  const intervals = await StatusInterval.query(ctx.trx).where('case_id', it.id).orderBy(['started_at', 'id'])
  return intervals
    .filter(({ status }, index) => status !== intervals[index - 1]?.status)
    .map(({ status, startedAt }, index) => ({ status, at: index === 0 ? it.openedAt : startedAt }))
}
