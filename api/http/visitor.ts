import type { Context } from 'koa'
import type { Actor } from '../context.ts'
import type { Rows } from '../db/tenant-transaction.ts'
import { publicUrl } from '../public-url.ts'
import { callerOf, type Limiter } from './rate-limit.ts'
import { Turned, unauthorised } from './problem.ts'

/** Who is at the door, before the tenant's transaction confirms it: power that was taken away is gone at once. */
export type Visitor = {
  tenantId: string
  /** how they showed who they are: a cookie is sent by the browser unasked, a key never is */
  by: 'key' | 'cookie' | 'link'
  /** for rate limits and idempotency; no secret */
  name: string
  /** rides in the transaction's opening message; its answer is what `actor` reads (checked uuids only) */
  first?: string
  actor: (opened: Rows[]) => Actor | undefined
}

/** Finds the visitor of a credential; the modules know how, http only asks. */
export type Identify = {
  byKey: (key: string) => Promise<Visitor | undefined>
  byCookie: (token: string) => Promise<Visitor | undefined>
}

const SESSION_COOKIE = 'bellhop_session'
const SLOT = /^[a-z0-9-]{1,32}$/

/**
 * A browser that plays several people at once (the simulator's phones) keeps a session for each: the page names its own in
 * `X-Session-Slot`, or in `?slot=` where a page cannot set headers (EventSource).
 */
export function cookieName(http: Context): string {
  const slot = http.get('x-session-slot') || http.query['slot']
  const own = sessionCookie(publicUrl())
  return typeof slot === 'string' && SLOT.test(slot) ? `${own}_${slot}` : own
}

/** Of the prefix the browser makes sure that nobody but this very host has set it: a neighbour's page could hand somebody its own session. */
export const sessionCookie = (desk: string): string => (isSecure(desk) ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE)

/** A browser keeps what is meant for https alone from everybody else. */
export const isSecure = (desk: string): boolean => desk.startsWith('https:')

export async function whoVisits(http: Context, identify: Identify, take: Limiter): Promise<Visitor | undefined> {
  const key = keyOf(http)
  const token = key === undefined ? http.cookies.get(cookieName(http)) : undefined
  const visitor = key === undefined ? token && (await identify.byCookie(token)) : await identify.byKey(key)
  if (!visitor) {
    // whoever guesses keys or sessions runs dry soon
    if (key !== undefined || token) take('wrongKey', callerOf(http.ip))
    if (key !== undefined) throw unauthorised()
    return undefined
  }
  take(visitor.by === 'key' ? 'apiKey' : 'person', visitor.name)
  return visitor
}

function keyOf(http: Context): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(http.get('authorization'))?.[1]
  return bearer ?? (http.get('x-api-key') || undefined)
}

/** A cookie comes along whoever made the browser send the request: a change must come from our own pages. */
export function mustBeOwnPage(http: Context, ownOrigin: string): void {
  const site = http.get('sec-fetch-site')
  const origin = http.get('origin')
  const own = site ? site === 'same-origin' : origin === ownOrigin
  if (own) return
  throw new Turned(
    403,
    'cross_site',
    'Not from our page',
    'A change with a session cookie must come from the desk’s own pages. Use an API key elsewhere.',
  )
}
