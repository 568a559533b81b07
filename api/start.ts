import { existsSync } from 'node:fs'
import { type Config, ConfigError, readConfig } from './config.ts'
import { connectDatabase, disconnectDatabase } from './db/connection.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { isPassing } from './db/passing.ts'
import { prepareLogins, UnderAnotherKey } from './db/roles.ts'
import { useStorage } from './files/storage.ts'
import { aboutTrouble, createLog, type Log } from './log.ts'
import { newId } from './ids.ts'
import { useLanguageModels } from './llm/models.ts'
import { usePublicUrl } from './public-url.ts'
import { startQueue, stopQueue } from './queue/queue.ts'
import { decrypt, encrypt, keyIdOf, macOf, masterKeys, useMasterKey } from './secrets.ts'
import { useTriageEngine } from './triage/engines/wish.ts'

export type OpenDesk = {
  config: Config
  log: Log
  ownerUrl: string
  /** A bug or an outage, told once with its ids; answers the id it can be found by. */
  report: (trouble: unknown, about: Record<string, unknown>) => string
  close: () => Promise<void>
}

/** What every process of the desk begins with: settings, keys, database, queue. */
export async function openDesk(poolSize?: number): Promise<OpenDesk> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  useMasterKey(config.encryptionKey, config.encryptionKeysOld)
  usePublicUrl(config.publicUrl)
  useStorage(config)
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataDir: config.dataDir, log: (line) => log.debug({ postgres: line }, 'embedded') })
  const ownerUrl = config.databaseUrl ?? embedded?.url ?? ''
  const report = (trouble: unknown, about: Record<string, unknown>): string => {
    const troubleId = newId()
    log.error({ ...aboutTrouble(trouble), ...about, troubleId }, 'trouble')
    return troubleId
  }
  await useLanguageModels(config, report)
  useTriageEngine(config.triageEngine)
  embedded?.watch((trouble) => report(trouble, { loop: 'embedded' }))
  try {
    const logins = await loginsOf(ownerUrl, config)
    await migrate(ownerUrl)
    await connectDatabase({ ...logins, ...(poolSize && { poolSize }) })
    await startQueue({ redisUrl: config.redisUrl, ownerUrl, machineryUrl: logins.machineryUrl }, (trouble, about) => {
      if (trouble) report(trouble, about)
    })
  } catch (trouble) {
    await disconnectDatabase()
    await embedded?.stop()
    throw config.databaseUrl ? refusedBy(trouble) : trouble
  }
  return {
    config,
    log,
    ownerUrl,
    report,
    async close() {
      await stopQueue()
      await disconnectDatabase()
      await embedded?.stop()
    },
  }
}

/** A server that is not there, or does not let us in, is a wrong setting to whoever starts the desk; anything else is itself. */
function refusedBy(trouble: unknown): unknown {
  const { code = '', message = '' } = trouble as { code?: string; message?: string }
  const noEntry = /^(28|3D)/.test(code)
  if (!noEntry && !isPassing(trouble)) return trouble
  return new ConfigError(`The database of DATABASE_URL cannot be used: ${message || code}`)
}

/** The desk's two logins; where none are named, they are made, with passwords that are kept under the desk's key. */
export async function loginsOf(
  ownerUrl: string,
  config: Pick<Config, 'appDatabaseUrl' | 'machineryDatabaseUrl'>,
): Promise<{ appUrl: string; machineryUrl: string }> {
  if (config.appDatabaseUrl && config.machineryDatabaseUrl)
    return { appUrl: config.appDatabaseUrl, machineryUrl: config.machineryDatabaseUrl }
  try {
    return await prepareLogins(ownerUrl, (login) => macOf('database', login).toString('hex'), {
      seal: encrypt,
      open: decrypt,
      isPresent: (sealed) => keyIdOf(sealed) === masterKeys()[0].id,
    })
  } catch (trouble) {
    throw trouble instanceof UnderAnotherKey ? new ConfigError(anotherKey) : trouble
  }
}

const anotherKey =
  'ENCRYPTION_KEY is not the key this database was used with. Put that one back, or into ENCRYPTION_KEY_OLD. Only if it is lost: stop every process, run `delete from desk_logins` in the database (in the demo remove DATA_DIR), and start again.'
