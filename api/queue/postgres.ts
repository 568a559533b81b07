import { createPostgresBackend, runMigrations } from 'bullmq'
import pg from 'pg'
import { MACHINERY_ROLE } from '../db/roles.ts'
import type { Backend } from './backend.ts'
import { jobs } from './jobs.ts'

const SCHEMA = 'bullmq'

/** The queue in a schema of its own, used by the login of the machinery: no tenant's data is in there, only ids. */
export async function openPostgres(urls: { ownerUrl?: string; machineryUrl: string }): Promise<Backend> {
  if (urls.ownerUrl) await prepareSchema(urls.ownerUrl)
  const pool = new pg.Pool({
    connectionString: urls.machineryUrl,
    // Every running worker keeps one for LISTEN; a pool of only those would hang for ever.
    max: Object.keys(jobs).length * 2 + 8,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    options: `-c search_path=${SCHEMA}`,
  })
  pool.setMaxListeners(0)
  pool.on('error', () => {
    // an idle connection was cut (server restart): the pool opens a new one at the next query
  })
  const factory: Backend['adding'] = (name, options, more) =>
    createPostgresBackend(name, { ...options, connection: pool }, more)
  return {
    adding: factory,
    running: factory,
    isUp: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  }
}

/** BullMQ's own migrations need an owner; those who start at the same moment wait for each other. */
async function prepareSchema(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await runMigrations(owner, SCHEMA)
    // BullMQ makes a sequence for each queue by itself: hence create, and those are the machinery's own already.
    // Two grants at once on one object would end in "tuple concurrently updated": hence the lock.
    await owner.query(`
      begin;
      select pg_advisory_xact_lock(727002);
      grant usage, create on schema ${SCHEMA} to ${MACHINERY_ROLE};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${MACHINERY_ROLE};
      do $$ declare s text; begin
        for s in select format('%I.%I', schemaname, sequencename) from pg_sequences
                 where schemaname = '${SCHEMA}' and sequenceowner = current_user loop
          execute 'grant usage, select, update on sequence ' || s || ' to ${MACHINERY_ROLE}';
        end loop;
      end $$;
      commit`)
  } finally {
    await owner.end()
  }
}
