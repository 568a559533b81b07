import { z } from 'zod'
import { channelByKey } from '../channels/queries.ts'
import type { Clock } from '../clock.ts'
import { contactById } from '../contacts/queries.ts'
import { as, type Ctx, inTenant, system } from '../context.ts'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint, type Visit } from '../http/endpoint.ts'
import { Turned, unauthorised } from '../http/problem.ts'
import { staffMembers } from '../staff/queries.ts'
import { tenantById } from '../tenants/queries.ts'
import { endSession, startSession } from './commands.ts'
import { forgetSession, rememberSession, sessionToken } from './cookie.ts'
import { idTokenFor } from './demo-code.ts'
import { lineLogin } from './line-login.ts'
import { presentSession } from './presenter.ts'
import { tenantOfSession } from './queries.ts'
import { DemoSignIn, LineSignIn, SessionView } from './schema.ts'

/** Signing in and out. `simulatorUrl` is there in the demo only. */
export function sessionRoutes(it: { lineApiBaseUrl: string; simulatorUrl?: string; clock: Clock }): Endpoint[] {
  const verify = lineLogin(it)
  const { simulatorUrl } = it

  async function signIn(visit: Visit, channelKey: string, idToken: string): Promise<SessionView> {
    const channel = await channelByKey(channelKey)
    if (channel?.kind !== 'line') throw new Refusal('not_found', {}, 'channelKey')
    const user = await verify(channel, idToken)
    const old = sessionToken(visit.http)
    const { token, seconds, view } = await inTenant(channel.tenantId, system, async (ctx) => {
      const started = await startSession(ctx, {
        channelId: channel.id,
        externalId: user.userId,
        ...(user.name && { name: user.name }),
      })
      return { ...started, view: await whoAmI(as(ctx, started.actor)) }
    })
    if (old) await signOut(old)
    rememberSession(visit.http, { token, seconds })
    return view
  }

  const about = { tag: 'sessions', access: 'guest', rate: 'signIn', passesOver: true } as const
  const answers = { answer: SessionView, status: 201, also: { 401: 'The token or code is refused' } } as const
  return [
    endpoint('POST /v1/sessions/line', {
      ...about,
      ...answers,
      summary: 'Sign in with a LIFF ID token',
      body: LineSignIn,
      serve: (visit, { body }) => signIn(visit, body.channelKey, body.idToken),
    }),
    ...(simulatorUrl
      ? [
          endpoint('POST /v1/sessions/demo', {
            ...about,
            ...answers,
            summary: 'Sign in as a simulator phone (demo only)',
            body: DemoSignIn,
            serve: async (visit, { body }) => signIn(visit, body.channelKey, await idTokenFor(simulatorUrl, body.code)),
          }),
        ]
      : []),
    endpoint('GET /v1/session', {
      summary: 'Who am I',
      description:
        'A page names its `channel`: a session of another tenant is none there, and the 401 tells its `liffId` in `facts`.',
      tag: 'sessions',
      access: 'guest',
      query: z.object({ channel: z.string().max(100).optional() }),
      answer: SessionView,
      serve: async (visit, { query }) => {
        const channel = query.channel === undefined ? undefined : await channelByKey(query.channel)
        const facts = channel?.liffId ? { liffId: channel.liffId } : {}
        const atHome = !channel || channel.tenantId === visit.visitor?.tenantId
        if (!visit.visitor || !atHome) throw unauthorised(facts)
        return visit
          .answerAsVisitor(async (ctx) => ({ ...(await whoAmI(ctx)), ...facts }))
          .catch((no: unknown) => {
            throw no instanceof Turned && no.status === 401 ? unauthorised(facts) : no
          })
      },
    }),
    endpoint('DELETE /v1/session', {
      summary: 'Sign out',
      tag: 'sessions',
      access: 'guest',
      serve: async (visit) => {
        const token = sessionToken(visit.http)
        if (token) await signOut(token)
        forgetSession(visit.http)
        return undefined
      },
    }),
  ]
}

/** Whichever business the browser was signed in at: another one's rows are hidden from the one it signs in at now. */
async function signOut(token: string): Promise<void> {
  const tenantId = await tenantOfSession(token)
  if (tenantId) await inTenant(tenantId, system, (ctx) => endSession(ctx, { token }))
}

async function whoAmI(ctx: Ctx): Promise<SessionView> {
  const who = ctx.actor
  if (who.kind === 'system' || who.kind === 'partner') throw new Refusal('not_allowed')
  const tenant = await tenantById(ctx.tenantId)
  if (who.kind === 'api') return presentSession(who, { name: who.name, language: null, tenant })
  if (who.kind === 'staff') {
    const me = (await staffMembers(ctx)).find((it) => it.id === who.id)
    return presentSession(who, { name: who.name, language: me?.language ?? null, tenant })
  }
  const contact = await contactById(ctx, who.id)
  return presentSession(who, { name: contact?.name ?? null, language: contact?.language ?? null, tenant })
}
