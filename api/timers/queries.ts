import { database } from '../db/connection.ts'

export type NextDue = {
  /** who has timers that are due now */
  tenantIds: string[]
  /** ms until the next armed timer; 0 or less when one is due, undefined when none is armed */
  inMs: number | undefined
}

/** What the clock's worker must know before it sleeps, over all tenants. */
export async function nextDue(): Promise<NextDue> {
  const { rows } = await database().machinery.query<{ tenant_ids: string[] | null; in_ms: number | null }>({
    name: 'next-due',
    text: `select
        (select array_agg(distinct tenant_id) from timers where fired_at is null and due_at <= (select desk_now())) as tenant_ids,
        (select extract(epoch from min(due_at) - desk_now()) * 1000 from timers where fired_at is null)::float8 as in_ms`,
  })
  return { tenantIds: rows[0]?.tenant_ids ?? [], inMs: rows[0]?.in_ms ?? undefined }
}

/** How late the oldest armed timer is, in ms; 0 when all is well. */
export async function timerLagMs(): Promise<number> {
  const { rows } = await database().machinery.query<{ lag_ms: number | null }>(
    `select extract(epoch from desk_now() - min(due_at))::float8 * 1000 as lag_ms from timers where fired_at is null`,
  )
  return Math.max(0, rows[0]?.lag_ms ?? 0)
}
