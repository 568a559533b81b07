import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs'

const wanted = 'package-lock.json'
const installed = 'node_modules/.package-lock.json'

/** Install the dependencies if they are missing or are not those of package-lock.json. */
export function installIfNeeded() {
  if (isInstalled()) return
  console.log('Installing dependencies; the first time this takes about a minute.')
  const npm = process.env['npm_execpath']
  const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, stdout } = spawnSync(command ?? 'npm', [...first, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status === 0) return
  console.error(stdout ?? '')
  console.error('The dependencies could not be installed (npm ci).')
  process.exit(1)
}

function isInstalled() {
  if (!existsSync(installed)) return false
  if (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true
  // A copied or checked out lock file is newer without being different.
  if (!samePackages()) return false
  const now = new Date()
  try {
    utimesSync(installed, now, now)
  } catch {
    // Somebody else's node_modules: we compare again next time.
  }
  return true
}

function samePackages() {
  /** @type {(path: string) => Record<string, { version?: string, optional?: boolean }>} */
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages
  const here = packages(installed)
  return Object.entries(packages(wanted)).every(([path, { version, optional }]) => {
    if (path === '') return true
    return here[path] ? here[path].version === version : optional === true
  })
}
