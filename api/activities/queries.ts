import type { Ctx } from '../context.ts'
import { allOf, type Condition, containing, orderOf, type Sort, where } from '../db/conditions.ts'
import type { Paged } from '../http/lists.ts'
import { readAsTenant } from '../db/tenant-transaction.ts'
import { Activity } from './model.ts'
import type { SubjectKind } from './schema.ts'

export type ActivityQuery = Paged & {
  subject?: string | undefined
  kind?: SubjectKind | undefined
  type?: string | undefined
  actor?: string | undefined
  from?: string | undefined
  to?: string | undefined
  search?: string | undefined
  sort: Sort<'at' | 'number'>[]
}

const columns = { at: 'at', number: 'seq' }

/** Timelines. `visibleCases` limits whose cases' lines the viewer may read. */
export async function listActivities(
  ctx: Ctx,
  asked: ActivityQuery,
  visibleCases: Condition | undefined,
): Promise<{ rows: Activity[]; total: number }> {
  const found = allOf([
    asked.subject && where('subject_id = ?', asked.subject),
    asked.kind && where('subject_kind = ?', asked.kind),
    asked.type && where('type = ?', asked.type),
    asked.actor && where('actor_id = ?', asked.actor),
    asked.from && where('at >= ?', asked.from),
    asked.to && where('at < ?', asked.to),
    asked.search && where('type ilike ?', containing(asked.search)),
    visibleCases && {
      sql: `subject_kind <> 'case' or subject_id in (select cases.id from cases where ${visibleCases.sql})`,
      bindings: visibleCases.bindings,
    },
  ])
  const { results, total } = await Activity.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, id ${asked.sort[0]?.direction ?? 'desc'}`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

export type Change = { id: string; kind: SubjectKind; subjectId: string; type: string }

/** What happened in the last half minute, newest first: for whoever watches. A commit may be later than its `at`, hence the window. */
export async function recentChanges(tenantId: string): Promise<Change[]> {
  const { answers } = await readAsTenant(
    tenantId,
    `select id, subject_kind, subject_id, type from activities
     where tenant_id = app_tenant() and at > desk_now() - interval '30 seconds' order by at desc, id desc limit 500`,
  )
  return (answers[0] ?? []).map((row) => ({
    id: row['id'] as string,
    kind: row['subject_kind'] as SubjectKind,
    subjectId: row['subject_id'] as string,
    type: row['type'] as string,
  }))
}
