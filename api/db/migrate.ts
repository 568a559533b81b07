import { readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import knex, { type Knex } from 'knex'
import config from '../../knexfile.ts'

const LOCK = 727_002
const folder = join(import.meta.dirname, '..', '..', 'migrations')
const ending = extname(import.meta.filename)

/** Migrations under the names they have as sources, whether they run as those or compiled: a database knows them by name. */
const asSources: Knex.MigrationSource<string> = {
  getMigrations: async () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => basename(name, ending))
      .sort(),
  getMigrationName: (name) => `${name}.ts`,
  getMigration: (name) => import(pathToFileURL(join(folder, name + ending)).href) as Promise<Knex.Migration>,
}

/**
 * Brings the schema up to date and tells which migrations ran. Any number of processes may start at once: one migrates and
 * the others wait. A lock row that a killed process left in knex's own table is nobody's by then, and is freed.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const database = knex({
    ...config,
    connection: ownerUrl,
    pool: { min: 0, max: 3 },
    migrations: { migrationSource: asSources },
  })
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
