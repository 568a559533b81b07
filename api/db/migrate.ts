import knex from 'knex'
import config from '../../knexfile.ts'

const LOCK = 727_002

/**
 * Brings the schema up to date and tells which migrations ran. Any number of processes may start at once: one migrates and
 * the others wait. A lock row that a killed process left in knex's own table is nobody's by then, and is freed.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const database = knex({ ...config, connection: ownerUrl, pool: { min: 0, max: 3 } })
  try {
    return await database.transaction(async (holder) => {
      await holder.raw('select pg_advisory_xact_lock(?)', [LOCK])
      await database.migrate.forceFreeMigrationsLock()
      const [, names]: [number, string[]] = await database.migrate.latest()
      return names
    })
  } finally {
    await database.destroy()
  }
}
