import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bornAt, isAlive, parse } from '../api/db/lock-file.mjs'
import { removeEmbedded } from '../api/db/embedded.ts'

const root = join(import.meta.dirname, '..')
let dataDir: string
let ports: [number, number]

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'bellhop-ending-'))
  ports = [await freePort(), await freePort()]
})
afterAll(async () => {
  await removeEmbedded(dataDir)
  rmSync(dataDir, { recursive: true })
})

/** `npm start` as a supervisor runs it: in a group of its own, and known by npm's process alone. */
async function start(): Promise<ChildProcess> {
  const npm = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DEMO: '1',
      DATA_DIR: dataDir,
      PORT: String(ports[0]),
      SIMULATOR_PORT: String(ports[1]),
    },
  })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  await vi.waitUntil(() => said.includes('Bellhop is ready') || npm.exitCode !== null, { timeout: 150_000 })
  expect(said).toContain('Bellhop is ready')
  return npm
}

const holderOf = (file: string) => {
  const holder = parse(readFileSync(join(dataDir, file), 'utf8'))
  if (!holder) throw new Error('Nobody holds the desk')
  return holder
}

describe('npm start leaves nothing behind', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'when npm alone gets a %s',
    async (signal) => {
      const npm = await start()
      const desk = holderOf('start.lock')
      const postgresPort = readFileSync(join(dataDir, 'postgres', 'port'), 'utf8').trim()
      npm.kill(signal)
      await vi.waitUntil(() => !isAlive(desk) && bornAt(npm.pid ?? 0) === undefined, { timeout: 60_000 })
      const answers = await fetch(`http://127.0.0.1:${postgresPort}`).then(
        () => true,
        (trouble: { cause?: { code?: string } }) => trouble.cause?.code !== 'ECONNREFUSED',
      )
      expect(answers, 'Postgres').toBe(false)
    },
    200_000,
  )
})
