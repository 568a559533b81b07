import { type ChildProcess, fork, spawn } from 'node:child_process'
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { removeEmbedded, startEmbedded } from '../api/db/embedded.ts'
import { openDesk } from '../api/start.ts'
import { demoTenants } from '../seeds/demo.ts'
import { examples } from '../seeds/catalogue.ts'
import { setUpDemoDesk } from '../seeds/demo-desk.ts'
import { allTenants } from '../api/tenants/queries.ts'
import { triageOf } from '../api/triage/queries.ts'
import { seedDemo } from '../seeds/demo-tenants.ts'

// What the benches share: a desk's own PostgreSQL, processes to measure, the load beside them.
export type Word = { tenant: number; text: string }
export type Asked = {
  name: string
  port: number
  /** deliveries a second; 0 for as many as are answered */
  rate: number
  seconds: number
  users: number
  words: Word[]
  oneChannel: boolean
  /** note when each delivery's reply arrives */
  wait: boolean
}
type Spread = { p50: number; p99: number; max: number }
export type Answered = {
  seconds: number
  offered: number
  acked: number
  refused: number
  acksPerSecond: number
  repliesPerSecond: number
  replies: number
  pushes: number
  profiles: number
  ack: Spread
  reply: Spread
  loadBusy: number
}

export type Peer = { pid: number; port: number; stop: () => Promise<void> }

const root = join(import.meta.dirname, '..')

/** The demo's businesses on a PostgreSQL of our own (fsync on, settings as the desk starts it). */
export async function openLab() {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellhop-bench-'))
  const server = await startEmbedded({ dataDir, log: console.error })
  const load = fork(join(import.meta.dirname, 'load.ts'), { execArgv: ['--import', 'tsx'] })
  const { linePort } = await heard<{ linePort: number }>(load)
  const env = {
    ...process.env,
    DEMO: '1',
    DATABASE_URL: server.url,
    DATA_DIR: dataDir,
    LINE_API_BASE_URL: `http://127.0.0.1:${linePort}`,
    LOG_LEVEL: 'error',
  }
  Object.assign(process.env, env)
  const desk = await openDesk()
  await seedDemo(desk.ownerUrl)
  await setUpDemoDesk()
  // trained here, so that the process that is measured loads its models as on any day
  for (const tenant of await allTenants()) await triageOf(tenant.id)
  await desk.close()
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query(`update tenants set settings = settings || '{"quietMs": 0}'`)
  await live(owner)
  await owner.query('vacuum analyze')

  const peers = new Set<Peer>()
  async function start(args: string[], more: Record<string, string> = {}): Promise<Peer> {
    const port = await freePort()
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, ...more },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((done, failed) => {
      child.once('exit', (code) => failed(new Error(`${args.join(' ')} ended with ${code}`)))
      child.stdout.once('data', () => done())
    })
    // from here on it speaks of troubles only
    child.stdout.pipe(process.stderr)
    const ended = new Promise((done) => child.once('exit', done))
    const peer: Peer = {
      pid: child.pid ?? 0,
      port,
      async stop() {
        peers.delete(peer)
        child.kill('SIGTERM')
        await ended
      },
    }
    peers.add(peer)
    return peer
  }

  return {
    owner,
    koa: () => start(['--import', 'tsx', 'bench/peers/koa.ts'], secret),
    sample: (echo: boolean) =>
      start(['--import', 'tsx', 'bench/peers/line-sample.ts'], { ...secret, ECHO: echo ? '1' : '0' }),
    door: (flags: string[] = []) => start([...flags, '--import', 'tsx', 'bench/peers/door.ts']),
    // as `npm run api` starts it
    desk: (flags: string[] = []) => start(['--max-semi-space-size=8', ...flags, 'bin/serve.mjs', 'api']),
    /** One run against one process, with what that process spent. */
    async run(peer: Peer, asked: Omit<Asked, 'port'>) {
      await owner.query('checkpoint')
      const before = cpuMs(peer.pid)
      const postgresBefore = postgresCpuMs()
      load.send({ ...asked, port: peer.port } satisfies Asked)
      const answered = await heard<Answered>(load)
      if (answered.refused > 0)
        throw new Error(`${asked.name}: ${answered.refused} deliveries were not answered with 200`)
      console.error(
        `${asked.name}: ${asked.rate || 'all'}/s, ${short(answered.acksPerSecond)} acks/s, ${short(answered.repliesPerSecond)} replies/s, p50 ${short(answered.reply.p50 || answered.ack.p50)} ms`,
      )
      return {
        ...answered,
        cpuUs: ((cpuMs(peer.pid) - before) * 1_000) / answered.acked,
        postgresUs: ((postgresCpuMs() - postgresBefore) * 1_000) / answered.acked,
        rssMb: rssMb(peer.pid),
      }
    },
    async close() {
      for (const peer of peers) await peer.stop()
      load.disconnect()
      await owner.end()
      await server.stop('immediate')
      await removeEmbedded(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
/** A desk that has lived: plans of empty tables are not the plans of a business. 4,000 people of each tenant, 20 old messages each. */
async function live(owner: pg.Client): Promise<void> {
  await owner.query(`
    create temporary table people as select t.id as tenant_id, c.id as channel_id, c.key, n, gen_random_uuid() as contact_id, gen_random_uuid() as conversation_id
      from tenants t join channels c on c.tenant_id = t.id and c.kind = 'line' cross join generate_series(1, 4000) n;
    insert into contacts (id, tenant_id, name, language) select contact_id, tenant_id, 'ลูกค้า ' || n, 'th' from people;
    insert into contact_identities (id, tenant_id, contact_id, kind, value, proven)
      select gen_random_uuid(), tenant_id, contact_id, 'line', 'U' || md5(key || n), true from people;
    insert into conversations (id, tenant_id, channel_id, kind, source_id, contact_id, language, last_message_at)
      select conversation_id, tenant_id, channel_id, 'direct', 'U' || md5(key || n), contact_id, 'th', desk_now() from people;
    insert into messages (id, tenant_id, conversation_id, direction, author, kind, body, happened_at)
      select gen_random_uuid(), tenant_id, conversation_id, 'in', 'customer', 'text', 'สวัสดีค่ะ ขอสอบถามหน่อย', desk_now() - m * interval '1 hour'
      from people cross join generate_series(1, 20) m;
    insert into inbox (id, tenant_id, channel_id, source_id, event_id, raw, happened_at, received_at, state)
      select gen_random_uuid(), tenant_id, channel_id, 'U' || md5(key || n), 'old' || m || key || n, decode(repeat('00', 700), 'hex'), desk_now(), desk_now(), 'done'
      from people cross join generate_series(1, 5) m;
    insert into outbox (id, tenant_id, channel_id, conversation_id, event, messages, language, retry_key, state, settled_at)
      select gen_random_uuid(), tenant_id, channel_id, conversation_id, 'turn.answered', '[]', 'th', gen_random_uuid(), 'sent', desk_now()
      from people cross join generate_series(1, 5) m;
    insert into cases (id, tenant_id, reference, case_type_id, severity, status, contact_id, conversation_id, source, opened_at, status_since, sla_minutes, root_cause, resolved_at)
      select gen_random_uuid(), p.tenant_id, 'OLD-' || n, (select id from case_types y where y.tenant_id = p.tenant_id limit 1), 'normal', 'resolved', contact_id, conversation_id,
        'line', desk_now(), desk_now(), 60, 'other', desk_now() from people p
      where n <= 1000 and exists (select 1 from case_types y where y.tenant_id = p.tenant_id)`)
}

export type Lab = Awaited<ReturnType<typeof openLab>>
export type Run = Awaited<ReturnType<Lab['run']>>

const secret = { LINE_SECRET: demoTenants[0]?.line.secret ?? '' }

const heard = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done, failed) => {
    const ended = () => failed(new Error('The load ended'))
    child.once('exit', ended)
    child.once('message', (it) => {
      child.off('exit', ended)
      done(it as T)
    })
  })

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** User and system time of a process so far. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Of all processes of Postgres on this machine; the lab's should be the only busy one. */
const postgresCpuMs = (): number =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && nameOf(pid) === 'postgres')
    .reduce((sum, pid) => sum + cpuIfThere(Number(pid)), 0)

