import type { Context } from 'koa'
import { z } from 'zod'
import { type Actor, as, type Ctx, inTenant, system } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Log } from '../log.ts'
import { mustBeAsSeen, tellTag } from './changed-meanwhile.ts'
import { mustBeWritable, readJson, readLines } from './body.ts'
import { nothingHere } from './errors.ts'
import { type Answer, once, onceOf } from './idempotency.ts'
import { unauthorised } from './problem.ts'
import { callerOf, type Limiter } from './rate-limit.ts'
import { type Identify, mustBeOwnPage, type Visitor, whoVisits } from './visitor.ts'

/**
 * Who may come in: nobody is asked at `public`, a `guest` may say who they are, and `linked` is whoever is signed in or names a link as `ref`.
 * What they may do inside is the policies' matter.
 */
export type Access = 'public' | 'guest' | 'linked' | 'contact' | 'staff' | 'anyone'
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type HeldLink = { tenantId: string; subjectId: string }

/** What an endpoint without a transaction of its own gets. */
export type Visit = {
  http: Context
  visitor: Visitor | undefined
  log: Log
  idempotencyKey: string | undefined
  /**
   * One transaction for whoever holds a link to something of a tenant; with an Idempotency-Key, which is theirs alone, its answer is kept and
   * given again. What it returns is the endpoint's answer.
   */
  answerByLink: <T>(link: HeldLink, work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** A transaction as the visitor that is not the answer: nothing of it is kept for an Idempotency-Key. */
  asVisitor: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** The same as the visitor, confirmed inside the transaction. */
  answerAsVisitor: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
}

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
}

type About<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = {
  summary: string
  description?: string
  tag: string
  access: Access
  params?: P
  query?: Q
  body?: B
  /** other programs send it as they have it: what is no field here is passed over, not refused */
  passesOver?: true
  answer?: A
  /** the body is JSON lines, and `body` the schema of all of them */
  lines?: { mostBytes: number }
  /** of success; 200, or 204 without an answer */
  status?: number
  /** of an answer that is not JSON */
  contentType?: string
  /** statuses the document names beside the usual ones */
  also?: Record<number, string>
  rate?: 'public' | 'signIn'
}

/** Several people may change the same thing: a `GET` of it has an `ETag`, and a change that names one in `If-Match` must be of that state. */
type Shared<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  /** how it stands: for a change what its answer will show, for a `GET` its own answer */
  shared?: true | ((ctx: Ctx, given: Given<P, Q, B>) => Promise<unknown>)
}

type Work<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> =
  /** in one transaction of the visitor's tenant */
  | ({ handle: (ctx: Ctx, given: Given<P, Q, B>) => Promise<z.input<A>>; serve?: never; raw?: never } & Shared<P, Q, B>)
  /** without one: for what calls the network, streams, or finds its tenant by itself */
  | { serve: (visit: Visit, given: Given<P, Q, B>) => Promise<z.input<A>>; handle?: never; raw?: never; shared?: never }
  /** the bare request, body unread: webhooks and files */
  | { raw: (http: Context) => Promise<void>; handle?: never; serve?: never; shared?: never }

/** One declaration: route, validation, transaction and documentation. */
export type Endpoint = {
  method: Method
  path: string
  about: About<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
  run: (http: Context, desk: Desk) => Promise<void>
}

/** What the endpoints of one app share; `ownOrigin` is that of our own pages. */
export type Desk = { identify: Identify; take: Limiter; log: Log; ownOrigin: string }

export function endpoint<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodUndefined,
>(route: `${Method} /${string}`, it: About<P, Q, B, A> & Work<P, Q, B, A>): Endpoint {
  const [method, path] = route.split(' ') as [Method, string]
  const about = it.body && !it.passesOver ? { ...it, body: onlyKnownFields(it.body) } : it
  const { body } = about
  return {
    method,
    path,
    about,
    run: (http, desk) => (it.raw ? runRaw(http, it.raw) : run(http, desk, { ...it, body })),
  }
}

/** A misspelt field would be lost without a word. */
const onlyKnownFields = <B extends z.ZodType>(body: B): B =>
  body instanceof z.ZodObject && body.def.catchall === undefined ? (body.strict() as z.ZodType as B) : body

/** Nothing stands at an address that could not even be kept. */
function runRaw(http: Context, raw: (http: Context) => Promise<void>): Promise<void> {
  if (http.path.includes('%00')) throw nothingHere()
  return raw(http)
}

