import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Router from '@koa/router'
import pg from 'pg'
import { createApp } from '../api/app.ts'
import { deskNowMs } from '../api/db/tenant-transaction.ts'
import { moveDeskClock } from '../api/db/desk-clock.ts'
import { connectDatabase, disconnectDatabase } from '../api/db/connection.ts'
import { asOwner } from '../api/db/owner.ts'
import { listen } from '../api/http/listen.ts'
import { useStorage } from '../api/files/storage.ts'
import type { TriageEngine } from '../api/config.ts'
import { newId } from '../api/ids.ts'
import { forgetBudgets } from '../api/llm/budget.ts'
import { useLanguageModels } from '../api/llm/models.ts'
import { createLog } from '../api/log.ts'
import { oldestWaitingMs } from '../api/conversations/queries.ts'
import { queueIsUp, startQueue, stopQueue } from '../api/queue/queue.ts'
import { useMasterKey } from '../api/secrets.ts'
import { allTenants } from '../api/tenants/queries.ts'
import { useTriageEngine } from '../api/triage/engines/wish.ts'
import { forgetTriage, triageOf } from '../api/triage/queries.ts'
import { forgetWhatsApp } from '../api/whatsapp/queries.ts'
import { startBot } from '../bot/desk.ts'
import { startSimulator } from '../bot/simulator/simulator.ts'
import { demoCast, demoChannels, demoSenders, demoTenants, lineIdOfStaff } from '../seeds/demo.ts'
import { setUpDemoDesk } from '../seeds/demo-desk.ts'
import { seedDemo } from '../seeds/demo-tenants.ts'
import { startWorkers } from '../workers/main.ts'
import { filledDatabase, type FreshDatabase } from './database.ts'

/** Where customers write: a story that is told of one is true of the other. */
export const apps = ['line', 'whatsapp'] as const

/** The catalogue's own day, so that 'next Friday' is the same day in every run. */
const REFERENCE_NOW = '2026-11-20T10:00:00+07:00'

/** The demo's five businesses with their staff linked, groups declared and triage trained: once for all stories. */
async function fill(database: FreshDatabase): Promise<void> {
  const shift = Date.parse(REFERENCE_NOW) - Date.now()
  await asOwner(database.ownerUrl, (ask) => ask(`update desk_clock set shift = $1 * interval '1 millisecond'`, [shift]))
  await connectDatabase({ appUrl: database.appUrl, machineryUrl: database.machineryUrl })
  try {
    await seedDemo(database.ownerUrl)
    await setUpDemoDesk()
    for (const tenant of await allTenants()) await triageOf(tenant.id)
  } finally {
    await disconnectDatabase()
    forgetTriage()
  }
}

/** The key the demo's channel credentials are encrypted with here, for processes of their own. */
export const DEMO_ENCRYPTION_KEY = Buffer.alloc(32, 9).toString('base64')

/** The demo's database alone, at the real time. */
export async function aDemoDatabase(options: { quietMs: number }): Promise<FreshDatabase> {
  useMasterKey(Buffer.from(DEMO_ENCRYPTION_KEY, 'base64'))
  const database = await filledDatabase('bellhop_demo', fill)
  await asOwner(database.ownerUrl, async (ask) => {
    await ask(`update desk_clock set shift = '0'`)
    await ask(`update tenants set settings = settings || jsonb_build_object('quietMs', $1::int)`, [options.quietMs])
  })
  return database
}

/**
 * The whole desk in this process, with its demo tenants, on a database of its own, in front of a simulator: real Postgres, real queue,
 * real HTTP. The clock stands at the catalogue's day and moves by `later`. `withPages` also serves the simulator's page, and links
 * lead to the desk itself, so that a browser can be put in front of it.
 */