function cpuIfThere(pid: number): number {
  try {
    return cpuMs(pid)
  } catch {
    // it ended between the two looks
    return 0
  }
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    // it ended between the two looks
    return ''
  }
}

export const rssMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

const shares = { smalltalk: 25, question: 30, status_query: 20, case_report: 15, booking_request: 10 } as const

/** What customers write, in these shares: the labelled messages of the five businesses. Whoever asks for a person is left out: the bot then keeps silent. */
export function mixedWords(): Word[] {
  const all = examples()
  return Object.entries(shares).flatMap(([intent, share]) => {
    const some = all.filter((it) => it.intent === intent && demoTenants.some((tenant) => tenant.key === it.tenant))
    return Array.from({ length: share * 20 }, (_, index) => {
      const it = some[(index * 31) % some.length]
      if (!it) throw new Error(`No message for ${intent}`)
      return { tenant: demoTenants.findIndex((tenant) => tenant.key === it.tenant), text: it.text }
    })
  })
}

export const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

export const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1)

export const machine = (): string =>
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, PostgreSQL from npm (fsync on), load and mock LINE on the same machine; a disk flush takes ${short(flushMs())} ms.`

/** What a durable answer waits for at least: the median of flushing 8 kB that were written over, as a write-ahead log is. */
function flushMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'bellhop-flush-'))
  const file = openSync(join(folder, 'wal'), 'w')
  const page = Buffer.alloc(8_192, 1)
  const pages = 64
  for (let at = 0; at < pages; at++) writeSync(file, page, 0, page.length, at * page.length)
  const took = Array.from({ length: 200 }, (_, n) => {
    writeSync(file, page, 0, page.length, (n % pages) * page.length)
    const from = performance.now()
    fdatasyncSync(file)
    return performance.now() - from
  })
  closeSync(file)
  rmSync(folder, { recursive: true })
  return median(took)
}

export function tell(name: string, lines: string[]): void {
  const words = `${lines.join('\n')}\n`
  process.stdout.write(words)
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.md`), words)
}
