import { createRequire } from 'node:module'
import knexFactory, { type Knex } from 'knex'
import pg from 'pg'
import { forgetAllMemories } from '../memory.ts'
import { RememberingClient } from './remembering-client.ts'
import { tenantTransactionClient } from './tenant-transaction-client.ts'

// Counters and sums come back as numbers: nothing here passes 2^53 minor units.
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1700, Number)
// Dates without a time stay what people wrote, not midnight somewhere.
pg.types.setTypeParser(1082, (day) => day)

export type Database = { knex: Knex; machinery: pg.Pool }
let connected: Database | undefined

/** Opens the desk's two logins; refuses a login that row security would not bind. */
export async function connectDatabase(urls: {
  appUrl: string
  machineryUrl: string
  poolSize?: number
}): Promise<void> {
  if (connected) throw new Error('The database is connected already')
  // pg's pipeline: a transaction's last statement and its commit leave together
  const connection = { connectionString: urls.appUrl, idle_in_transaction_session_timeout: 60_000, pipeline: true }
  const knex = knexFactory({
    client: tenantTransactionClient(createRequire(import.meta.url)),
    connection,
    pool: { min: 0, max: urls.poolSize ?? 16 },
    acquireConnectionTimeout: 20_000,
    // a failing statement is told by its shape: its values may be what people wrote
    compileSqlOnError: false,
    // of connections that were cut it speaks in plain lines; whoever needed one throws, and that is told in the log
    log: { warn: () => undefined },
  })
  const machinery = new pg.Pool({
    Client: RememberingClient,
    connectionString: urls.machineryUrl,
    max: 8,
    keepAlive: true,
    // a handful of statements by keys: planned once for each connection, whatever their arrays hold
    options: '-c plan_cache_mode=force_generic_plan',
  })
  machinery.on('error', () => {
    // an idle connection was cut (server restart): the pool opens a new one at the next query
  })
  try {
    for (const ask of [
      (sql: string) => knex.raw(sql) as Promise<{ rows: unknown[] }>,
      (sql: string) => machinery.query(sql) as Promise<{ rows: unknown[] }>,
    ]) {
      const { rows } = await ask(`
        select r.rolname, r.rolsuper or r.rolbypassrls or exists (
          select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as unbound
        from pg_roles r where r.rolname = current_user`)
      const login = rows[0] as { rolname: string; unbound: boolean } | undefined
      if (!login || login.unbound)
        throw new Error(
          `The database login ${login?.rolname} is not bound by row security: use a plain login for the desk`,
        )
    }
  } catch (trouble) {
    await Promise.all([knex.destroy(), machinery.end()])
    throw trouble
  }
  connected = { knex, machinery }
}

export async function disconnectDatabase(): Promise<void> {
  const closing = connected
  connected = undefined
  forgetAllMemories()
  if (closing) await Promise.all([closing.knex.destroy(), closing.machinery.end()])
}

export function database(): Database {
  if (!connected) throw new Error('The database is not connected yet')
  return connected
}
