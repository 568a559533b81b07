import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Channel } from '../cast.ts'
import { type Fault, type Faults, strikes } from '../faults.ts'
import { parsedJson, readBody, sendJson, TooLarge } from '../http.ts'
import type { World } from '../world.ts'
import { type Answer, ok, refused } from './answer.ts'
import type { Login } from './login.ts'
import type { makeLookups } from './lookups.ts'
import type { makeRichMenus } from './rich-menus.ts'
import type { Sending } from './sending.ts'
import { isFields } from './shape.ts'

export type ApiCall = {
  method: string
  path: string
  channelKey?: string
  status: number
  /** LINE's own words when it refused. */
  message?: string
  requestId: string
  at: number
}

type Parts = {
  world: World
  faults: Faults
  sending: Sending
  login: Login
  lookups: ReturnType<typeof makeLookups>
  richMenus: ReturnType<typeof makeRichMenus>
}

type Call = {
  channel: Channel
  /** Parts of the path, in order. */
  params: string[]
  body: unknown
  /** what the body was, before anybody read it */
  sent: { type: string; bytes: number }
  retryKey: string | undefined
  requestId: string
}

type Route = { method: string; pattern: RegExp; handle: (call: Call) => Answer | Promise<Answer> }

const MAX_BYTES = 2 * 1024 * 1024
const REMEMBERED = 10_000

/** The Messaging API and LINE Login as one request listener. */
export function makePlatform(parts: Parts) {
  const { world, faults } = parts
  const calls: ApiCall[] = []
  const routes = lineRoutes(parts)

  async function listener(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://line')
    const path = url.pathname
    const requestId = world.newId()
    const channel = channelOf(request, world)
    const note = (status: number, message?: string) => {
      const at = world.clock()
      calls.push({ method: request.method ?? '', path, channelKey: channel?.key, status, message, requestId, at })
      if (calls.length > REMEMBERED) calls.shift()
      world.touch()
    }
    const fault = faults.take(path, channel?.key)
    if (fault?.delayMs) await pause(fault.delayMs, undefined, { ref: false })
    const refuse = (status: number) => {
      const message = fault?.message ?? usualWords(status, fault)
      note(status, message)
      write(response, refused(status, message), requestId)
    }
    if (fault && !fault.afterAccept && strikes(fault, request, response, { note, refuse })) return
    const answer = await answerTo(request, path, channel, requestId)
    if (fault?.afterAccept && strikes(fault, request, response, { note, refuse })) return
    note(answer.status, messageIn(answer))
    write(response, answer, requestId)
  }

  async function answerTo(request: IncomingMessage, path: string, channel: Channel | undefined, requestId: string) {
    try {
      const bytes = await readBody(request, MAX_BYTES)
      if (path === '/oauth2/v2.1/certs') return ok(parts.login.jwks)
      if (path === '/oauth2/v2.1/verify' && request.method === 'POST') {
        return await parts.login.verify(new URLSearchParams(bytes.toString('utf8')))
      }
      const route = routes.find((one) => one.method === request.method && one.pattern.test(path))
      if (!route) return refused(404, 'Not found')
      if (!channel) {
        const why = 'Confirm that the access token in the authorization header is valid.'
        return refused(401, `Authentication failed. ${why}`)
      }
      const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '')
      if (bytes.length > 0 && !isJson && !path.endsWith('/content')) return refused(415, 'Unsupported media type')
      const retryKey = request.headers['x-line-retry-key']
      return await route.handle({
        channel,
        params: (route.pattern.exec(path) ?? []).slice(1),
        body: parsedJson(bytes),
        sent: { type: request.headers['content-type'] ?? '', bytes: bytes.length },
        retryKey: Array.isArray(retryKey) ? retryKey[0] : retryKey,
        requestId,
      })
    } catch (trouble) {
      if (trouble instanceof TooLarge) return refused(413, 'The request exceeds the max size of 2MB')
      throw trouble
    }
  }

  return { listener, calls }
}

function channelOf(request: IncomingMessage, world: World): Channel | undefined {
  const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
  return [...world.channels.values()].find((channel) => channel.token === token)
}

function messageIn(answer: Answer): string | undefined {
  const message = answer.status >= 400 && isFields(answer.body) ? answer.body.message : undefined
  return typeof message === 'string' ? message : undefined
}

function write(response: ServerResponse, answer: Answer, requestId: string) {
  const headers = { 'x-line-request-id': requestId, ...answer.headers }
  // The rest of a body that was too large is not read: the connection cannot be used again.
  if (answer.status === 413) response.setHeader('connection', 'close')
  if (!answer.bytes) return sendJson(response, answer.status, answer.body ?? {}, headers)
  response.writeHead(answer.status, { 'content-type': answer.bytes.type, ...headers })
  response.end(answer.bytes.content)
}

