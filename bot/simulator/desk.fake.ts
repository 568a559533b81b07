import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Cast, Channel } from './cast.ts'
import { lineId } from './cast.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from './simulator.ts'

export const aChannel: Channel = {
  key: 'meelike-line',
  tenantKey: 'meelike',
  tenantName: 'Meelike',
  secret: 'demo-meelike-line-secret',
  token: 'demo-meelike-line-token',
  botName: 'Meelike',
  botUserId: lineId('U', 'meelike bot'),
  liffId: '2000000001-meelike1',
  loginChannelId: '2000000001',
}

export const tukta = lineId('U', 'tukta')
export const nan = lineId('U', 'nan')
export const ton = lineId('U', 'ton')
export const passer = lineId('U', 'passer-by')
export const staffGroup = lineId('C', 'meelike staff')

export const aCast: Cast = {
  channelKey: aChannel.key,
  people: [
    { userId: tukta, name: 'Tukta', language: 'th', role: 'customer' },
    { userId: nan, name: 'Nan', language: 'th', role: 'staff', staffKey: 'nan_admin' },
    { userId: ton, name: 'Ton', language: 'th', role: 'staff', staffKey: 'ton' },
    { userId: passer, name: 'Passer-by', language: 'en', role: 'stranger' },
  ],
  groups: [{ groupId: staffGroup, name: 'Meelike staff', members: [nan, ton, passer] }],
}

export type Hook = { path: string; signature: string | undefined; raw: string; body: HookBody }
type HookBody = { destination: string; events: HookEvent[] }
export type HookEvent = {
  type: string
  webhookEventId: string
  timestamp: number
  replyToken?: string
  mode: string
  source: { type: string; userId?: string; groupId?: string }
  deliveryContext: { isRedelivery: boolean }
  message?: { id: string; type: string; text?: string; quoteToken?: string; mention?: { mentionees: object[] } }
  postback?: { data: string; params?: Record<string, string> }
  [field: string]: unknown
}

/** A desk at the other end of the webhooks: keeps what it is told and answers 200, or what it is set to. */
export async function aDesk() {
  const hooks: Hook[] = []
  const desk = { url: '', hooks, status: 200, events: () => hooks.flatMap((hook) => hook.body.events), stop }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString('utf8')
      const signature = request.headers['x-line-signature']
      hooks.push({
        path: request.url ?? '',
        signature: String(signature ?? ''),
        raw,
        body: JSON.parse(raw) as HookBody,
      })
      response.writeHead(desk.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  desk.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  async function stop() {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }
  return desk
}

export const tenOClock = Date.parse('2026-11-20T10:00:00+07:00')

/** A simulator and a desk that know each other, on a clock that only the test moves. */
export async function aStage(changes: Partial<SimulatorOptions> = {}) {
  const desk = await aDesk()
  const time = { now: tenOClock }
  const sim = await startSimulator({
    port: 0,
    deskUrl: desk.url,
    channels: [aChannel],
    cast: [aCast],
    clock: () => time.now,
    moveClock: async (ms) => {
      time.now += ms
    },
    ...changes,
  })
  return {
    sim,
    desk,
    time,
    call: apiOf(sim),
    async stop() {
      await sim.stop()
      await desk.stop()
    },
  }
}

type ApiAnswer = { status: number; headers: Headers; body: ApiBody }
type ApiBody = {
  message?: string
  details?: { message: string; property: string }[]
  sentMessages?: { id: string; quoteToken?: string }[]
  [field: string]: unknown
}

/** Calls LINE's API as the desk would. */
export function apiOf(sim: Simulator) {
  return async (
    path: string,
    body?: unknown,
    options: { token?: string; retryKey?: string; method?: string; type?: string; signal?: AbortSignal } = {},
  ): Promise<ApiAnswer> => {
    const answer = await fetch(`${sim.url}${path}`, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${options.token ?? aChannel.token}`,
        ...(body === undefined ? {} : { 'content-type': options.type ?? 'application/json' }),
        ...(options.retryKey === undefined ? {} : { 'x-line-retry-key': options.retryKey }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: options.signal,
    })
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as ApiBody }
  }
}

export const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more })

export const quickReply = (...labels: string[]) => ({
  items: labels.map((label) => ({
    type: 'action',
    action: { type: 'postback', label, data: `d=${label}`, displayText: label },
  })),
})

export const card = (...labels: string[]) => ({
  type: 'flex',
  altText: 'A card',
  contents: {
    type: 'bubble',
    body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'ML-C-5521', wrap: true }] },
    footer: {
      type: 'box',
      layout: 'vertical',
      contents: labels.map((label) => ({
        type: 'button',
        action: { type: 'postback', label, data: `claim=${label}` },
      })),
    },
  },
})
