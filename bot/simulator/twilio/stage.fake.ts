import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Cast, type Person, type Sender, whatsAppId, whatsAppNumber } from '../cast.ts'
import { aCast, aChannel, nan, tenOClock, tukta } from '../desk.fake.ts'
import { type Simulator, startSimulator } from '../simulator.ts'
import type { Form } from './webhook.ts'

export const aSender: Sender = {
  key: 'meelike-whatsapp',
  tenantKey: 'meelike',
  tenantName: 'Meelike',
  botName: 'Meelike',
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'demo-meelike-twilio-token',
  address: 'whatsapp:+15550001001',
}

/** Another tenant's sender, in an account of its own, behind a Messaging Service. */
export const otherSender: Sender = {
  ...aSender,
  key: 'prime-whatsapp',
  tenantKey: 'prime',
  tenantName: 'Prime',
  botName: 'Prime',
  accountSid: `AC${'2'.repeat(32)}`,
  authToken: 'demo-prime-twilio-token',
  address: 'whatsapp:+15550001002',
  messagingServiceSid: `MG${'3'.repeat(32)}`,
}

export const tuktaNumber = whatsAppNumber('tukta')
const tuktaOnWhatsApp: Person = {
  userId: tuktaNumber,
  bsuid: whatsAppId('tukta'),
  name: 'Tukta',
  language: 'th',
  role: 'customer',
  onLine: tukta,
}
export const shy = whatsAppId('shy')
export const nanNumber = whatsAppNumber('nan')

export const whatsAppCast: Cast = {
  channelKey: aSender.key,
  people: [
    tuktaOnWhatsApp,
    { userId: shy, name: 'Shy', language: 'en', role: 'stranger' },
    { userId: nanNumber, name: 'Nan', language: 'th', role: 'customer', onLine: nan },
  ],
  groups: [],
}

export type Hook = { path: string; headers: IncomingHttpHeaders; form: Form }

/** A desk that keeps the forms it is sent, answers 204 or what it is set to, and has files to fetch. */
async function aDesk() {
  const hooks: Hook[] = []
  const files = new Map<string, { type: string; bytes: Buffer }>()
  const desk = { url: '', hooks, files, answer: { status: 204, body: '' }, stop }
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const file = files.get(request.url ?? '')
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.bytes)
      return
    }
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString('utf8')))
      hooks.push({ path: request.url ?? '', headers: request.headers, form })
      response.writeHead(desk.answer.status).end(desk.answer.body)
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

export type ApiBody = {
  sid?: string
  status?: string | number
  code?: number
  message?: string
  error_code?: number | null
  messages?: { sid: string; status: string }[]
  next_page_uri?: string | null
  [field: string]: unknown
}

export const publicUrl = 'https://desk.example'

/** Calls Twilio's API as the desk would. */
export function twilioOf(sim: Simulator) {
  async function call(path: string, body?: Form | string[][] | object, how: { as?: Sender; method?: string } = {}) {
    const { as: sender = aSender, method = body === undefined ? 'GET' : 'POST' } = how
    const isJson = path.startsWith('/v1/')
    const answer = await fetch(sim.url + path.replace('{AC}', sender.accountSid), {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Basic ${Buffer.from(`${sender.accountSid}:${sender.authToken}`).toString('base64')}`,
        ...(body && { 'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded' }),
      },
      ...(body && { body: isJson ? JSON.stringify(body) : new URLSearchParams(body as Form).toString() }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : {}) as ApiBody }
  }

  const messagesPath = '/2010-04-01/Accounts/{AC}/Messages.json'
  const send = (form: Form, sender = aSender) =>
    call(messagesPath, { To: tuktaNumber, From: sender.address, ...form }, { as: sender })

  return {
    call,
    send,
    /** A stored content, by its types. */
    async content(types: object, variables: Form = {}) {
      const { status, body } = await call('/v1/Content', { friendly_name: 'a', language: 'en', variables, types })
      return { status, sid: String(body.sid), message: body.message }
    },
  }
}

/** A simulator with two WhatsApp senders, and a desk behind a public name; the clock moves by the test alone. */
export async function aStage() {
  const desk = await aDesk()
  const time = { now: tenOClock }
  const sim = await startSimulator({
    port: 0,
    deskUrl: desk.url,
    publicUrl,
    channels: [aChannel],
    senders: [aSender, otherSender],
    cast: [aCast, whatsAppCast, { channelKey: otherSender.key, people: [tuktaOnWhatsApp], groups: [] }],
    clock: () => time.now,
  })

  return {
    sim,
    desk,
    time,
    ...twilioOf(sim),
    tukta: sim.chat(aSender.key, tuktaNumber),
    shy: sim.chat(aSender.key, shy),
    statuses: () => desk.hooks.filter(({ form }) => form.SmsStatus !== 'received').map(({ form }) => form),
    async stop() {
      await sim.stop()
      await desk.stop()
    },
  }
}
