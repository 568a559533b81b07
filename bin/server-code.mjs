import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

// The server as plain JavaScript. Run from its TypeScript sources it would keep the compiler beside it, which is 70 MB for as long as it runs.
const rooms = ['api', 'bot', 'workers', 'seeds', 'migrations']
const out = 'dist/server'
const stamp = `${out}.sources`

export const serverIsStale = () =>
  !existsSync(out) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint()

/** Every source becomes a file of the same name in dist/server; what is not TypeScript goes along. */
export async function compileServer() {
  const { transform } = await import('esbuild')
  const sources = fingerprint()
  const fresh = `${out}.${process.pid}`
  for (const path of files()) {
    const to = join(fresh, path.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(to), { recursive: true })
    if (!path.endsWith('.ts')) {
      cpSync(path, to)
      continue
    }
    const { code, map } = await transform(readFileSync(path, 'utf8'), {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      sourcefile: join(process.cwd(), path),
      sourcemap: 'external',
      sourcesContent: false,
    })
    writeFileSync(to, `${withJsNames(code)}//# sourceMappingURL=${to.split('/').at(-1)}.map\n`)
    writeFileSync(`${to}.map`, map)
  }
  await learnBeforehand(fresh)
  // another process may do the same at the same time: whole folders change places
  const old = `${fresh}.old`
  if (existsSync(out)) renameSync(out, old)
  renameSync(fresh, out)
  rmSync(old, { recursive: true, force: true })
  writeFileSync(stamp, sources)
}

/** What triage of every business begins with takes seconds to learn: they pass here, not while the first customer waits. @param {string} fresh */
async function learnBeforehand(fresh) {
  const learnt = 'api/triage/training/prepared'
  const { prepare } = await import(pathToFileURL(join(process.cwd(), fresh, `${learnt}.js`)).href)
  prepare(join(out, 'api/triage/training'), { sources: 'api/triage' })
}

/** A source names its neighbours with the ending they have before they are compiled. @param {string} code */
export const withJsNames = (code) =>
  code.replace(/((?:\bfrom|\bimport|\bimport\(|new URL\()\s*["'])(\.{1,2}\/[^"'\n]*)\.ts(["'])/g, '$1$2.js$3')

const files = () => [
  'knexfile.ts',
  ...rooms.flatMap((room) =>
    readdirSync(room, { withFileTypes: true, recursive: true })
      .filter((it) => it.isFile() && !/\.test\.ts$|\.tsx$/.test(it.name))
      .map((it) => join(it.parentPath, it.name))
      .filter((path) => !path.startsWith(join('bot', 'simulator', 'page') + '/'))
      .sort(),
  ),
]

/** By content, since a checkout gives every file a new date. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  for (const path of files()) hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}
