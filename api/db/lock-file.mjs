// Plain JavaScript because `npm start` takes its lock before anything is installed.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** @typedef {{ pid: number, born: string, note?: string }} Holder */

/**
 * When a process was born, as an opaque text; undefined when it does not live (a zombie does not).
 * A pid alone proves nothing: it is given out again after a reboot.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function bornAt(pid) {
  if (process.platform !== 'linux') return bornAtByPs(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function bornAtByPs(pid) {
  try {
    const [state = 'Z', ...started] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split(/\s+/)
    return state.startsWith('Z') ? undefined : started.join(' ')
  } catch {
    return undefined
  }
}

/** @param {Holder} holder */
export const isAlive = (holder) => bornAt(holder.pid) === holder.born

/** @returns {Holder} */
export const thisProcess = () => ({ pid: process.pid, born: bornAt(process.pid) ?? '' })

/**
 * Take a lock file, or learn who holds it. A holder that died (kill -9) holds nothing.
 * @param {string} path
 * @param {string} [note] what the next one should be told, for example our address
 * @returns {{ taken: true, release: () => void } | { taken: false, holder: Holder }}
 */
export function takeLock(path, note) {
  mkdirSync(dirname(path), { recursive: true })
  const mine = JSON.stringify(note === undefined ? thisProcess() : { ...thisProcess(), note })
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      if (linked(draft, path)) return { taken: true, release: () => releaseIfOurs(path, mine) }
      const found = readText(path)
      if (found === undefined) continue
      const holder = parse(found)
      if (holder && isAlive(holder)) return { taken: false, holder }
      removeStale(path, found)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * A link appears whole or not at all, so nobody ever reads half a lock.
 * @param {string} draft @param {string} path
 */
function linked(draft, path) {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * Two may find the same dead lock; the slower one must not throw away what the faster one has taken meanwhile.
 * @param {string} path @param {string} stale
 */
function removeStale(path, stale) {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (readText(aside) !== stale) linked(aside, path)
  rmSync(aside, { force: true })
}

/** @param {string} path @param {string} mine */
function releaseIfOurs(path, mine) {
  if (readText(path) === mine) rmSync(path, { force: true })
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} text
 * @returns {Holder | undefined}
 */
export function parse(text) {
  try {
    const { pid, born, note } = JSON.parse(text)
    return typeof pid === 'number' && typeof born === 'string' ? { pid, born, note } : undefined
  } catch {
    return undefined
  }
}
