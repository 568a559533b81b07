import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { register } from 'tsx/esm/api'
import type { TestProject } from 'vitest/node'
import { removeEmbedded, startEmbedded } from '../api/db/embedded.ts'
import { takeLock } from '../api/db/lock-file.mjs'
import { migrate } from '../api/db/migrate.ts'
import { APP_ROLE, prepareLogins } from '../api/db/roles.ts'
import { clearAfterDeadRuns, testDataPrefix } from './dead-runs.ts'

export interface TestServer {
  /** Superuser, database `postgres`. */
  url: string
  template: string
  appPassword: string
  machineryPassword: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

/** Speed for safety: the data lives as long as the tests. */
const flags = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_connections=300',
  'scram_iterations=1',
].flatMap((setting) => ['-c', setting])

interface Shared {
  users: number
  server: Promise<{ provided: TestServer; end: () => Promise<void> }>
}

/** Every vitest project loads its own copy of this file, and all of them share one server. */
const desk: { bellhopTestPostgres?: Shared | undefined } & typeof globalThis = globalThis

export default async function sharePostgres(project: TestProject) {
  desk.bellhopTestPostgres ??= { users: 0, server: startServer() }
  const shared = desk.bellhopTestPostgres
  shared.users++
  const server = await shared.server
  project.provide('postgres', server.provided)
  return async () => {
    if (--shared.users > 0) return
    desk.bellhopTestPostgres = undefined
    await server.end()
  }
}

async function startServer() {
  await clearAfterDeadRuns()
  const dataDir = join(tmpdir(), `${testDataPrefix}${process.pid}`)
  mkdirSync(dataDir, { recursive: true })
  chmodSync(dataDir, 0o755)
  takeLock(join(dataDir, 'owner'))
  const server = await startEmbedded({ dataDir, flags, log: console.log })
  // Vitest may leave by process.exit (Ctrl-C, a second failure in a row) without its teardown.
  const lastResort = () => process.kill(server.pid, 'SIGQUIT')
  process.on('exit', lastResort)
  const end = async () => {
    process.off('exit', lastResort)
    await server.stop('immediate')
    await removeEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const provided = { url: server.url, template: 'bellhop_template', ...passwords() }
    await makeTemplate(provided)
    return { provided, end }
  } catch (trouble) {
    // Vitest runs no teardown of a set-up that failed.
    await end()
    throw trouble
  }
}

const passwords = () => ({
  appPassword: randomBytes(12).toString('hex'),
  machineryPassword: randomBytes(12).toString('hex'),
})

async function makeTemplate(server: TestServer) {
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query(`create database ${server.template}`)
  await owner.end()
  const url = new URL(`/${server.template}`, server.url).href
  await prepareLogins(url, (login) => (login.startsWith(APP_ROLE) ? server.appPassword : server.machineryPassword))
  const unregister = register()
  try {
    await migrate(url)
  } finally {
    await unregister()
  }
}
