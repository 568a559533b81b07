import type { Subject } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { Case } from '../model.ts'

export const asSubject = (it: Case): Subject => ({
  kind: 'case',
  id: it.id,
  chainHead: it.chainHead,
  chainCount: it.chainCount,
})

/** The case, ours until the commit. */
export async function lockCase(ctx: Ctx, id: string): Promise<Case> {
  const found = await Case.query(ctx.trx).findById(id).forNoKeyUpdate()
  if (!found) throw new Refusal('not_found')
  return found
}

/** Who had it in which state, from when: so that "slow because of whom" is a fact. */
export function startInterval(ctx: Ctx, it: Case): void {
  ctx.atEnd(() => ({
    sql: `insert into status_intervals (id, tenant_id, case_id, status, owner_id, started_at) values (?::uuid, ?::uuid, ?::uuid, ?, ?::uuid, ?)`,
    bindings: [ctx.newId(), ctx.tenantId, it.id, it.status, it.ownerId, ctx.now],
  }))
}

/** Ends the running interval and starts the one of the case's present state. */
export function nextInterval(ctx: Ctx, it: Case): void {
  ctx.atEnd(() => ({
    sql: `update status_intervals set ended_at = ? where case_id = ?::uuid and ended_at is null`,
    bindings: [ctx.now, it.id],
  }))
  startInterval(ctx, it)
}
