import { createApp } from '../../api/app.ts'
import { oldestWaitingMs } from '../../api/conversations/queries.ts'
import { listen } from '../../api/http/listen.ts'
import { queueIsUp } from '../../api/queue/queue.ts'
import { openDesk } from '../../api/start.ts'
import { lineRoutes } from '../../bot/line/routes.ts'

// The desk's whole HTTP side with its real webhook and database; what is stored starts no turn, so that the door alone is measured.
const desk = await openDesk()
const app = createApp({
  config: desk.config,
  log: desk.log,
  checks: { pingQueue: queueIsUp, oldestWaitingMs },
  endpoints: lineRoutes(() => undefined),
  pagesFolder: desk.config.dataDir,
})
const server = await listen(app.koa.callback(), { host: '127.0.0.1', port: desk.config.port }, app.stopping)
process.stdout.write('ready\n')
process.once('SIGTERM', () => {
  void server
    .close()
    .then(desk.close)
    .finally(() => process.exit(0))
})
