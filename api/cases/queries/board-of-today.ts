import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../context.ts'
import { allOf, where } from '../../db/conditions.ts'
import { tenantById } from '../../tenants/queries.ts'
import { Case } from '../model.ts'
import type { Severity } from '../schema.ts'
import { visibleCases } from './visible-cases.ts'

const MOST_AT_RISK = 20
const RISK_FROM = 0.6

/** As if its clock had begun later by what it stood: the deadline has moved by that, too. */
const runsFrom = `(sla_started_at + sla_stopped_ms * interval '1 millisecond')`

/** Open cases of which at least 60 % of the time is gone, soonest first. A clock that stands counts as far as it ran. */
export async function casesAtRisk(ctx: Ctx): Promise<Case[]> {
  const found = allOf([
    await visibleCases(ctx),
    where(`status not in ('resolved', 'closed') and sla_due_at is not null`),
    where(
      `sla_breached_at is not null
        or coalesce(sla_stopped_at, ?) >= ${runsFrom} + (sla_due_at - ${runsFrom}) * ${RISK_FROM}`,
      ctx.now,
    ),
  ])
  return Case.query(ctx.trx).whereRaw(found.sql, found.bindings).orderBy(['sla_due_at', 'id']).limit(MOST_AT_RISK)
}

export type Board = { open: Record<Severity, number>; unclaimed: number; breached: number; resolvedToday: number }

/** How many are open, by severity, and how many were resolved since the tenant's midnight. */
export async function boardOf(ctx: Ctx): Promise<Board> {
  const visible = await visibleCases(ctx)
  const rows = await openBySeverity(ctx, allOf([visible, where(`status not in ('resolved', 'closed')`)]))
  const { zone } = await tenantById(ctx.tenantId)
  const midnight = new Date(
    Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds,
  )
  // the timeline has an index by time, the cases have none
  const resolved = allOf([
    visible,
    where('resolved_at >= ?', midnight),
    where(`id in (select subject_id from activities where type = 'case.resolved' and at >= ?)`, midnight),
  ])
  const openOf = (severity: Severity) => rows.find((row) => row.severity === severity)?.open ?? 0
  return {
    open: { critical: openOf('critical'), high: openOf('high'), normal: openOf('normal'), low: openOf('low') },
    unclaimed: rows.reduce((sum, row) => sum + row.unclaimed, 0),
    breached: rows.reduce((sum, row) => sum + row.breached, 0),
    resolvedToday: await Case.query(ctx.trx).whereRaw(resolved.sql, resolved.bindings).resultSize(),
  }
}

async function openBySeverity(ctx: Ctx, open: ReturnType<typeof allOf>) {
  const { rows } = (await ctx.trx.raw(
    `select severity, count(*) as open, count(*) filter (where owner_id is null) as unclaimed,
       count(*) filter (where sla_breached_at is not null) as breached
     from cases where ${open.sql} group by severity`,
    open.bindings,
  )) as { rows: { severity: Severity; open: number; unclaimed: number; breached: number }[] }
  return rows
}
