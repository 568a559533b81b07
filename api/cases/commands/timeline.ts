import type { Subject } from '../../activities/commands.ts'
import { type Ctx, type Part, perTransaction } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { Case } from '../model.ts'

export const asSubject = (it: Case): Subject => ({
  kind: 'case',
  id: it.id,
  chainHead: it.chainHead,
  chainCount: it.chainCount,
})

/** What people are told of a case: how urgent it is and of which type decides who hears it, and when. */
export const newsOf = (it: Case, event: string) => ({
  event,
  caseId: it.id,
  severity: it.severity,
  caseTypeId: it.caseTypeId,
})

/** The case, ours until the commit. */
export async function lockCase(ctx: Ctx, id: string): Promise<Case> {
  const found = await Case.query(ctx.trx).findById(id).forNoKeyUpdate()
  if (!found) throw new Refusal('not_found')
  return found
}

type Intervals = { started: Case[]; ended: string[] }

/** Who had it in which state, from when: so that "slow because of whom" is a fact. Many at once are two statements. */
export function startInterval(ctx: Ctx, it: Case): void {
  intervalsOf(ctx).started.push(it)
}

/** Ends the running interval and starts the one of the case's present state. */
export function nextInterval(ctx: Ctx, it: Case): void {
  intervalsOf(ctx).ended.push(it.id)
  startInterval(ctx, it)
}

const intervalsOf = perTransaction((ctx): Intervals => {
  const intervals: Intervals = { started: [], ended: [] }
  ctx.atEnd(() => writeIntervals(ctx, intervals))
  return intervals
})

const writeIntervals = (ctx: Ctx, { started, ended }: Intervals): Part[] => [
  {
    sql: `update status_intervals set ended_at = ? where case_id = any(?::uuid[]) and ended_at is null`,
    bindings: [ctx.now, ended],
  },
  {
    sql: `insert into status_intervals (id, tenant_id, case_id, status, owner_id, started_at)
          select n.id, ?::uuid, n.case_id, n.status, n.owner_id, ?::timestamptz
          from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[]) as n(id, case_id, status, owner_id)`,
    bindings: [
      ctx.tenantId,
      ctx.now,
      started.map(() => ctx.newId()),
      started.map((it) => it.id),
      started.map((it) => it.status),
      started.map((it) => it.ownerId),
    ],
  },
]
