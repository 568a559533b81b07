import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { timingSafeEqual } from 'node:crypto'
import type { Sender } from '../cast.ts'
import { type Fault, type Faults, strikes } from '../faults.ts'
import { parsedJson, readBody, sendJson, TooLarge } from '../http.ts'
import type { World } from '../world.ts'
import { type Answer, messageOf, ok, refused, statusOf } from './answer.ts'
import type { Media } from './media.ts'
import type { Made, Messages } from './messages.ts'
import type { Templates } from './templates.ts'
import type { makeTyping } from './typing.ts'

export type TwilioCall = {
  method: string
  path: string
  channelKey?: string
  status: number
  /** Twilio's number when it refused. */
  code?: number
  form: Record<string, string>
  at: number
}

type Parts = {
  world: World
  faults: Faults
  messages: Messages
  templates: Templates
  media: Media
  typing: ReturnType<typeof makeTyping>
  /** where what comes in for a sender is delivered */
  webhookOf: (sender: Sender) => string
}

type Call = {
  account: Sender
  params: string[]
  form: URLSearchParams
  query: URLSearchParams
  json: unknown
  /** Twilio's number of the failure that was ordered for this message. */
  ordered: number | undefined
}

type Route = { method: string; pattern: RegExp; takes: 'form' | 'json'; handle: (call: Call) => Made | Promise<Made> }

const MAX_BYTES = 1024 * 1024
const REMEMBERED = 10_000
const SERVED = /^\/(2010-04-01\/|v1\/Content|v2\/(Indicators|Channels)\/)/

/** Twilio's API (messages, media, contents, typing) as one request listener. */
export function makeTwilioPlatform(parts: Parts) {
  const { world, faults } = parts
  const calls: TwilioCall[] = []
  const routes = twilioRoutes(parts)

  async function listener(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://twilio')
    const path = url.pathname
    const account = accountOf(request, world)
    const bytes = await readBody(request, MAX_BYTES).catch((trouble: unknown) => {
      if (trouble instanceof TooLarge) return undefined
      throw trouble
    })
    const form = new URLSearchParams(bytes?.toString('utf8') ?? '')
    const note = (status: number, code?: number) => {
      const told = { method: request.method ?? '', path, channelKey: account?.key, status, code, at: world.clock() }
      calls.push({ ...told, form: isForm(request) ? Object.fromEntries(form) : {} })
      if (calls.length > REMEMBERED) calls.shift()
      world.touch()
    }
    const fault = statusKnown(faults.take(path, account?.key))
    const refuse = (status: number) => {
      const code = fault?.code ?? usualCode(status)
      note(status, code)
      write(response, refused(code, fault?.message ?? messageOf(code), status))
    }
    if (fault?.delayMs) await pause(fault.delayMs, undefined, { ref: false })
    const struck = { note: (status: number) => note(status), refuse }
    if (fault && !fault.afterAccept && strikes(fault, request, response, struck)) return
    const answer: Made = bytes
      ? await answerTo(request, url, { account, bytes, form, ordered: fault?.code })
      : refused(20001, 'The request is too large', 413)
    if (!(fault?.afterAccept && strikes(fault, request, response, struck))) {
      note(answer.status, codeIn(answer))
      write(response, answer)
    }
    answer.after?.()
  }

  async function answerTo(
    request: IncomingMessage,
    url: URL,
    { account, bytes, ...call }: { account?: Sender; bytes: Buffer; form: URLSearchParams; ordered?: number },
  ): Promise<Made> {
    const route = routes.find((one) => one.method === request.method && one.pattern.test(url.pathname))
    if (!account) return refused(20003)
    const owner = /^\/2010-04-01\/Accounts\/([^/.]+)/.exec(url.pathname)?.[1]
    const isOwn = owner === undefined || owner === account.accountSid
    if (!route || !isOwn) return refused(20404, `The requested resource ${url.pathname} was not found`)
    const isRight = route.takes === 'form' ? isForm(request) : isJson(request)
    if (bytes.length > 0 && !isRight) return refused(20001, `The body must be ${route.takes}`, 415)
    return route.handle({
      account,
      params: (route.pattern.exec(url.pathname) ?? []).slice(1),
      query: url.searchParams,
      json: route.takes === 'json' ? parsedJson(bytes) : undefined,
      form: call.form,
      ordered: call.ordered,
    })
  }

  return { listener, calls, serves: (request: IncomingMessage) => SERVED.test(request.url ?? '') }
}

const isForm = (request: IncomingMessage) =>
  /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')
