import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import knex from 'knex'
import pg from 'pg'
import { connectDatabase, disconnectDatabase } from '../api/db/connection.ts'
import { removeEmbedded, startEmbedded } from '../api/db/embedded.ts'
import { prepareLogins } from '../api/db/roles.ts'
import { newId } from '../api/ids.ts'
import { useMasterKey } from '../api/secrets.ts'
import config from '../knexfile.ts'
import { startTimers } from '../workers/timers.ts'

// npm run bench:timers [-- open cases]
// How late timers fire (from their instant to the commit of what they did) with a million open cases: at 200 due a second, and 5,000 at once.
const OPEN = Number(process.argv[2] ?? 1_000_000)
const PER_SECOND = 200
const SECONDS = 20
const AT_ONCE = 5_000

const loadBefore = loadavg()[0] ?? 0
const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-bench-'))
const server = await startEmbedded({
  dataDir,
  flags: ['track_commit_timestamp=on', 'shared_buffers=256MB', 'max_wal_size=4GB'].flatMap((it) => ['-c', it]),
  log: console.error,
})
const owner = new pg.Client({ connectionString: server.url })
try {
  await owner.connect()
  const tenants = await prepare()
  const worker = startTimers((trouble) => {
    console.error(trouble)
    return 'bench'
  })
  await pause(1_000)
  const lines = [
    await measure(`${PER_SECOND} due a second for ${SECONDS} s, five tenants`, steady(tenants)),
    await measure(`${AT_ONCE.toLocaleString('en')} at once, five tenants`, atOnce(tenants)),
    await measure(`${AT_ONCE.toLocaleString('en')} at once, one tenant`, atOnce(tenants.slice(0, 1))),
  ]
  await worker.stop()
  await disconnectDatabase()
  tell(lines)
} finally {
  await owner.end()
  await server.stop('immediate')
  await removeEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
}

async function prepare(): Promise<string[]> {
  const logins = await prepareLogins(server.url, () => 'bench')
  const migrating = knex({ ...config, connection: server.url })
  await migrating.migrate.latest()
  await migrating.destroy()
  useMasterKey(Buffer.alloc(32, 7))
  await connectDatabase(logins)
  const tenants = Array.from({ length: 5 }, () => newId())
  for (const tenant of tenants) await aTenant(tenant, Math.round(OPEN / tenants.length))
  await owner.query('vacuum analyze')
  await owner.query('checkpoint')
  return tenants
}

async function aTenant(tenant: string, cases: number): Promise<void> {
  const [channel, type] = [newId(), newId()]
  await owner.query(
    `insert into tenants (id, key, name, zone, currency, language) values ($1, $2, 'Bench', 'Asia/Bangkok', 'THB', 'th')`,
    [tenant, tenant],
  )
  await owner.query(`insert into channels (id, tenant_id, key, kind, name) values ($1, $2, $3, 'line', 'LINE')`, [
    channel,
    tenant,
    channel,
  ])
  await owner.query(
    `insert into conversations (id, tenant_id, channel_id, kind, source_id, purpose) values ($1, $2, $3, 'group', 'C1', 'staff')`,
    [newId(), tenant, channel],
  )
  await owner.query(
    `insert into case_types (id, tenant_id, key, names, category, severity, sla_minutes) values ($1, $2, 'x', '{}', 'x', 'normal', 120)`,
    [type, tenant],
  )
  await owner.query(
    `insert into cases (id, tenant_id, reference, case_type_id, severity, status, source, opened_at, status_since, sla_minutes, sla_due_at)
     select uuidv7(), $1, 'B-' || n, $2, 'normal', 'new', 'line', now(), now(), 120, now() + interval '1 hour' + random() * interval '30 days'
     from generate_series(1, $3::int) n`,
    [tenant, type, cases],
  )
  await owner.query(
    `insert into timers (id, tenant_id, kind, subject_id, due_at)
     select uuidv7(), tenant_id, 'case.sla_breach', id, sla_due_at from cases where tenant_id = $1`,
    [tenant],
  )
}

type Share = { tenant: string; count: number; everyMs: number }

function steady(tenants: string[]): Share[] {
  const each = PER_SECOND / tenants.length
  return tenants.map((tenant) => ({ tenant, count: each * SECONDS, everyMs: 1_000 / each }))
}

function atOnce(tenants: string[]): Share[] {
  return tenants.map((tenant) => ({ tenant, count: AT_ONCE / tenants.length, everyMs: 0 }))
}

/** Brings the deadlines of some cases forward, waits until all have fired, and reads from the commits how late each was. */
async function measure(what: string, shares: Share[]): Promise<string> {
  const ids: string[] = []
  // far enough ahead to write them all down
  const starts = new Date(Date.now() + 4_000)
  for (const [index, share] of shares.entries()) {
    const { rows } = await owner.query<{ id: string }>(
      `with chosen as (
         select id, row_number() over () as n from (
           select id from cases where tenant_id = $1 and sla_breached_at is null order by id desc limit $2) c
       ), moved as (
         update cases c set sla_due_at = $5::timestamptz + make_interval(secs => n * $3 / 1000.0 + $4)
         from chosen where c.id = chosen.id returning c.id, c.sla_due_at
       )
       update timers t set due_at = moved.sla_due_at from moved where t.subject_id = moved.id returning t.id`,
      // tenants take turns within a step
      [share.tenant, share.count, share.everyMs, (share.everyMs * index) / shares.length / 1_000, starts],
    )
    ids.push(...rows.map((row) => row.id))
  }
  const began = process.cpuUsage()
  const clock = performance.now()
  while (
    Number(
      (await owner.query(`select count(*) from timers where id = any($1) and fired_at is null`, [ids])).rows[0].count,
    ) > 0
  )
    await pause(500)
  const busy = process.cpuUsage(began)
  const share = (busy.user + busy.system) / 1_000 / (performance.now() - clock)
  const { rows } = await owner.query(
    `with late as (
       select due_at, pg_xact_commit_timestamp(xmin) as done,
         extract(epoch from pg_xact_commit_timestamp(xmin) - due_at)::float8 * 1000 as ms
       from timers where id = any($1))
     select percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.99) within group (order by ms) as p99, max(ms) as max,
       min(ms) as first, count(*)::int as fired from late`,
    [ids],
  )
  const news = await owner.query(
    `select count(*)::int as told, count(distinct case_id)::int as cases from outbox where case_id in (select subject_id from timers where id = any($1))`,
    [ids],
  )
  const { p50, p99, max, first, fired } = rows[0]
  if (fired !== ids.length || news.rows[0].told !== ids.length || news.rows[0].cases !== ids.length)
    throw new Error(`${what}: ${fired} fired, ${news.rows[0].told} told, of ${ids.length}`)
  const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
  return `| ${what} | ${fired} | ${ms(first)} | ${ms(p50)} | ${ms(p99)} | ${ms(max)} | ${Math.round(share * 100)} % |`
}

function tell(lines: string[]): void {
  const table = [
    `# Timers: how late they fire`,
    '',
    `${OPEN.toLocaleString('en')} open cases of five tenants, each with its breach timer; from the instant to the commit of the breach with its`,
    'activity and its news to the staff group. Each fired and was told exactly once.',
    '',
    '| what is due | fired | first ms | p50 ms | p99 ms | max ms | process busy |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL from npm on the same machine, load ${loadBefore.toFixed(1)} before.`,
    '',
  ].join('\n')
  console.log(table)
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'timers.md'), table)
}
