// Every check of the house, cheapest first; the first that fails ends the run with its output.
// npm test -- --only types,unit    those steps;  what follows (api/cases) is handed to vitest as a filter.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installIfNeeded } from './install.mjs'

/** @typedef {{ name: string, run: string[][] }} Step */

process.chdir(join(import.meta.dirname, '..'))
const projects = ['unit', 'db', 'scenario', 'browser', 'redis']
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true } },
})
const only = values.only?.flatMap((names) => names.split(',')) ?? []
const reportFolder = mkdtempSync(join(tmpdir(), 'bellhop-report-'))
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
const began = performance.now()
process.on('exit', () => rmSync(reportFolder, { recursive: true, force: true }))
let interrupted = false
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    interrupted = true
    // A Ctrl-C reaches the children by itself, and a second one would cut short what they have to put away.
    if (signal === 'SIGTERM') for (const child of running) child.kill(signal)
  })
}

installIfNeeded()

/** @type {(name: string, bin: string, ...options: string[]) => string[]} */
const tool = (name, bin, ...options) => [join('node_modules', name, bin), ...options]
// TypeScript 7 checks in a quarter of the time but has no API; what reads our code by one (dependency rules) needs 6 beside it
const typescript = (/** @type {string} */ project) => tool('ts7', 'bin/tsc', '--noEmit', '-p', project)
const browserProjects = ['liff/tsconfig.json', 'bot/simulator/page/tsconfig.json'].filter((path) => existsSync(path))

/** @type {Step[]} */
const fromSources = [
  { name: 'format', run: [tool('@biomejs/biome', 'bin/biome', 'format', '--reporter=summary')] },
  { name: 'lint', run: [tool('oxlint', 'bin/oxlint', '--type-aware')] },
  { name: 'types', run: [typescript('tsconfig.json'), ...browserProjects.map(typescript)] },
  { name: 'dependencies', run: [['bin/check-dependencies.mjs']] },
  { name: 'unused', run: [tool('knip', 'bin/knip.js', '--no-config-hints')] },
  { name: 'build', run: [['bin/build.mjs']] },
]

const known = fromSources.map((step) => step.name).concat(projects)
const strangers = only.filter((name) => !known.includes(name))
if (strangers.length > 0) {
  console.error(`There is no step ${strangers.join(', ')}; the steps are ${known.join(', ')}.`)
  process.exit(2)
}
const wanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name)

const lanes = fromSources.filter((step) => wanted(step.name))
const inTime = await Promise.all([lane(lanes), lane(lanes)])
if (!inTime.every(Boolean)) end(0, 1)
await runTests()

/**
 * Two at a time is what two cores bear.
 * @param {Step[]} queue
 */
async function lane(queue) {
  for (let step = queue.shift(); step; step = queue.shift()) {
    if (await passes(step)) continue
    queue.length = 0
    for (const child of running) child.kill()
    return false
  }
  return true
}

async function runTests() {
  const chosen = projects.filter(wanted)
  if (chosen.length === 0) return end(0, 0)
  const report = join(reportFolder, 'vitest.json')
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = tool('vitest', 'vitest.mjs', ...options, ...chosen.map((name) => `--project=${name}`), ...positionals)
  const passed = await passes({ name: 'tests', run: [vitest] })
  if (interrupted) await clearUp()
  if (chosen.includes('redis') && !process.env['REDIS_URL']) {
    console.log('The queue tests on Redis were left out: set REDIS_URL to run them.')
  }
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  if (counted.numPendingTests > 0) console.log(`${counted.numPendingTests} skipped.`)
  // A run that finds no test at all has lost its way.
  if (only.length === 0 && !counted.numPassedTests) return end(0, 1)
  end(counted.numPassedTests ?? 0, passed ? 0 : Math.max(1, counted.numFailedTests ?? 0))
}

async function clearUp() {
  const { register } = await import('tsx/esm/api')
  register()
  const { clearAfterDeadRuns } = await import('../test/dead-runs.ts')
  await clearAfterDeadRuns()
}

/**
 * @param {Step} step
 * @returns {Promise<boolean>}
 */
async function passes({ name, run }) {
  const since = performance.now()
  for (const [script = '', ...options] of run) {
    const { code, output } = await runNode(script, options)
    if (code === 0 && !interrupted) continue
    // A step that another one's failure cut short has nothing to say.
    if (code !== null || interrupted) console.log(`\n${output.trim()}\n\n${name.padEnd(14)} failed  ${seconds(since)}`)
    return false
  }
  console.log(`${name.padEnd(14)} ok      ${seconds(since)}`)
  return true
}

/**
 * @param {string} script @param {string[]} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNode(script, options) {
  const child = spawn(process.execPath, [script, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'test' },
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((done) => {
    child.once('close', (code) => {
      running.delete(child)
      done({ code, output })
    })
  })
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s`
}

/**
 * @param {number} passed @param {number} failed
 * @returns {never}
 */
function end(passed, failed) {
  console.log(`${'in all'.padEnd(14)}         ${seconds(began)}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}
