import type { Context, Middleware, Next } from 'koa'
import { newId } from '../ids.ts'
import { aboutTrouble, type Log } from '../log.ts'
import { bug, toldOf, Turned } from './problem.ts'
import { isRead, sendSorryPage } from './sorry-page.ts'
import type { Strain } from './strain.ts'

/** Everything that is thrown becomes problem+json, or a page where somebody reads it; a bug is logged once, under the id the caller gets. */
export const explainErrors = (log: Log, strain: Strain): Middleware =>
  async function explain(http: Context, next: Next) {
    const traceId = newId()
    http.state['requestId'] = traceId
    http.set('x-request-id', traceId)
    const path = pathOf(http)
    const leave = path !== undefined && ABOUT_US.has(path) ? noop : strain.enter()
    try {
      if (path === undefined) throw notAnAddress()
      if (!leave) throw tooManyWait()
      await next()
      const unanswered = http.body === undefined || http.body === null
      if (http.status === 404 && unanswered && http.respond !== false) throw nothingHere()
      strain.ended({ changes: http.method !== 'GET' && http.status < 300 })
    } catch (trouble) {
      strain.ended({ changes: false, trouble })
      const told = toldOf(trouble)
      if (!told || told.code === 'unavailable')
        log.error(
          { traceId, method: http.method, route: http.state['route'], ...aboutTrouble(trouble) },
          told?.code ?? 'bug',
        )
      const { headers, ...problem } = told ?? bug
      if (http.headerSent) return void http.res.destroy()
      http.status = problem.status
      http.set(headers ?? {})
      // the demo asked by another name: whoever runs it reads what to set
      if (problem.status !== 403 && isRead(http)) return sendSorryPage(http, { status: problem.status, traceId })
      http.type = 'application/problem+json'
      http.body = JSON.stringify({ ...problem, instance: path, traceId })
    } finally {
      leave?.()
    }
  }

/** Whatever follows the method of a request line comes here; not all of it is an address. */
function pathOf(http: Context): string | undefined {
  try {
    return http.path
  } catch {
    return undefined
  }
}

const noop = () => undefined
/** Whoever looks after the desk is answered however many wait. */
export const ABOUT_US = new Set(['/healthz', '/readyz'])

const tooManyWait = () =>
  new Turned(
    503,
    'too_many_wait',
    'Too much at once',
    'Too many requests wait already. Send it again in a few seconds.',
    {
      'retry-after': '5',
    },
  )

const notAnAddress = () =>
  new Turned(400, 'address_malformed', 'Malformed address', 'The address of this request cannot be read. Send a path.')

export const nothingHere = () =>
  new Turned(
    404,
    'no_such_address',
    'No such address',
    'The desk has nothing at this address; /openapi.json lists what there is.',
  )
