import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, removeEmbedded, startEmbedded } from './embedded.ts'
import { findPlace } from './embedded/cluster.ts'
import { bornAt, takeLock, thisProcess } from './lock-file.mjs'

const flags = ['-c', 'fsync=off']
let dataDir: string
let started: EmbeddedPostgres[]

const start = async (log: (message: string) => void = () => {}) => {
  const server = await startEmbedded({ dataDir, flags, log })
  started.push(server)
  return server
}

async function ask<T>(server: EmbeddedPostgres, question: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T & pg.QueryResultRow>(question)).rows
  } finally {
    await client.end()
  }
}

// Making a cluster is most of the time here, so one lives through the file; each test leaves it stopped and whole.
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bellhop-test-'))
  // A later run clears what this one leaves when it is killed.
  takeLock(join(dataDir, 'owner'))
})

beforeEach(() => {
  started = []
})

afterEach(async () => {
  for (const server of started) await server.stop('immediate')
})

afterAll(async () => {
  await removeEmbedded(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
})

test('a first start makes a cluster that reads Thai, and stopping it leaves nothing', async () => {
  const server = await start()
  expect(server.reused).toBe(false)
  await ask(server, 'create extension pg_trgm')
  expect(await ask(server, `select array_length(show_trgm('ไทย'), 1) is not null as seen`)).toEqual([{ seen: true }])
  expect(await ask(server, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  expect(statSync(join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600)

  await server.stop()

  expect(bornAt(server.pid)).toBeUndefined()
  await expect(ask(server, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('the next start finds the data on the same port', async () => {
  const first = await start()
  await ask(first, 'create table found_again (id int)')
  await first.stop()
  const second = await start()
  expect(second.port).toBe(first.port)
  expect(second.pid).not.toBe(first.pid)
  expect(await ask(second, 'select * from found_again')).toEqual([])
})

test('after kill -9 of the server the next start recovers what was committed', async () => {
  const first = await start()
  await ask(first, 'create table kept (id int); insert into kept values (7)')
  process.kill(first.pid, 'SIGKILL')
  await vi.waitUntil(() => bornAt(first.pid) === undefined, { timeout: 60_000 })
  const second = await start()
  expect(second.reused).toBe(false)
  expect(await ask(second, 'select id from kept')).toEqual([{ id: 7 }])
})

test('killed alone while it is watched, it comes back on its port with what was committed, again and again', async () => {
  const server = await start()
  const told: string[] = []
  server.watch((trouble) => told.push(trouble.message))
  await ask(server, 'drop table if exists kept; create table kept (id int)')
  for (const id of [1, 2]) {
    await ask(server, `insert into kept values (${id})`)
    const { pid } = server
    process.kill(pid, 'SIGKILL')
    await vi.waitUntil(() => server.pid !== pid, { timeout: 60_000 })
    expect(await ask(server, 'select count(*)::int as kept from kept')).toEqual([{ kept: id }])
  }
  expect(told).toEqual(Array(2).fill(expect.stringContaining('ended by itself')))
  await server.stop()
  expect(bornAt(server.pid)).toBeUndefined()
})

test('two who watch one server bring back one', async () => {
  const [one, other] = await Promise.all([start(), start()])
  for (const server of [one, other]) server.watch(() => {})
  const { pid } = one
  process.kill(pid, 'SIGKILL')
  await vi.waitUntil(() => one.pid !== pid && other.pid !== pid, { timeout: 60_000 })
  expect(one.pid).toBe(other.pid)
  expect(await ask(other, 'select 1 as here')).toEqual([{ here: 1 }])
})

test('whose data is gone does not come back empty: it is said once, and comes back when the data does', async () => {
  const server = await start()
  const told: string[] = []
  server.watch((trouble) => told.push(trouble.message))
  const { pid } = server
  const { home } = findPlace(dataDir)
  renameSync(join(home, 'initialised'), join(home, 'away'))
  process.kill(pid, 'SIGKILL')
  await vi.waitUntil(() => told.length === 2, { timeout: 60_000 })
  expect(told[1]).toContain('is gone')
  renameSync(join(home, 'away'), join(home, 'initialised'))
  await vi.waitUntil(() => server.pid !== pid, { timeout: 60_000 })
  expect(told).toHaveLength(2)
  expect(await ask(server, 'select 1 as here')).toEqual([{ here: 1 }])
})

test('whoever stops a watched server while it is down leaves none behind', async () => {
  const server = await start()
  server.watch(() => {})
  process.kill(server.pid, 'SIGKILL')
  await server.stop()
  // the killed one may take a moment to go, and a child it had just made holds its door open for another
  await vi.waitUntil(() => bornAt(server.pid) === undefined, { timeout: 60_000 })
  await expect(ask(server, 'select 1')).rejects.toThrow(/ECONNREFUSED|ECONNRESET/)
})

test('after kill -9 of its owner the running server is taken over, and stopped by the new owner', async () => {
  const orphan = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module'], {
    input: `
      import { startEmbedded } from './api/db/embedded.ts'
      const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, flags: ['-c', 'fsync=off'], log: () => {} })
      console.log(server.pid)
      process.kill(process.pid, 'SIGKILL')`,
    encoding: 'utf8',
  })
  const server = await start()
  expect(orphan.signal).toBe('SIGKILL')
  expect({ reused: server.reused, pid: server.pid }).toEqual({ reused: true, pid: Number(orphan.stdout) })
  await server.stop()
  expect(bornAt(server.pid)).toBeUndefined()
})

test('two who start at once share one server, and the last to leave stops it', async () => {
  const said: string[] = []
  const [one, other] = await Promise.all([start((line) => said.push(line)), start((line) => said.push(line))])
  expect([one.reused, other.reused].toSorted()).toEqual([false, true])
  expect(said).toEqual([expect.stringContaining(`Process ${process.pid} is starting or stopping the database in`)])
  await one.stop()
  expect(await ask(other, 'select 1 as here')).toEqual([{ here: 1 }])
  await other.stop()
  expect(bornAt(one.pid)).toBeUndefined()
})

test('a pid file that names a stranger, and a lock whose holder died, are ignored', async () => {
  await (await start()).stop()
  const place = findPlace(dataDir)
  writeFileSync(
    join(place.cluster, 'postmaster.pid'),
    `${process.pid}\n${place.cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`,
  )
  writeFileSync(join(place.home, 'lock'), JSON.stringify({ ...thisProcess(), born: 'long ago' }))
  expect(await start()).toMatchObject({ reused: false })
})

test('a cluster whose making was interrupted is made again', async () => {
  await (await start()).stop()
  const place = findPlace(dataDir)
  rmSync(join(place.home, 'initialised'))
  rmSync(join(place.cluster, 'global'), { recursive: true })
  const server = await start()
  expect(await ask(server, 'select 1 as here')).toEqual([{ here: 1 }])
})

test('data of another major version is left alone', async () => {
  await (await start()).stop()
  const version = join(findPlace(dataDir).cluster, 'PG_VERSION')
  const ours = readFileSync(version)
  writeFileSync(version, '12\n')
  await expect(start()).rejects.toThrow('was made by PostgreSQL 12')
  expect(readFileSync(version, 'utf8')).toBe('12\n')
  writeFileSync(version, ours)
})

test('a Ctrl-C while the server comes up ends both, without a word', async () => {
  const cut = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module'], {
    input: `
      import { startEmbedded } from './api/db/embedded.ts'
      const coming = startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
      setImmediate(() => process.kill(process.pid, 'SIGINT'))
      await coming
      console.log('never said')`,
    encoding: 'utf8',
  })
  expect({ signal: cut.signal, out: cut.stdout, err: cut.stderr }).toEqual({ signal: 'SIGINT', out: '', err: '' })
  const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  expect(left).not.toContain(findPlace(dataDir).cluster)
})
