import { existsSync } from 'node:fs'
import { readConfig } from '../api/config.ts'
import { connectDatabase, disconnectDatabase } from '../api/db/connection.ts'
import { startEmbedded } from '../api/db/embedded.ts'
import { migrate } from '../api/db/migrate.ts'
import { useMasterKey } from '../api/secrets.ts'
import { loginsOf } from '../api/start.ts'

/**
 * The desk's database for a command of a person at the keyboard, with the settings of the server and beside it when it runs. Hands on the
 * names of the migrations that ran just now.
 */
export async function withDesk<T>(work: (ownerUrl: string, migrations: string[]) => Promise<T>): Promise<T> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  useMasterKey(config.encryptionKey, config.encryptionKeysOld)
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataDir: config.dataDir, log: (line) => console.error(line) })
  const ownerUrl = config.databaseUrl ?? embedded?.url ?? ''
  try {
    const logins = await loginsOf(ownerUrl, config)
    const migrations = await migrate(ownerUrl)
    await connectDatabase({ ...logins, poolSize: 2 })
    return await work(ownerUrl, migrations)
  } finally {
    await disconnectDatabase()
    await embedded?.stop()
  }
}

/** Runs a command; what a person did wrong is one line, and the exit code says that it failed. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (trouble) {
    console.error((trouble as Error).message)
    process.exitCode = 1
  }
}
