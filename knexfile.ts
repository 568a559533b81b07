import { fileURLToPath } from 'node:url'
import type { Knex } from 'knex'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const config: Knex.Config = {
  client: 'pg',
  connection: process.env['DATABASE_URL'] ?? '',
  pool: { min: 0, max: 2 },
  migrations: { directory: here('./migrations'), extension: 'ts', loadExtensions: ['.ts'] },
  seeds: { directory: here('./seeds'), extension: 'ts', loadExtensions: ['.ts'] },
}

export default config
