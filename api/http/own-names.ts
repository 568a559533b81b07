import type { Context, Middleware, Next } from 'koa'
import { isLoopback, nameIn } from '../loopback.ts'
import { ABOUT_US } from './errors.ts'
import { Turned } from './problem.ts'

/**
 * The demo’s keys are public, and whoever makes a name of theirs point to this machine has pages that a browser here lets speak to it as its own: it
 * answers to its own names alone. What stands before it may change the Host header; what it forwards besides, a page could have said.
 */
export function answersToOwnNames(publicUrl: string): Middleware {
  const own = nameIn(new URL(publicUrl).host)
  return function mindName(http: Context, next: Next) {
    const name = nameIn(http.req.headers.host)
    if (name === own || isLoopback(name) || ABOUT_US.has(http.path)) return next()
    throw new Turned(
      403,
      'not_my_name',
      'Not a name of this desk',
      'The demo answers to localhost, 127.0.0.1 and the host of PUBLIC_URL. Behind a tunnel, set PUBLIC_URL to its address.',
    )
  }
}