const LIMITS = {
  rate: 'The API rate limit has been exceeded. Try again later.',
  monthly: 'You have reached your monthly limit.',
}

const usualWords = (status: number, fault: Fault | undefined): string =>
  status === 429 ? LIMITS[fault?.limit ?? 'rate'] : 'Internal server error'

function lineRoutes({ sending, lookups, richMenus }: Parts): Route[] {
  const route = (method: string, path: string, handle: Route['handle']): Route => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(':id', '([^/]+)')}$`),
    handle,
  })
  const first = (call: Call) => call.params[0] ?? ''
  const second = (call: Call) => call.params[1] ?? ''
  const sendCall = (call: Call) => ({ ...call, channelKey: call.channel.key })
  const messagesIn = (call: Call) => (isFields(call.body) ? call.body.messages : undefined)
  const of = (call: Call) => call.channel.key
  return [
    route('POST', '/v2/bot/message/reply', (it) => sending.reply(sendCall(it))),
    route('POST', '/v2/bot/message/push', (it) => sending.push(sendCall(it))),
    route('POST', '/v2/bot/message/multicast', (it) => sending.multicast(sendCall(it))),
    route('POST', '/v2/bot/message/validate/:id', (it) => sending.validate(messagesIn(it))),
    route('GET', '/v2/bot/message/quota', (it) => ok(sending.quotaOf(of(it)))),
    route('GET', '/v2/bot/message/quota/consumption', (it) => ok({ totalUsage: sending.usedBy(of(it)) })),
    route('GET', '/v2/bot/message/:id/content', (it) => lookups.content(first(it))),
    route('GET', '/v2/bot/message/:id/content/preview', (it) => lookups.content(first(it))),
    route('GET', '/v2/bot/message/:id/content/transcoding', () => ok({ status: 'succeeded' })),
    route('GET', '/v2/bot/info', (it) => lookups.info(of(it))),
    route('GET', '/v2/bot/profile/:id', (it) => lookups.profile(of(it), first(it))),
    route('GET', '/v2/bot/group/:id/summary', (it) => lookups.summary(of(it), first(it))),
    route('GET', '/v2/bot/group/:id/members/count', (it) => lookups.memberCount(of(it), first(it))),
    route('GET', '/v2/bot/group/:id/members/ids', (it) => lookups.memberIds(of(it), first(it))),
    route('GET', '/v2/bot/group/:id/member/:id', (it) => lookups.memberProfile(of(it), first(it), second(it))),
    route('POST', '/v2/bot/group/:id/leave', (it) => lookups.leave(of(it), first(it))),
    route('POST', '/v2/bot/chat/loading/start', (it) => lookups.startLoading(of(it), it.body)),
    route('POST', '/v2/bot/chat/markAsRead', (it) => lookups.markAsRead(of(it), it.body)),
    route('GET', '/v2/bot/channel/webhook/endpoint', (it) => lookups.webhook(of(it))),
    route('PUT', '/v2/bot/channel/webhook/endpoint', (it) => lookups.moveWebhook(of(it), it.body)),
    route('POST', '/v2/bot/channel/webhook/test', (it) => lookups.testWebhook(of(it), it.body)),
    route('POST', '/v2/bot/richmenu', (it) => richMenus.create(of(it), it.body)),
    route('GET', '/v2/bot/richmenu/list', (it) => richMenus.list(of(it))),
    route('DELETE', '/v2/bot/richmenu/:id', (it) => richMenus.remove(of(it), first(it))),
    route('POST', '/v2/bot/richmenu/:id/content', (it) => richMenus.setImage(of(it), first(it), it.sent)),
    route('POST', '/v2/bot/richmenu/alias', (it) => richMenus.name(of(it), it.body)),
    route('POST', '/v2/bot/richmenu/alias/:id', (it) => richMenus.rename(of(it), first(it), it.body)),
    route('GET', '/v2/bot/richmenu/alias/:id', (it) => richMenus.named(of(it), first(it))),
    route('POST', '/v2/bot/richmenu/bulk/link', (it) => richMenus.linkAll(of(it), it.body)),
    route('GET', '/v2/bot/user/all/richmenu', (it) => richMenus.of(of(it))),
    route('POST', '/v2/bot/user/all/richmenu/:id', (it) => richMenus.link(of(it), first(it))),
    route('DELETE', '/v2/bot/user/all/richmenu', (it) => richMenus.unlink(of(it))),
    route('GET', '/v2/bot/user/:id/richmenu', (it) => richMenus.of(of(it), first(it))),
    route('POST', '/v2/bot/user/:id/richmenu/:id', (it) => richMenus.link(of(it), second(it), first(it))),
    route('DELETE', '/v2/bot/user/:id/richmenu', (it) => richMenus.unlink(of(it), first(it))),
  ]
}
