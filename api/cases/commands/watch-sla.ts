import { headWrittenBy, record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { Case } from '../model.ts'
import { asSubject, newsOf } from './timeline.ts'

/** The clock runs and the deadline is what the timer was set for: solved in time, stopped or moved means nothing to do. */
const stillRunning = (it: Case): boolean =>
  it.slaDueAt !== null && !it.slaStoppedAt && !it.slaBreachedAt && it.status !== 'resolved' && it.status !== 'closed'

/** Warns the group of cases that are near their deadline. Many at once are one transaction. */
export async function warnOfSla(ctx: Ctx, caseIds: string[]): Promise<void> {
  for (const it of await lockCases(ctx, caseIds)) {
    if (!stillRunning(it) || (it.slaDueAt && it.slaDueAt <= ctx.now)) continue
    record(ctx, asSubject(it), 'case.sla_warned', { dueAt: it.slaDueAt?.toISOString() ?? null })
    await notifyStaff(ctx, newsOf(it, 'case.sla_warning'))
  }
}

/** Marks cases as over their deadline and tells the group. */
export async function breachSla(ctx: Ctx, caseIds: string[]): Promise<void> {
  const over = (await lockCases(ctx, caseIds)).filter((it) => stillRunning(it) && it.slaDueAt && it.slaDueAt <= ctx.now)
  if (over.length === 0) return
  for (const it of over) {
    record(ctx, asSubject(it), 'case.sla_breached', { dueAt: it.slaDueAt?.toISOString() ?? null })
    await notifyStaff(ctx, newsOf(it, 'case.sla_breach'))
  }
  markBreached(ctx, over)
}

/** Hundreds may be over at the same second: the mark and the head of the timeline are one update of each row. */
function markBreached(ctx: Ctx, over: Case[]): void {
  const heads = over.map((it) => headWrittenBy(ctx, it.id))
  ctx.atEnd(() => ({
    sql: `update cases c set sla_breached_at = ?, updated_at = ?, chain_head = n.head, chain_count = n.count
          from unnest(?::uuid[], ?::bytea[], ?::int[]) as n(id, head, count) where c.id = n.id`,
    bindings: [
      ctx.now,
      ctx.now,
      over.map((it) => it.id),
      heads.map((head, index) => head()?.head ?? over[index]?.chainHead ?? null),
      heads.map((head, index) => head()?.count ?? over[index]?.chainCount ?? 0),
    ],
  }))
}

const lockCases = (ctx: Ctx, ids: string[]): Promise<Case[]> =>
  Case.query(ctx.trx).findByIds(ids).orderBy('id').forNoKeyUpdate().execute()
