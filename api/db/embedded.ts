import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries } from './embedded/binaries.ts'
import {
  findPlace,
  isComplete,
  makeCluster,
  mustBeOurVersion,
  type Place,
  passwordOf,
  removeCluster,
} from './embedded/cluster.ts'
import { launch, settledPostmaster, type StopMode, stopPostmaster } from './embedded/postmaster.ts'
import { watch } from './embedded/watch.ts'
import { isAlive, parse, takeLock, thisProcess } from './lock-file.mjs'

export interface EmbeddedOptions {
  /** Where the cluster, its password and its port are kept. As root the cluster itself lies under /var/tmp. */
  dataDir: string
  /** A port of your choice; otherwise a free one, remembered for the next start. */
  port?: number
  /** More settings of the server, as in ['-c', 'fsync=off']. */
  flags?: readonly string[]
  log: (message: string) => void
}

export interface EmbeddedPostgres {
  /** Superuser on loopback, database `postgres`. */
  url: string
  port: number
  /** Of the postmaster. */
  pid: number
  /** It was running already: another process uses it, or the one that started it was killed. */
  reused: boolean
  /** From now on a server that ended by itself is started again, on its port; `tell` hears of it. */
  watch(tell: (trouble: Error) => void): void
  /** Stops the server, unless another living process still uses it. */
  stop(mode?: StopMode): Promise<void>
}

const lockPatienceMs = 60_000
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Start the PostgreSQL that came with npm, or join the one already running on the same data. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = findPlace(options.dataDir)
  const release = await lock(place, options.log)
  const letEnd = holdBackEnd()
  try {
    let running = await settledPostmaster(place)
    const reused = running !== undefined && isComplete(place)
    if (!reused) {
      if (running) await stopPostmaster(place, 'immediate')
      const binaries = findBinaries(place.as)
      if (isComplete(place)) mustBeOurVersion(place, binaries)
      else await makeCluster(place, binaries)
      running = await launch(place, binaries, options)
    }
    if (!running) throw endedAtOnce()
    const user = registerUser(place)
    const { port } = running
    let { pid } = running
    let watching: { stop: () => void } | undefined
    return {
      port,
      get pid() {
        return pid
      },
      reused,
      url: `postgres://postgres:${passwordOf(place)}@127.0.0.1:${port}/postgres`,
      watch(tell) {
        const revive = async () => {
          pid = await bringBack(place, user, { ...options, port })
        }
        watching = watch({ pid: () => pid, revive, tell })
      },
      stop: (mode = 'fast') => {
        watching?.stop()
        return leave(place, user, mode, options.log)
      },
    }
  } finally {
    await letEnd(async () => {
      if (usersOf(place).every((user) => user.pid === process.pid)) await stopPostmaster(place, 'fast')
    })
    release()
  }
}

/** Whoever uses the server knows its address only: it comes back there, with its data, or not at all. */
async function bringBack(place: Place, user: string, options: EmbeddedOptions & { port: number }): Promise<number> {
  if (!isComplete(place)) throw new Error(`the data in ${place.home} is gone`)
  const release = await lock(place, options.log)
  try {
    // who left meanwhile wants no server; another process may have brought it back
    const running =
      (await settledPostmaster(place)) ??
      (existsSync(user) ? await launch(place, findBinaries(place.as), options) : undefined)
    if (!running) throw endedAtOnce()
    return running.pid
  } finally {
    release()
  }
}

const endedAtOnce = () => new Error('PostgreSQL ended as soon as it had started.')

/** Throw the data away and stop its server, unless a living process uses it. */
export async function removeEmbedded(dataDir: string): Promise<void> {
  const place = findPlace(dataDir)
  const release = await lock(place, () => {})
  try {
    if (usersOf(place).length > 0) throw new Error(`The database in ${place.home} is in use.`)
    await stopPostmaster(place, 'immediate')
    removeCluster(place)
  } finally {
    release()
  }
}

async function lock(place: Place, log: (message: string) => void): Promise<() => void> {
  const giveUpAt = performance.now() + lockPatienceMs
  for (let said = false; ; said = true) {
    const attempt = takeLock(join(place.home, 'lock'))
    if (attempt.taken) return attempt.release
    const busy = `Process ${attempt.holder.pid} is starting or stopping the database in ${place.home}`
    if (performance.now() > giveUpAt) throw new Error(`${busy} and does not finish: end it and start again.`)
    if (!said) log(`${busy}; waiting for it.`)
    await pause(50)
  }
}

/**
 * A Ctrl-C while the server is coming up would leave it behind without an owner: the signal waits until the start is
 * over; then, unless the process listens for it itself, the server is stopped and the signal has its usual effect.
 */
function holdBackEnd() {
  let got: NodeJS.Signals | undefined
  const hold = (signal: NodeJS.Signals) => {
    got ??= signal
  }
  for (const signal of endings) process.on(signal, hold)
  return async (cleanUp: () => Promise<void>) => {
    const ending = got
    const ours = ending !== undefined && process.listenerCount(ending) === 1
    if (ours) await cleanUp()
    for (const signal of endings) process.off(signal, hold)
    if (!ours) return
    process.kill(process.pid, ending)
    await pause(1_000)
  }
}

/** Several processes may share one server (npm run api beside npm run workers); the last one to leave stops it. */
function registerUser(place: Place): string {
  const path = join(place.home, 'users', `${process.pid}-${randomBytes(4).toString('hex')}`)
  mkdirSync(join(place.home, 'users'), { recursive: true })
  writeFileSync(path, JSON.stringify(thisProcess()))
  return path
}

function usersOf(place: Place) {
  const folder = join(place.home, 'users')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const user = parse(readFileSync(path, 'utf8'))
    if (user && isAlive(user)) return [user]
    rmSync(path, { force: true })
    return []
  })
}

async function leave(place: Place, user: string, mode: StopMode, log: (message: string) => void) {
  const release = await lock(place, log)
  try {
    rmSync(user, { force: true })
    if (usersOf(place).length === 0) await stopPostmaster(place, mode)
  } finally {
    release()
  }
}