const isJson = (request: IncomingMessage) => /^application\/json\b/i.test(request.headers['content-type'] ?? '')

/** A trouble that Twilio refuses at once strikes the call; any other one strikes the message later. */
const statusKnown = (fault: Fault | undefined): Fault | undefined =>
  fault?.code === undefined || fault.status !== undefined ? fault : { ...fault, status: statusOf(fault.code) }

const usualCode = (status: number): number => (status === 429 ? 20429 : status === 401 ? 20003 : 20500)

function accountOf(request: IncomingMessage, world: World): Sender | undefined {
  const [, given] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (!given) return undefined
  const shown = Buffer.from(given, 'base64')
  return [...world.senders.values()].find(({ accountSid, authToken }) => {
    const right = Buffer.from(`${accountSid}:${authToken}`)
    return right.length === shown.length && timingSafeEqual(right, shown)
  })
}

function codeIn({ status, body }: Answer): number | undefined {
  if (status < 400 || typeof body !== 'object' || body === null || !('code' in body)) return undefined
  return typeof body.code === 'number' ? body.code : undefined
}

function write(response: ServerResponse, { status, body, headers }: Answer) {
  // The rest of a body that was too large is not read: the connection cannot be used again.
  if (status === 413) response.setHeader('connection', 'close')
  if (body !== undefined) return sendJson(response, status, body, headers)
  response.writeHead(status, headers)
  response.end()
}

function twilioRoutes({ messages, templates, media, typing, webhookOf }: Parts): Route[] {
  const route = (method: string, path: string, handle: Route['handle'], takes: Route['takes'] = 'form'): Route => ({
    method,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(':id', '([^/.]+)')}$`),
    takes,
    handle,
  })
  const at = (call: Call, place: number) => call.params[place] ?? ''
  const messagesPath = '/2010-04-01/Accounts/:id/Messages'
  const mediaPath = `${messagesPath}/:id/Media`
  return [
    route('GET', '/2010-04-01/Accounts/:id.json', ({ account }) =>
      ok({ sid: account.accountSid, friendly_name: account.tenantName, status: 'active', type: 'Full' }),
    ),
    route('POST', `${messagesPath}.json`, ({ account, form, ordered }) => messages.create(account, form, ordered)),
    route('GET', `${messagesPath}.json`, ({ account, query }) => messages.list(account, query)),
    route('GET', `${messagesPath}/:id.json`, (it) => messages.fetch(it.account, at(it, 1))),
    route('POST', `${messagesPath}/:id.json`, (it) => messages.update(it.account, at(it, 1), it.form)),
    route('DELETE', `${messagesPath}/:id.json`, (it) => messages.remove(it.account, at(it, 1))),
    route('GET', `${mediaPath}.json`, (it) => media.list(it.account, at(it, 1))),
    route('GET', `${mediaPath}/:id.json`, (it) => media.fetch(it.account, at(it, 1), at(it, 2))),
    route('GET', `${mediaPath}/:id`, (it) => media.file(it.account, at(it, 1), at(it, 2))),
    route('DELETE', `${mediaPath}/:id.json`, (it) => media.remove(it.account, at(it, 1), at(it, 2))),
    route('DELETE', `${mediaPath}/:id`, (it) => media.remove(it.account, at(it, 1), at(it, 2))),
    route('POST', '/v1/Content', ({ account, json }) => templates.create(account, json), 'json'),
    route('GET', '/v1/Content', ({ account }) => templates.list(account)),
    route('GET', '/v1/ContentAndApprovals', ({ account }) => templates.listWithApprovals(account)),
    route('GET', '/v1/Content/:id', (it) => templates.fetch(it.account, at(it, 0))),
    route('DELETE', '/v1/Content/:id', (it) => templates.remove(it.account, at(it, 0))),
    route('GET', '/v1/Content/:id/ApprovalRequests', (it) => templates.approvals(it.account, at(it, 0))),
    route(
      'POST',
      '/v1/Content/:id/ApprovalRequests/whatsapp',
      (it) => templates.askApproval(it.account, at(it, 0), it.json),
      'json',
    ),
    route('GET', '/v2/Channels/Senders', ({ account }) =>
      ok({
        senders: [
          {
            sid: `XE${account.accountSid.slice(2)}`,
            sender_id: account.address,
            status: 'ONLINE',
            webhook: { callback_url: webhookOf(account), callback_method: 'POST' },
          },
        ],
        meta: { key: 'senders', page: 0, page_size: 50 },
      }),
    ),
    route('POST', '/v2/Indicators/Typing.json', ({ account, form }) => typing(account, form)),
  ]
}
