// Runs the import rules of .dependency-cruiser.cjs. Beside a TypeScript it cannot use, the tool reads no TypeScript file
// and finds no fault; so we count what it read.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import configuration from '../.dependency-cruiser.cjs'

const rooms = ['api', 'bot', 'workers', 'liff', 'migrations', 'seeds', 'scenarios', 'bench', 'test', 'bin'].filter(
  (room) => existsSync(room),
)
const { stdout, stderr } = spawnSync(
  process.execPath,
  ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'json', ...rooms, 'knexfile.ts'],
  { encoding: 'utf8', maxBuffer: 1 << 28 },
)
if (!stdout.startsWith('{')) {
  console.error(stderr || stdout)
  process.exit(1)
}

/**
 * @type {{
 *   modules: { source: string }[]
 *   summary: { violations: { from: string, to: string, rule: { name: string }, cycle?: { name: string }[] }[] }
 * }}
 */
const { modules, summary } = JSON.parse(stdout)
const whyOf = new Map(configuration.forbidden.map(({ name, comment }) => [name, comment]))
for (const { from, to, rule, cycle } of summary.violations) {
  const road = cycle ? cycle.map((step) => step.name).join(' -> ') : to
  console.error(`${from} -> ${road}\n  ${rule.name}: ${whyOf.get(rule.name)}`)
}

const read = new Set(modules.map((module) => module.source))
const missed = rooms.flatMap(typescriptIn).filter((path) => !read.has(path))
if (missed.length > 0) console.error(`${missed.length} files were not read, for example ${missed[0]}.`)
console.log(`${read.size} modules read, ${summary.violations.length} imports against the rules.`)
process.exitCode = missed.length + summary.violations.length > 0 ? 1 : 0

/** @param {string} room */
function typescriptIn(room) {
  return readdirSync(room, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}
