import { inTenant, system } from './context.ts'
import { keepPeriods } from './keep-periods.ts'
import { allTenants } from './tenants/queries.ts'

/** So many rows in one transaction: short locks, and a long holiday's worth is done in many small steps. */
const BATCH = 2_000

const outlived = [
  [
    'timers',
    `select id from timers where fired_at < desk_now() - make_interval(days => ${keepPeriods.firedTimersDays}) limit ${BATCH}`,
    'id',
  ],
  [
    'idempotency_keys',
    `select key from idempotency_keys where created_at < desk_now() - make_interval(days => ${keepPeriods.idempotencyKeysDays}) limit ${BATCH}`,
    'key',
  ],
  [
    'inbox',
    `select id from inbox where tenant_id = app_tenant() and state = 'done'
       and received_at < desk_now() - make_interval(days => ${keepPeriods.answeredEventsDays}) limit ${BATCH}`,
    'id',
  ],
  [
    'payments',
    `select id from payments where case_id is null and state in ('credited', 'cancelled')
       and updated_at < desk_now() - make_interval(days => ${keepPeriods.settledPaymentsDays}) limit ${BATCH}`,
    'id',
  ],
  [
    'sessions',
    `select id from sessions where expires_at < desk_now() - make_interval(days => ${keepPeriods.sessionsDays}) limit ${BATCH}`,
    'id',
  ],
  [
    'staff_link_codes',
    `select id from staff_link_codes where not reusable
       and least(used_at, expires_at) < desk_now() - make_interval(days => ${keepPeriods.linkCodesDays}) limit ${BATCH}`,
    'id',
  ],
] as const

/** What was sent keeps what became of it, without its words. */
const emptied = `update outbox set messages = '[]', body = null where id in (
  select id from outbox where tenant_id = app_tenant() and state in ('sent', 'joined') and (messages <> '[]' or body is not null)
    and created_at < desk_now() - make_interval(days => ${keepPeriods.sentWordsDays}) limit ${BATCH})`

type Kept = (typeof outlived)[number][0] | 'outbox'
type Pruned = Partial<Record<Kept, number>>

const steps: [Kept, string][] = [
  ...outlived.map(([table, old, id]): [Kept, string] => [table, `delete from ${table} where ${id} in (${old})`]),
  ['outbox', emptied],
]

/** Throws away what has outlived its use, of every tenant. Says how many rows, so that a run that does nothing is seen to. */
export async function prune(): Promise<Pruned> {
  const pruned: Pruned = {}
  for (const tenant of await allTenants())
    for (const [table, sql] of steps) {
      for (;;) {
        const gone = await inTenant(tenant.id, system, async (ctx) => {
          const { rowCount } = (await ctx.trx.raw(sql)) as { rowCount: number }
          return rowCount
        })
        pruned[table] = (pruned[table] ?? 0) + gone
        if (gone < BATCH) break
      }
    }
  return pruned
}