export async function aDesk(
  options: {
    quietMs?: number
    gatherMs?: number
    withPages?: boolean
    /** language models it may ask; without them it has none, whatever the environment holds */
    models?: Parameters<typeof useLanguageModels>[0]
    engine?: TriageEngine
  } = {},
) {
  useMasterKey(Buffer.from(DEMO_ENCRYPTION_KEY, 'base64'))
  const database = await filledDatabase('bellhop_demo', fill)
  // the clone's clock stood still since it was filled
  const shift = Date.parse(REFERENCE_NOW) - Date.now()
  await asOwner(database.ownerUrl, async (ask) => {
    await ask(`update desk_clock set shift = $1 * interval '1 millisecond'`, [shift])
    await ask(`update tenants set settings = settings || jsonb_build_object('quietMs', $1::int, 'gatherMs', $2::int)`, [
      options.quietMs ?? 20,
      options.gatherMs ?? 0,
    ])
  })
  // kept: stories look many times a second, and a connection costs more than what is asked
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 4, idleTimeoutMillis: 0 })
  await connectDatabase({ appUrl: database.appUrl, machineryUrl: database.machineryUrl })
  await startQueue({ ownerUrl: database.ownerUrl, machineryUrl: database.machineryUrl })
  // this process learns the desk's time before anything happens on the phones
  await moveDeskClock(database.ownerUrl, 0)

  const files = await mkdtemp(join(tmpdir(), 'desk-files-'))
  useStorage({ storageUrl: pathToFileURL(files).href, s3: undefined })

  const troubles: unknown[] = []
  const report = (trouble: unknown, about: Record<string, unknown>) => {
    troubles.push({ trouble, about })
    return newId()
  }
  await useLanguageModels(options.models, report)
  useTriageEngine(options.engine ?? 'auto')
  const port = options.withPages ? await freePort() : 0
  const publicUrl = options.withPages ? `http://127.0.0.1:${port}` : 'http://desk.test'
  const simulator = await startSimulator({
    port: 0,
    deskUrl: 'http://127.0.0.1:1',
    publicUrl,
    channels: demoChannels,
    senders: demoSenders,
    cast: demoCast,
    clock: deskNowMs,
    moveClock: (ms) => moveDeskClock(database.ownerUrl, ms),
  })
  const config = {
    publicUrl,
    demo: true,
    simulatorPort: simulator.port,
    lineApiBaseUrl: simulator.url,
    lineDataApiBaseUrl: simulator.url,
    twilioApiBaseUrl: simulator.url,
    trustProxy: false,
  }
  const bot = startBot({ ...config, report })
  // these two go through all tenants' messages: stories that are about them ask for them
  const rarely = { lookAfterTemplates: undefined, lookForStatuses: undefined }
  const workers = startWorkers({ ...bot.chores, ...rarely, report })
  const app = createApp({
    config,
    log: createLog('silent'),
    checks: { pingQueue: queueIsUp, oldestWaitingMs },
    endpoints: bot.endpoints,
    routers: options.withPages ? [simulatorPage(simulator.requestListener)] : [],
    pagesFolder: join(import.meta.dirname, '..', 'dist', 'liff'),
    clock: deskNowMs,
  })
  const server = await listen(app.koa.callback(), { host: '127.0.0.1', port }, app.stopping)
  const url = `http://127.0.0.1:${server.port}`
  simulator.pointAt(url)

  return {
    database,
    simulator,
    /** the folder of the storage */
    files,
    bot,
    url,
    troubles,
    /** Moves the desk's clock forward. */
    later: (ms: number) => moveDeskClock(database.ownerUrl, ms),
    ask: async (sql: string, bindings: unknown[] = []) =>
      (await owner.query(sql, bindings)).rows as Record<string, unknown>[],
    /** A business of the demo: its customers on LINE or WhatsApp, its staff in their group, its API key. */
    business(key: string, app: (typeof apps)[number] = 'line') {
      const tenant = demoTenants.find((it) => it.key === key)
      if (!tenant) throw new Error(`No demo tenant ${key}`)
      const channelKey = tenant[app].key
      const group = simulator.group(tenant.line.key, tenant.staffGroup.groupId)
      return {
        tenant,
        group,
        customers: tenant.customers.map((it) => simulator.chat(channelKey, app === 'line' ? it.userId : it.whatsapp)),
        stranger: group.as(tenant.stranger.userId),
        staff: (staffKey: string) => group.as(lineIdOfStaff(key, staffKey)),
        newcomer: (name: string, language: 'th' | 'en' | 'ja') => {
          const person = simulator.addPerson(channelKey, { name, language })
          return simulator.chat(channelKey, person.userId)
        },
        call: (path: string, init: RequestInit = {}) =>
          fetch(url + path, {
            ...init,
            headers: { authorization: `Bearer ${tenant.apiKey}`, 'content-type': 'application/json', ...init.headers },
          }),
      }
    },
    async end() {
      await server.close()
      await workers.stop()
      await bot.stop()
      await simulator.stop()
      await stopQueue()
      await disconnectDatabase()
      forgetTriage()
      forgetWhatsApp()
      forgetBudgets()
      await useLanguageModels(undefined)
      await closed(owner)
      await database.drop()
      await rm(files, { recursive: true })
    },
  }
}

/** A pool has ended before its connections have: whoever drops their database then cuts them off in the middle of it. */
async function closed(pool: pg.Pool): Promise<void> {
  let left = pool.totalCount
  const gone = new Promise<void>((done) => {
    if (left === 0) done()
    pool.on('remove', () => {
      left -= 1
      if (left === 0) done()
    })
  })
  await pool.end()
  await gone
}

function simulatorPage(answer: RequestListener): Router {
  const router = new Router()
  router.all(/^\/simulator(\/.*)?$/, (http) => {
    http.respond = false
    answer(http.req, http.res)
  })
  return router
}

/** Links name the desk's address before it listens. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  return port
}

export type Desk = Awaited<ReturnType<typeof aDesk>>
