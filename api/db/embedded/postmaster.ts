import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bornAt } from '../lock-file.mjs'
import type { PostgresBinaries } from './binaries.ts'
import { cleanEnvironment, type Place } from './cluster.ts'

/** PostgreSQL's own words: fast rolls open transactions back, immediate crashes and recovers at the next start. */
export type StopMode = 'fast' | 'immediate'

export interface Postmaster {
  pid: number
  port: number
}

const startPatienceMs = 60_000
const stopSignals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const
const portFile = (place: Place) => join(place.home, 'port')

/** Start the server; a moment of bad luck (a port just taken, children of a killed postmaster) is tried again. */
export async function launch(
  place: Place,
  binaries: PostgresBinaries,
  options: { port?: number; flags?: readonly string[] },
): Promise<Postmaster | undefined> {
  const giveUpAt = performance.now() + startPatienceMs
  for (;;) {
    rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
    const port = options.port ?? (await freePort(rememberedPort(place)))
    const complaint = await launchOnce(place, options.flags ?? [], binaries, port)
    if (complaint === undefined) {
      writeFileSync(portFile(place), `${port}\n`)
      return livingPostmaster(place)
    }
    const passing =
      /shared memory block|lock file/.test(complaint) ||
      (options.port === undefined && /could not (bind|create)/.test(complaint))
    if (!passing || performance.now() > giveUpAt) throw new Error(`PostgreSQL did not start: ${complaint}`)
    await pause(50)
  }
}

/** @returns what went wrong, or undefined when it is ready */
async function launchOnce(place: Place, flags: readonly string[], binaries: PostgresBinaries, port: number) {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // What people wrote must not reach a log by way of a failing statement.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ].flatMap((setting) => ['-c', setting])
  const output = openSync(place.serverLog, 'w', 0o600)
  // Detached: Ctrl-C in a terminal reaches every process of the group, and the server must outlive the desk's last words.
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...settings, ...flags], {
    ...place.as,
    cwd: '/',
    env: cleanEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let over: string | undefined
  const failed = (error: Error) => {
    over = error.message
  }
  const ended = () => {
    over ??= lastWords(place)
  }
  child.on('error', failed).on('exit', ended).unref()
  try {
    for (let waited = 0; over === undefined; waited++) {
      if (postmasterFile(place)?.state === 'ready') return undefined
      await pause(waited < 100 ? 10 : 50)
    }
    return over
  } finally {
    // Ready or not, its later end is no news of this start.
    child.off('exit', ended)
  }
}

const lastWords = (place: Place) => readFileSync(place.serverLog, 'utf8').trim().split('\n').slice(-4).join(' | ')

/** The postmaster living on this data once it knows what it is: not while it is starting or stopping. */
export async function settledPostmaster(place: Place): Promise<Postmaster | undefined> {
  const giveUpAt = performance.now() + startPatienceMs
  for (;;) {
    const living = livingPostmaster(place)
    if (!living) return undefined
    if (postmasterFile(place)?.state === 'ready' && (await answers(living.port))) return living
    if (performance.now() > giveUpAt) throw new Error(`PostgreSQL (process ${living.pid}) does not answer: end it.`)
    await pause(50)
  }
}

function livingPostmaster(place: Place): Postmaster | undefined {
  const file = postmasterFile(place)
  if (!file || bornAt(file.pid) === undefined) return undefined
  const living = { pid: file.pid, port: file.port }
  if (process.platform !== 'linux') return living
  try {
    // A pid file left behind by a crash may name a process that has nothing to do with us.
    return readFileSync(`/proc/${file.pid}/cmdline`, 'utf8').includes(place.cluster) ? living : undefined
  } catch {
    return undefined
  }
}

function postmasterFile(place: Place) {
  try {
    const lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 ? { pid, port, state: lines[7]?.trim() } : undefined
  } catch {
    return undefined
  }
}

/** Ends the server and waits until its process is gone; a stop that hangs becomes a harder one. */
export async function stopPostmaster(place: Place, mode: StopMode): Promise<void> {
  const pid = livingPostmaster(place)?.pid
  if (pid === undefined) return
  const born = bornAt(pid)
  const steps = [[stopSignals[mode], 15_000] as const, ['SIGQUIT', 7_000] as const, ['SIGKILL', 5_000] as const]
  for (const [signal, patienceMs] of steps) {
    if (bornAt(pid) === born) process.kill(pid, signal)
    const giveUpAt = performance.now() + patienceMs
    while (bornAt(pid) === born && performance.now() < giveUpAt) await pause(10)
    if (bornAt(pid) !== born) return
  }
}

function rememberedPort(place: Place): number | undefined {
  return existsSync(portFile(place)) ? Number(readFileSync(portFile(place), 'utf8')) || undefined : undefined
}

async function freePort(preferred = 0): Promise<number> {
  const server = createServer()
  const port = await new Promise<number>((done) => {
    server.once('error', () => done(0))
    server.listen(preferred, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await new Promise((done) => server.close(done))
  return port === 0 ? freePort() : port
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const say = (yes: boolean) => {
      socket.destroy()
      done(yes)
    }
    socket.once('connect', () => say(true)).once('error', () => say(false))
  })
}
