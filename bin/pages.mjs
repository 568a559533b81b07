import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// The pages a browser loads, each with its own vite.config.ts.
const pages = [
  { root: 'liff', out: 'dist/liff' },
  { root: 'bot/simulator/page', out: 'dist/simulator' },
]

/** Pages with sources whose build is missing or older than they are. */
export const stalePages = () =>
  existingPages().filter((page) => !existsSync(page.out) || readOr(stampOf(page)) !== fingerprint(page.root))

export const existingPages = () => pages.filter((page) => existsSync(join(page.root, 'vite.config.ts')))

/** @param {{ root: string, out: string }} page */
export function markFresh(page) {
  writeFileSync(stampOf(page), fingerprint(page.root))
}

/** @param {{ out: string }} page */
const stampOf = (page) => `${page.out}.sources`

/**
 * By content, since a checkout gives every file a new date.
 * @param {string} root
 */
function fingerprint(root) {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  const files = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .sort()
  for (const path of files) hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

/** @param {string} path */
function readOr(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
