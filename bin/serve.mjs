// npm run api, npm run workers: one half of the desk, from its compiled code.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tuneV8 } from './v8.mjs'
import { serverIsStale } from './server-code.mjs'

const root = join(import.meta.dirname, '..')
process.chdir(root)
if (existsSync('.env')) process.loadEnvFile('.env')
// compiled beside us: the compiler goes when it is done
if (serverIsStale()) {
  const { status } = spawnSync(process.execPath, ['bin/build.mjs', 'server'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) process.exit(1)
}
const [half = ''] = process.argv.slice(2)
const server = join(root, 'dist/server', half === 'workers' ? 'workers/start.js' : 'api/server.js')
process.argv[1] = server
process.setSourceMapsEnabled(true)
tuneV8()
await import(pathToFileURL(server).href)
