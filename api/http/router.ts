import Router from '@koa/router'
import type { Context, Next } from 'koa'
import type { Desk, Endpoint } from './endpoint.ts'
import { nothingHere } from './errors.ts'
import { Turned } from './problem.ts'

/** The endpoints as a router. */
export function endpoints(list: readonly Endpoint[], desk: Desk): Router {
  const router = new Router()
  for (const it of list)
    router.register(it.path, [it.method.toLowerCase()], async (http: Context) => {
      http.state['route'] = `${it.method} ${it.path}`
      await it.run(http, desk)
    })
  return router
}

/** Where nothing answered: a wrong method says which are right, a wrong address says so. */
export const nothingElse =
  (routers: readonly Router[]) =>
  async (http: Context, _next: Next): Promise<void> => {
    const allowed = [
      ...new Set(routers.flatMap((it) => it.match(http.path, http.method).path.flatMap((layer) => layer.methods))),
    ]
    if (allowed.length === 0) throw nothingHere()
    const methods = allowed.join(', ')
    throw new Turned(405, 'method_not_allowed', 'Method not allowed', `This address takes ${methods}.`, {
      allow: methods,
    })
  }