async function run<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  http: Context,
  desk: Desk,
  it: About<P, Q, B, A> & Exclude<Work<P, Q, B, A>, { raw: unknown }>,
): Promise<void> {
  if (it.rate) desk.take(it.rate, callerOf(http.ip))
  const visitor = it.access === 'public' ? undefined : await whoVisits(http, desk.identify, desk.take)
  if (!visitor && !mayBeUnknown.includes(it.access)) throw unauthorised()
  if (visitor?.by === 'cookie' && http.method !== 'GET' && http.method !== 'HEAD') mustBeOwnPage(http, desk.ownOrigin)
  const { raw, json } =
    http.method === 'GET' || http.method === 'HEAD'
      ? nothing
      : await (it.lines ? readLines(http, it.lines.mostBytes) : readJson(http))
  if (!visitor && it.access === 'linked' && !namesLink(http.query, json)) throw unauthorised()
  const given = await readInput(http, json, it)
  const visit = visitOf(http, desk, visitor, it, raw)
  const { handle, shared } = it
  const answer = handle
    ? await visit.answerAsVisitor(async (ctx) => {
        if (typeof shared === 'function') await mustBeAsSeen(http, ctx, () => shared(ctx, given))
        return handle(ctx, given)
      })
    : await it.serve(visit, given)
  if (shared && answer !== undefined) tellTag(http, answer)
  tell(http, visit.kept() ?? { status: it.status ?? (it.answer ? 200 : 204), body: answer })
}

const mayBeUnknown: Access[] = ['public', 'guest', 'linked']

const namesLink = (query: unknown, body: unknown): boolean =>
  [query, body].some((it) => typeof it === 'object' && it !== null && 'ref' in it && it.ref !== undefined)

const nothing = { raw: Buffer.alloc(0), json: undefined }

async function readInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  http: Context,
  json: unknown,
  it: { params?: P; query?: Q; body?: B },
): Promise<Given<P, Q, B>> {
  const query = { ...http.query }
  delete query['slot']
  // a body was looked through when it was read, and a stranger's is not walked twice
  if (it.params) mustBeWritable(http['params'])
  if (it.query) mustBeWritable(query)
  const [params, asked, body] = await Promise.all([
    read(it.params, http['params']),
    read(it.query, query),
    read(it.body, json),
  ])
  // one answer names every wrong field, wherever it stands
  const issues = [params, asked, body].flatMap((part) => part.error?.issues ?? [])
  if (issues.length > 0) throw new z.ZodError(issues)
  return { params: params.data, query: asked.data, body: body.data } as Given<P, Q, B>
}

async function read(schema: z.ZodType | undefined, value: unknown): Promise<{ data?: unknown; error?: z.ZodError }> {
  return schema ? schema.safeParseAsync(value) : {}
}

type Terms = { access: Access; status?: number; answer?: unknown }

function visitOf(http: Context, desk: Desk, visitor: Visitor | undefined, it: Terms, raw: Buffer) {
  const promised = onceOf(http, raw)
  let kept: Answer | undefined

  async function answer<T>(
    tenantId: string,
    work: (ctx: Ctx) => Promise<T>,
    actorOf: (opened: Parameters<Visitor['actor']>[0]) => Actor,
    first?: string,
    caller?: string,
  ) {
    return inTenant(
      tenantId,
      system,
      async (ctx, opened) => {
        const mine = as(ctx, actorOf(opened))
        let value: T | undefined
        kept = await once(mine, promised, caller, async () => {
          value = await work(mine)
          return { status: it.status ?? (it.answer ? 200 : 204), body: value }
        })
        return (kept.replayed ? kept.body : value) as T
      },
      first,
    )
  }

  return {
    http,
    visitor,
    log: desk.log,
    idempotencyKey: promised?.key,
    kept: () => (promised ? kept : undefined),
    answerByLink: <T>(link: HeldLink, work: (ctx: Ctx) => Promise<T>) =>
      answer(link.tenantId, work, () => system, undefined, `link:${link.subjectId}`),
    asVisitor: <T>(work: (ctx: Ctx) => Promise<T>) => {
      if (!visitor) throw unauthorised()
      const { tenantId, first } = visitor
      return inTenant(tenantId, system, (ctx, opened) => work(as(ctx, admitted(visitor, it.access, opened))), first)
    },
    answerAsVisitor: <T>(work: (ctx: Ctx) => Promise<T>) => {
      if (!visitor) throw unauthorised()
      return answer(visitor.tenantId, work, (opened) => admitted(visitor, it.access, opened), visitor.first)
    },
  }
}

/** Still who they were when the session began, and of the kind this endpoint is for. */
function admitted(visitor: Visitor, access: Access, opened: Parameters<Visitor['actor']>[0]): Actor {
  const actor = visitor.actor(opened)
  if (!actor) throw unauthorised()
  const welcome =
    access === 'anyone' || mayBeUnknown.includes(access) || (access === 'contact') === (actor.kind === 'contact')
  if (!welcome) throw new Refusal('not_allowed')
  return actor
}

function tell(http: Context, answer: Answer): void {
  if (http.body !== undefined && http.body !== null) return
  http.set('cache-control', 'no-store')
  if (answer.replayed) http.set('idempotency-replayed', 'true')
  http.status = answer.status
  if (answer.status === 204) return
  http.type = 'application/json'
  http.body = JSON.stringify(answer.body)
}
