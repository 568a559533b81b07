import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { RememberingClient } from './remembering-client.ts'

type Answer = { command: string; rows: Record<string, unknown>[] }
type Query = { sql: string; bindings?: unknown[]; options?: Record<string, unknown> }
type Asking = { query(connection: object, sql: string): Promise<{ response: Answer[] }> }
export type PgConnection = {
  connection: { stream: { cork: () => void; uncork: () => void } }
  /** why knex should take it out of its pool */
  __knex__disposed?: unknown
}
type PgClient = Asking & { _query(connection: PgConnection, query: Query): Promise<unknown> }
type Constructor<T> = new (...given: unknown[]) => T

/**
 * A statement that is prepared once on each connection and then only executed. It rides in a message that takes no parameters: values are
 * checked uuids and numbers only. With `planOnce` the whole transaction reuses plans whatever its parameters are: for work by keys only.
 */
export type Prepared = { name: string; types: string; sql: string }
export type Ask = string | { prepared: Prepared; values: (string | number)[]; planOnce?: true }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const preparedOn = new WeakMap<object, Set<string>>()

const deskTime: Prepared = { name: 'desk_time', types: '', sql: 'select desk_now() as now' }

/** The words that bind what follows in the same message to one tenant, read the desk's clock, and ask. */
export async function boundTo(client: Asking, connection: object, tenantId: string, ask?: Ask): Promise<string> {
  if (!UUID.test(tenantId)) throw new Error('A tenant id is a lower-case uuid')
  const clock = await execute(client, connection, deskTime, [])
  const bound = `set local app.tenant_id = '${tenantId}'; ${clock};`
  if (ask === undefined || typeof ask === 'string') return `${bound} ${ask ?? ''}`
  const asked = await execute(client, connection, ask.prepared, ask.values)
  return ask.planOnce ? `set local plan_cache_mode = force_generic_plan; ${bound} ${asked}` : `${bound} ${asked}`
}

async function execute(client: Asking, connection: object, it: Prepared, values: (string | number)[]): Promise<string> {
  const known = preparedOn.get(connection) ?? new Set()
  if (!known.has(it.name)) {
    await client.query(connection, `prepare ${it.name}${it.types && ` (${it.types})`} as ${it.sql}`)
    preparedOn.set(connection, known.add(it.name))
  }
  return values.length ? `execute ${it.name} (${values.map(literal).join(', ')})` : `execute ${it.name}`
}

function literal(value: string | number): string {
  if (typeof value === 'number') return String(Number(value))
  if (!UUID.test(value)) throw new Error('Only uuids and numbers travel in an opening message')
  return `'${value}'`
}

const OFTEN = 3
const MOST_SHAPES = 1_000
const shapes = new Map<string, { asked: number; name: string }>()

/** What is asked often is planned once for each connection: planning costs more than running. Rare shapes (a search, a bulk insert) are not kept. */
function nameOf(sql: string): string | undefined {
  const known = shapes.get(sql)
  if (known) return ++known.asked > OFTEN ? known.name : undefined
  if (shapes.size < MOST_SHAPES)
    shapes.set(sql, { asked: 1, name: createHash('sha256').update(sql).digest('base64url').slice(0, 20) })
  return undefined
}

/** A table has another shape since the statement was planned here ("cached plan must not change result type"): the connection is of no more use. */
const isOutdatedPlan = (trouble: unknown): boolean => (trouble as { code?: string }).code === '0A000'

/** knex's Postgres client, over ours, planning what is asked often once for each connection. */
export function tenantTransactionClient(require: NodeRequire): typeof Knex.Client {
  const PgClient = require('knex/lib/dialects/postgres/index.js') as Constructor<PgClient>

  class TenantClient extends PgClient {
    _driver() {
      return { Client: RememberingClient }
    }

    override async _query(connection: PgConnection, query: Query): Promise<unknown> {
      // knex writes options of its own, mostly none
      const name = query.bindings?.length && !query.options?.['name'] ? nameOf(query.sql) : undefined
      try {
        return await super._query(connection, name ? { ...query, options: { ...query.options, name } } : query)
      } catch (trouble) {
        if (isOutdatedPlan(trouble)) connection.__knex__disposed = trouble
        throw trouble
      }
    }
  }
  return TenantClient as unknown as typeof Knex.Client
}
