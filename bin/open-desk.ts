import { existsSync } from 'node:fs'
import { type Config, readConfig } from '../api/config.ts'
import { connectDatabase, disconnectDatabase } from '../api/db/connection.ts'
import { startEmbedded } from '../api/db/embedded.ts'
import { migrate } from '../api/db/migrate.ts'
import { toldOf } from '../api/http/problem.ts'
import { usePublicUrl } from '../api/public-url.ts'
import { useMasterKey } from '../api/secrets.ts'
import { loginsOf } from '../api/start.ts'

/**
 * The desk's database for a command of a person at the keyboard, with the settings of the server and beside it when it runs. Hands on the
 * names of the migrations that ran just now.
 */
export async function withDesk<T>(
  work: (ownerUrl: string, migrations: string[], config: Config) => Promise<T>,
): Promise<T> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  useMasterKey(config.encryptionKey, config.encryptionKeysOld)
  usePublicUrl(config.publicUrl)
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataDir: config.dataDir, log: (line) => console.error(line) })
  const ownerUrl = config.databaseUrl ?? embedded?.url ?? ''
  try {
    const logins = await loginsOf(ownerUrl, config)
    const migrations = await migrate(ownerUrl)
    await connectDatabase({ ...logins, poolSize: 2 })
    return await work(ownerUrl, migrations, config)
  } finally {
    await disconnectDatabase()
    await embedded?.stop()
  }
}

/**
 * Runs a command; what a person did wrong is one line, and the exit code says that it failed. Who asks for help gets the usage and
 * nothing else happens.
 */
export async function main(usage: string, work: () => Promise<void>): Promise<void> {
  if (process.argv.slice(2).some((it) => it === '--help' || it === '-h')) return console.log(usage)
  try {
    await work()
  } catch (trouble) {
    console.error(wordsOf(trouble))
    if (isOfParsing(trouble)) console.error(`\n${usage}`)
    process.exitCode = 1
  }
}

const isOfParsing = (trouble: unknown): boolean =>
  String((trouble as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')

/** A no of the desk in its own words, with the fields it is about; anything else by its message. */
function wordsOf(trouble: unknown): string {
  const told = toldOf(trouble)
  // of a database that is away the trouble itself says more
  if (!told || told.code === 'unavailable') return (trouble as Error).message
  const fields = told.code === 'invalid_input' ? (told.errors ?? []) : []
  return fields.length > 0
    ? fields.map((it) => `${it.field}: ${it.message}`).join('\n')
    : `${told.title}. ${told.detail}`
}
