import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type PostgresBinaries, type RunAs, runAs } from './binaries.ts'

export interface Place {
  home: string
  cluster: string
  serverLog: string
  as: RunAs
}

/** The folders of one cluster, made if missing. */
export function findPlace(dataDir: string): Place {
  const home = join(resolve(dataDir), 'postgres')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const as = runAs()
  if (!as) return { home, cluster: join(home, 'cluster'), serverLog: join(home, 'server.log'), as }
  const open = `/var/tmp/bellhop-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)}`
  mkdirSync(open, { recursive: true })
  const owner = lstatSync(open)
  if (owner.uid !== 0 || !owner.isDirectory()) throw new Error(`${open} belongs to somebody else: remove it.`)
  chmodSync(open, 0o755)
  return { home, cluster: join(open, 'cluster'), serverLog: join(open, 'server.log'), as }
}

const passwordFile = (place: Place) => join(place.home, 'password')
const readyMark = (place: Place) => join(place.home, 'initialised')

export const passwordOf = (place: Place) => readFileSync(passwordFile(place), 'utf8').trim()

/** Made to its end: initdb may have been killed on its way, or the data folder emptied by hand. */
export const isComplete = (place: Place) =>
  existsSync(readyMark(place)) && existsSync(passwordFile(place)) && existsSync(join(place.cluster, 'PG_VERSION'))

/** Data of another major version is neither read nor thrown away. */
export function mustBeOurVersion(place: Place, binaries: PostgresBinaries): void {
  const made = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  const ours = binaries.version.split('.')[0]
  if (made === ours) return
  throw new Error(`${place.home} was made by PostgreSQL ${made}, and this is ${ours}: move its data or remove it.`)
}

/** Make an empty cluster with a new password in the place of whatever half-made one lies there. */
export async function makeCluster(place: Place, binaries: PostgresBinaries): Promise<void> {
  rmSync(readyMark(place), { force: true })
  rmSync(place.cluster, { recursive: true, force: true })
  mkdirSync(place.cluster, { mode: 0o700 })
  if (place.as) chownSync(place.cluster, place.as.uid, place.as.gid)
  const password = randomBytes(24).toString('hex')
  writeFileSync(passwordFile(place), password, { mode: 0o600 })
  const handedOver = `${place.cluster}.password`
  writeFileSync(handedOver, password, { mode: 0o600 })
  if (place.as) chownSync(handedOver, place.as.uid, place.as.gid)
  try {
    await initdb(place, binaries, handedOver)
  } finally {
    rmSync(handedOver)
  }
  writeFileSync(readyMark(place), '')
}

export function removeCluster(place: Place): void {
  for (const path of [place.cluster, place.serverLog, ...(place.as ? [dirname(place.cluster)] : []), place.home]) {
    rmSync(path, { recursive: true, force: true })
  }
}

async function initdb(place: Place, binaries: PostgresBinaries, passwordAt: string) {
  // With a C or ICU locale pg_trgm sees no Thai and no Japanese at all; the character type must be UTF-8.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${place.cluster}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordAt}`,
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    { ...place.as, cwd: '/', env: cleanEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  if (code !== 0) throw new Error(`initdb could not make a database in ${place.cluster}: ${complaint.trim()}`)
}

/** PGDATA, PGPORT and their like would lead the server elsewhere. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_')),
  )
}
