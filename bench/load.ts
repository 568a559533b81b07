import { createHmac, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { demoTenants } from '../seeds/demo.ts'
import type { Answered, Asked, Word } from './lab.ts'

// The load's own process: signed LINE deliveries over kept connections, and the LINE that hears the answers.
const CONNECTIONS = 64
const STEP_MS = 1

type Sent = { at: number; replied: boolean }
/** by reply token */
let sent = new Map<string, Sent>()
let replyMs: number[] = []
let [pushes, profiles, lastReply] = [0, 0, 0]

const line = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const url = request.url ?? ''
    let body = '{}'
    if (url.startsWith('/v2/bot/message/reply')) heardReply(Buffer.concat(parts).toString('utf8'))
    else if (url.startsWith('/v2/bot/message/push')) pushes += 1
    else if (url.startsWith('/v2/bot/profile/')) {
      profiles += 1
      body = '{"displayName":"สมชาย ใจดี","language":"th"}'
    } else if (url.endsWith('/members/count')) body = '{"count":5}'
    response.writeHead(200, { 'content-type': 'application/json', 'x-line-request-id': 'bench' }).end(body)
  })
})

function heardReply(body: string): void {
  const token = /"replyToken":"([^"]+)"/.exec(body)?.[1]
  const it = token === undefined ? undefined : sent.get(token)
  if (!it || it.replied) return
  it.replied = true
  lastReply = performance.now()
  replyMs.push(lastReply - it.at)
}

let serial = 0
const run = randomBytes(4).toString('hex')

/** One delivery of about 700 bytes, its event id and reply token its own. */
function delivery(asked: Asked, words: Word[]): { request: Buffer; token: string } {
  serial += 1
  const user = Math.floor(serial % asked.users)
  const word = words[(serial * 7919) % words.length] as Word
  const tenant = demoTenants[word.tenant]
  const { key, secret, botUserId } = (asked.oneChannel ? demoTenants[0] : tenant)?.line ?? {}
  if (!key || !secret) throw new Error('No such demo tenant')
  const userId = `U${createHmac('md5', asked.name).update(`${word.tenant} ${user}`).digest('hex')}`
  const token = `${run}${serial.toString(16).padStart(24, '0')}`
  const body = Buffer.from(
    JSON.stringify({
      destination: botUserId,
      events: [
        {
          type: 'message',
          message: {
            type: 'text',
            id: String(5e17 + serial),
            quoteToken: 'yHAz4Ua2wx7x'.padEnd(150, 'q'),
            markAsReadToken: 'read'.padEnd(120, 'r'),
            text: word.text,
          },
          webhookEventId: `01${run}${serial.toString(16).padStart(16, '0')}`,
          deliveryContext: { isRedelivery: false },
          timestamp: Date.now(),
          source: { type: 'user', userId },
          replyToken: token,
          mode: 'active',
        },
      ],
    }),
  )
  const head = `POST /webhooks/line/${key} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json; charset=utf-8\r\nuser-agent: LineBotWebhook/2.0\r\nx-line-signature: ${createHmac('sha256', secret).update(body).digest('base64')}\r\ncontent-length: ${body.length}\r\n\r\n`
  return { request: Buffer.concat([Buffer.from(head), body]), token }
}

type Lane = { socket: Socket; busySince: number; free: () => void }

/** `rate` 0: every connection sends its next as soon as it has its answer. */
async function load(asked: Asked): Promise<Answered> {
  sent = new Map()
  replyMs = []
  pushes = profiles = 0
  const ackMs: number[] = []
  let [acked, refused, offered] = [0, 0, 0]
  const due: number[] = []
  const idle: Lane[] = []
  let open = true

  const lanes = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (): Promise<Lane> => {
      const socket = connect({ port: asked.port, host: '127.0.0.1', noDelay: true })
      await new Promise((done, failed) => socket.once('connect', done).once('error', failed))
      let got = ''
      const lane: Lane = { socket, busySince: 0, free: () => idle.push(lane) }
      socket.on('error', () => undefined)
      socket.on('data', (part) => {
        got += part.toString('latin1')
        const end = got.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = Number(/content-length: (\d+)/i.exec(got)?.[1] ?? 0)
        if (got.length < end + 4 + length) return
        if (got.startsWith('HTTP/1.1 200')) acked += 1
        else if (refused++ === 0) process.stderr.write(`${asked.name}: ${got}\n`)
        got = ''
        ackMs.push(performance.now() - lane.busySince)
        next(lane)
      })
      return lane
    }),
  )

  function send(lane: Lane, dueAt: number): void {
    offered += 1
    const { request, token } = delivery(asked, asked.words)
    lane.busySince = dueAt
    if (asked.wait) sent.set(token, { at: dueAt, replied: false })
    lane.socket.write(request)
  }

  function next(lane: Lane): void {
    if (asked.rate === 0) {
      if (open) send(lane, performance.now())
      return
    }
    const dueAt = due.shift()
    if (dueAt === undefined) idle.push(lane)
    else send(lane, dueAt)
  }

  const from = performance.now()
  const cpu = process.cpuUsage()
  if (asked.rate === 0) {
    for (const lane of lanes) send(lane, performance.now())
    await pause(asked.seconds * 1_000)
  } else {
    idle.push(...lanes)
    let made = 0
    const total = Math.round(asked.rate * asked.seconds)
    while (made < total) {
      const now = performance.now()
      const until = Math.min(total, Math.floor(((now - from) * asked.rate) / 1_000))
      for (; made < until; made++) {
        // in turns: a connection that says nothing for long is closed on us
        const lane = idle.shift()
        if (lane) send(lane, now)
        else due.push(now)
      }
      await pause(STEP_MS)
    }
  }
  const seconds = (performance.now() - from) / 1_000
  const acksInTime = acked
  open = false
  const busy = process.cpuUsage(cpu)
  // what is under way still counts for latency, not for the rate
  for (let last = -1, calm = 0; calm < (asked.wait ? 5 : 1); calm = last === replyMs.length + acked ? calm + 1 : 0) {
    last = replyMs.length + acked
    await pause(200)
  }
  for (const lane of lanes) lane.socket.destroy()
  return {
    seconds,
    offered,
    acked,
    refused,
    acksPerSecond: acksInTime / seconds,
    // until the last one: what falls behind is caught up before it is counted
    repliesPerSecond: replyMs.length === 0 ? 0 : (replyMs.length * 1_000) / (lastReply - from),
    replies: replyMs.length,
    pushes,
    profiles,
    ack: spread(ackMs),
    reply: spread(replyMs),
    loadBusy: (busy.user + busy.system) / 1e6 / seconds,
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

function spread(values: number[]): { p50: number; p99: number; max: number } {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

line.listen(0, '127.0.0.1', () => {
  const address = line.address()
  process.send?.({ linePort: typeof address === 'object' ? address?.port : undefined })
})
process.on('message', (asked: Asked) => {
  load(asked).then(
    (answered) => process.send?.(answered),
    (trouble: unknown) => {
      process.stderr.write(`${(trouble as Error).stack}\n`)
      process.exit(1)
    },
  )
})
process.on('disconnect', () => process.exit(0))
