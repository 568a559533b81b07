// From a fresh clone to a running desk. The server runs in this very process, so that a signal, an exit code and a
// kill -9 mean what they say.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { takeLock } from '../api/db/lock-file.mjs'
import { tuneV8 } from './v8.mjs'
import { installIfNeeded } from './install.mjs'
import { stalePages } from './pages.mjs'
import { serverIsStale } from './server-code.mjs'

const root = join(import.meta.dirname, '..')
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')

const demo =
  (process.env['DEMO'] || (process.env['DATABASE_URL'] || process.env['NODE_ENV'] === 'production' ? '0' : '1')) === '1'
const port = Number(process.env['PORT'] || 3000)
const address = process.env['PUBLIC_URL'] || `http://localhost:${port}`
const dataDir = process.env['DATA_DIR'] || '.data'

const lock = lockOf(dataDir)
if (!lock.taken) {
  const { pid, note } = lock.holder
  stop(
    `Bellhop is running already on ${dataDir}: process ${pid}, ${note}. For a second desk set DATA_DIR, PORT and SIMULATOR_PORT.`,
  )
}
process.on('exit', lock.release)
if (process.env['npm_lifecycle_event'] === 'start') endWithParent()

await mustBeFree('PORT', port)
if (demo) await mustBeFree('SIMULATOR_PORT', Number(process.env['SIMULATOR_PORT'] || 3001))

installIfNeeded()
await Promise.all([build('pages', stalePages().length > 0), build('server', serverIsStale())])

const server = join(root, 'dist/server/api/server.js')
process.argv[1] = server
process.setSourceMapsEnabled(true)
tuneV8()
await import(pathToFileURL(server).href)

/** @param {string} folder */
function lockOf(folder) {
  try {
    return takeLock(join(folder, 'start.lock'), address)
  } catch (trouble) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (trouble)
    if (code === 'ENOSPC') stop(`There is no room left for DATA_DIR (${folder}): make room and start again.`)
    stop(`DATA_DIR (${folder}) is no folder that can be written (${code ?? message}): name another one.`)
  }
}

/** @param {string} part @param {boolean} needed */
async function build(part, needed) {
  if (!needed) return
  console.log(`Building the ${part}.`)
  const builder = spawn(process.execPath, ['bin/build.mjs', part], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [status] = await once(builder, 'exit')
  if (status !== 0) stop(`The ${part} could not be built (npm run build).`)
}

/** Whoever kills npm means the desk: it would live on where no Ctrl-C reaches it. */
function endWithParent() {
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  look.unref()
}

/** @param {string} name @param {number} wanted */
async function mustBeFree(name, wanted) {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) stop(`${name} is a port number from 1 to 65535.`)
  const probe = createServer()
  const trouble = await new Promise((done) => {
    probe.once('error', done)
    probe.listen(wanted, process.env['HOST'] || (demo ? '127.0.0.1' : '0.0.0.0'), () => done(undefined))
  })
  if (trouble?.code === 'EADDRINUSE') stop(`Port ${wanted} is taken by another program: set ${name} to a free one.`)
  if (trouble) stop(`Port ${wanted} cannot be used (${trouble.code}): set ${name} to another one.`)
  await new Promise((done) => probe.close(done))
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
