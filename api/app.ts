import type Router from '@koa/router'
import Koa from 'koa'
import { systemClock, type Clock } from './clock.ts'
import type { Config } from './config.ts'
import { docs } from './http/docs.ts'
import type { Endpoint } from './http/endpoint.ts'
import { explainErrors } from './http/errors.ts'
import { guardBrowsers } from './http/headers.ts'
import { type Checks, health } from './http/health.ts'
import { openApiOf } from './http/openapi.ts'
import { answersToOwnNames } from './http/own-names.ts'
import { pages } from './http/pages.ts'
import { makeLimiter, type Rates, usualRates } from './http/rate-limit.ts'
import { endpoints, nothingElse } from './http/router.ts'
import { aboutTrouble, type Log } from './log.ts'
import { usePublicUrl } from './public-url.ts'
import { deskRoutes } from './routes.ts'
import { strain } from './http/strain.ts'
import { identify } from './sessions/queries.ts'
import { sessionRoutes } from './sessions/routes.ts'

export type AppNeeds = {
  config: Pick<Config, 'publicUrl' | 'demo' | 'simulatorPort' | 'lineApiBaseUrl' | 'trustProxy'>
  log: Log
  checks: Checks
  /** what bot adds: webhooks, /v1/messages; documented like everything else */
  endpoints?: readonly Endpoint[]
  /** routers that answer before anything else is looked at, without documentation */
  routers?: readonly Router[]
  /** where the built mini-apps lie */
  pagesFolder: string
  rates?: Partial<Rates>
  clock?: Clock
  /** requests at once; more are turned away */
  mostUnderWay?: number
}

export type App = {
  koa: Koa
  routers: readonly Router[]
  endpoints: readonly Endpoint[]
  /** from now on /readyz says no */
  stopping: () => void
}

/** The HTTP side of the desk, put together; server.ts listens. */
export function createApp(it: AppNeeds): App {
  const { config, log } = it
  const clock = it.clock ?? systemClock
  usePublicUrl(config.publicUrl)
  const own = new URL(config.publicUrl)
  const hosts = new Set(['localhost', '127.0.0.1', own.hostname])
  const simulator = config.demo ? [...hosts].map((host) => `http://${host}:${config.simulatorPort}`) : []
  const door = strain(it.mostUnderWay)
  let stopping = false

  const added = it.endpoints ?? []
  const ours: Endpoint[] = [
    ...deskRoutes,
    ...sessionRoutes({
      lineApiBaseUrl: config.lineApiBaseUrl,
      ...(config.demo && { simulatorUrl: `http://127.0.0.1:${config.simulatorPort}` }),
      clock,
    }),
    ...health({ ...it.checks, isStopping: () => stopping, isFull: door.isFull }),
    ...pages({ folder: it.pagesFolder, framedBy: simulator }),
    ...docs(() => (document ??= openApiOf([...added, ...ours], config.publicUrl))),
  ]
  let document: object | undefined

  const take = makeLimiter({ ...usualRates, ...it.rates }, clock)
  const desk = { identify, take, log, ownOrigin: own.origin }
  // what was added comes first in a router of its own: a webhook is not compared with all our addresses
  const routers = [...(it.routers ?? []), endpoints(added, desk), endpoints(ours, desk)]

  const koa = new Koa({ proxy: config.trustProxy, maxIpsCount: 1 })
  koa.on('error', (trouble: NodeJS.ErrnoException) => {
    if (!isOfTheCaller(trouble)) log.error(aboutTrouble(trouble), 'connection')
  })
  koa.use(explainErrors(log, door))
  koa.use(guardBrowsers({ https: config.publicUrl.startsWith('https:') }))
  if (config.demo) koa.use(answersToOwnNames(config.publicUrl))
  for (const router of routers) koa.use(router.routes())
  koa.use(nothingElse(routers))
  return { koa, routers, endpoints: [...added, ...ours], stopping: () => void (stopping = true) }
}

/** Who left while we were answering, or does not speak HTTP (the parser's HPE_…), is no trouble of ours: a stranger could fill the log. */
const isOfTheCaller = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE' || code.startsWith('HPE_')
