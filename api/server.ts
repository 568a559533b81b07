import { join } from 'node:path'
import Router from '@koa/router'
import { startBot } from '../bot/desk.ts'
import type { Simulator } from '../bot/simulator/simulator.ts'
import { startWorkers } from '../workers/main.ts'
import { createApp } from './app.ts'
import { ConfigError } from './config.ts'
import { oldestWaitingMs } from './conversations/queries.ts'
import { deskNowMs } from './db/tenant-transaction.ts'
import { listen } from './http/listen.ts'
import { queueIsUp } from './queue/queue.ts'
import { root } from './root.ts'
import { type OpenDesk, openDesk } from './start.ts'
import { allTenants } from './tenants/queries.ts'
import { triageOf } from './triage/queries.ts'
import { TrainingStopped, trainer } from './triage/training/trainer.ts'

const onlyApi = process.argv.includes('--only=api')

/** Everything in one process, or the HTTP half of it; the one file that knows api, bot and workers. */
async function serve(): Promise<void> {
  const desk = await openDesk()
  const { config, log, report } = desk
  const simulator = config.demo ? await demo(desk) : undefined
  // a first message should not wait for its tenant's model; one that has none yet is trained in a thread, and nothing else waits for it
  const ready = readModels(report)
  const bot = startBot({ ...config, report })
  const workers = onlyApi ? undefined : startWorkers({ ...bot.chores, report })
  const app = createApp({
    config,
    log,
    checks: { pingQueue: queueIsUp, oldestWaitingMs },
    endpoints: bot.endpoints,
    routers: simulator ? [simulatorRouter(simulator)] : [],
    ...(config.demo && { clock: deskNowMs }),
    pagesFolder: join(root, 'dist', 'liff'),
  })
  const server = await listen(app.koa.callback(), { host: config.host, port: config.port }, app.stopping)
  simulator?.pointAt(`http://${config.host}:${server.port}`)
  process.stdout.write(
    simulator ? `Bellhop is ready: open ${config.publicUrl}/simulator\n` : `Bellhop is ready on ${config.publicUrl}\n`,
  )
  onSignal(async () => {
    await server.close()
    await workers?.stop()
    await bot.stop()
    await trainer.stop()
    await ready
    await simulator?.stop()
    await desk.close()
  })
}

/** Brings every tenant's model into memory, one after the other; what goes wrong is told, and tried again by its first message. */
async function readModels(report: OpenDesk['report']): Promise<void> {
  try {
    for (const tenant of await allTenants()) await triageOf(tenant.id)
  } catch (trouble) {
    if (!(trouble instanceof TrainingStopped)) report(trouble, { while: 'making triage models ready' })
  }
}

/** The demo's tenants, and our stand-in for LINE and Twilio unless another one is named. */
async function demo(desk: OpenDesk): Promise<Simulator | undefined> {
  const { seedDemo } = await import('../seeds/demo-tenants.ts')
  await seedDemo(desk.ownerUrl)
  const { lineApiBaseUrl, simulatorPort } = desk.config
  if (onlyApi || new URL(lineApiBaseUrl).port !== String(simulatorPort)) return undefined
  const [{ startSimulator }, { demoCast, demoChannels, demoSenders }, { setUpDemoDesk }, { moveDeskClock }] =
    await Promise.all([
      import('../bot/simulator/simulator.ts'),
      import('../seeds/demo.ts'),
      import('../seeds/demo-desk.ts'),
      import('./db/desk-clock.ts'),
    ])
  await setUpDemoDesk()
  return startSimulator({
    port: desk.config.simulatorPort,
    host: desk.config.host,
    deskUrl: desk.config.publicUrl,
    publicUrl: desk.config.publicUrl,
    channels: demoChannels,
    senders: demoSenders,
    cast: demoCast,
    clock: deskNowMs,
    moveClock: (ms) => moveDeskClock(desk.ownerUrl, ms),
    // another database may be another desk's
    ...(!desk.config.databaseUrl && {
      remember: {
        file: join(desk.config.dataDir, 'simulator.json'),
        say: (line: string) => void process.stderr.write(`${line}\n`),
      },
    }),
  })
}

/** The simulator's page and controls on the desk's own port. */
function simulatorRouter(simulator: Simulator): Router {
  const router = new Router()
  router.get('/', (http) => http.redirect('/simulator'))
  router.all(/^\/simulator(\/.*)?$/, (http) => {
    http.respond = false
    simulator.requestListener(http.req, http.res)
  })
  return router
}

/** compose.yaml waits longer than this before it kills. */
const PATIENCE_MS = 15_000

/**
 * A signal lets finish what has begun, for 15 seconds. A second one changes nothing: with npm and its shell in between one Ctrl-C arrives
 * twice, and the embedded Postgres must be stopped, not left behind.
 */
function onSignal(end: () => Promise<void>): void {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (ending) return
      ending = true
      setTimeout(() => process.exit(1), PATIENCE_MS).unref()
      end().then(
        () => process.exit(0),
        (trouble: unknown) => {
          process.stderr.write(`${(trouble as Error).message}\n`)
          process.exit(1)
        },
      )
    })
}

/** Postgres's own number for it. */
const DISK_FULL = '53100'

/** One sentence for what whoever starts the desk can mend; everything of a bug. */
function inWords(trouble: unknown): string | undefined {
  if (trouble instanceof ConfigError) return trouble.message
  const { code, port, path, message, stack } = trouble as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: set PORT or SIMULATOR_PORT to a free one.`
  if (code === 'ENOSPC' || code === DISK_FULL)
    return `There is no room left on the disk (${message}): make room and start again.`
  if (path && (code === 'EACCES' || code === 'EROFS' || code === 'EPERM'))
    return `${path} cannot be written (${code}): give it to whoever runs the desk, or set DATA_DIR to another folder.`
  return stack
}

serve().catch((trouble: unknown) => {
  process.stderr.write(`${inWords(trouble)}\n`)
  process.exit(1)
})
