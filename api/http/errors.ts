import type { Context, Middleware, Next } from 'koa'
import { newId } from '../ids.ts'
import { aboutTrouble, type Log } from '../log.ts'
import { bug, toldOf, Turned } from './problem.ts'
import { isRead, sendSorryPage } from './sorry-page.ts'

/** Everything that is thrown becomes problem+json, or a page where somebody reads it; a bug is logged once, under the id the caller gets. */
export const explainErrors = (log: Log): Middleware =>
  async function explain(http: Context, next: Next) {
    const traceId = newId()
    http.state['requestId'] = traceId
    http.set('x-request-id', traceId)
    const path = pathOf(http)
    try {
      if (path === undefined) throw notAnAddress()
      await next()
      const unanswered = http.body === undefined || http.body === null
      if (http.status === 404 && unanswered && http.respond !== false) throw nothingHere()
    } catch (trouble) {
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
      if (isRead(http)) return sendSorryPage(http, { status: problem.status, traceId })
      http.type = 'application/problem+json'
      http.body = JSON.stringify({ ...problem, instance: path, traceId })
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

const notAnAddress = () =>
  new Turned(400, 'address_malformed', 'Malformed address', 'The address of this request cannot be read. Send a path.')

export const nothingHere = () =>
  new Turned(
    404,
    'no_such_address',
    'No such address',
    'The desk has nothing at this address; /openapi.json lists what there is.',
  )
