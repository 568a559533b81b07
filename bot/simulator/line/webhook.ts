import { createHmac } from 'node:crypto'
import type { Channel } from '../cast.ts'
import type { Chat, World } from '../world.ts'
import type { ReplyTokens } from './reply-tokens.ts'
import { ulid } from './ulid.ts'

export type WebhookEvent = {
  type: string
  webhookEventId: string
  timestamp: number
  deliveryContext: { isRedelivery: boolean }
  replyToken?: string
  [field: string]: unknown
}

/**
 * What may be ordered with any act: a given id (one that has happened already means: the same event again), LINE's
 * own time of the event, the redelivery mark, a group event that does not say who it was; on WhatsApp, fields of the form that
 * Twilio leaves out this time.
 */
export type Happening = {
  eventId?: string
  timestamp?: number
  redelivery?: boolean
  anonymous?: boolean
  without?: string[]
}

/** How the desk answered: its HTTP status, 0 when it could not be reached in time. */
export type Delivered = { status: number; eventIds: string[]; ms: number; body: string }

export type SentWebhook = { channelKey: string; at: number; events: WebhookEvent[]; delivered: Delivered }

export type NewEvent = { type: string; chat: Chat; userId?: string; answerable: boolean; payload?: object }

/** `publicUrl`: the name the desk is known by outside, where that is not the address it is reached at from here. */
type Options = { deskUrl: string; publicUrl?: string | undefined; timeoutMs: number }

export const signed = (body: string | Buffer, secret: string) =>
  createHmac('sha256', secret).update(body).digest('base64')

export type Webhooks = ReturnType<typeof makeWebhooks>

const REMEMBERED = 10_000

/** The platform's calls to the desk: signed, in LINE's shapes, never resent unless somebody asks for it. */
export function makeWebhooks(world: World, tokens: ReplyTokens, options: Options) {
  let { deskUrl } = options
  const happened = new Map<string, { event: WebhookEvent; channelKey: string }>()
  const batches = new Map<string, WebhookEvent[]>()
  const sent: SentWebhook[] = []
  const addresses = new Map<string, string>()
  /** As somebody new finds it in the console: no address, and not in use. */
  const unset = new Set<string>()
  const unused = new Set<string>()

  const publicUrl = () => options.publicUrl?.replace(/\/$/, '') ?? deskUrl

  /** An address of the desk's own, at the loopback address that stands behind its public name. */
  const atDesk = (url: string): string =>
    url.startsWith(`${publicUrl()}/`) ? deskUrl + url.slice(publicUrl().length) : url

  const addressOf = (channelKey: string) =>
    addresses.get(channelKey) ?? (unset.has(channelKey) ? undefined : `${publicUrl()}/webhooks/line/${channelKey}`)

  /** Something happened in a chat: tells the desk, if the bot is there to see it. */
  async function tell(what: NewEvent, how: Happening = {}): Promise<Delivered> {
    const known = how.eventId === undefined ? undefined : happened.get(how.eventId)
    const event = known?.event ?? makeEvent(what, how)
    happened.set(event.webhookEventId, { event, channelKey: what.chat.channelKey })
    const isRedelivery = how.redelivery ?? false
    if (known && isRedelivery && event.replyToken) tokens.redeliver(event.replyToken)
    const asSent = { ...event, deliveryContext: { isRedelivery } }
    const batch = batches.get(what.chat.channelKey)
    if (!batch) return send(what.chat.channelKey, [asSent])
    batch.push(asSent)
    return { status: 0, eventIds: [event.webhookEventId], ms: 0, body: '' }
  }

  const hasHappened = (eventId: string | undefined) => eventId !== undefined && happened.has(eventId)

  function makeEvent(what: NewEvent, how: Happening): WebhookEvent {
    const { chat, userId } = what
    const who = userId === undefined || how.anonymous ? {} : { userId }
    return {
      type: what.type,
      ...what.payload,
      webhookEventId: how.eventId ?? ulid(world.clock(), world.randomBytes),
      deliveryContext: { isRedelivery: how.redelivery ?? false },
      timestamp: how.timestamp ?? world.clock(),
      source: chat.kind === 'user' ? { type: 'user', userId: chat.id } : { type: 'group', groupId: chat.id, ...who },
      ...(what.answerable ? { replyToken: tokens.issue(chat) } : {}),
      mode: 'active',
    }
  }

  async function send(channelKey: string, events: WebhookEvent[]): Promise<Delivered> {
    const eventIds = events.map((event) => event.webhookEventId)
    if (unused.has(channelKey)) return { status: 0, eventIds, ms: 0, body: '' }
    const channel = world.channel(channelKey)
    const body = JSON.stringify({ destination: channel.botUserId, events })
    const answer = await post(channel, body, signed(body, channel.secret))
    const delivered = { ...answer, eventIds }
    sent.push({ channelKey, at: world.clock(), events, delivered })
    if (sent.length > REMEMBERED) sent.shift()
    return delivered
  }

  async function post(
    channel: Channel,
    body: string | Buffer,
    signature: string | undefined,
    address = addressOf(channel.key),
  ) {
    const started = performance.now()
    const took = () => Math.round(performance.now() - started)
    if (address === undefined) return { status: 0, body: '', ms: 0 }
    try {
      const answer = await fetch(atDesk(address), {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'LineBotWebhook/2.0',
          ...(signature === undefined ? {} : { 'x-line-signature': signature }),
        },
        signal: AbortSignal.timeout(options.timeoutMs),
      })
      return { status: answer.status, body: await answer.text(), ms: took() }
    } catch {
      return { status: 0, body: '', ms: took() }
    }
  }

  /** The same event once more, as LINE does after an answer that was not a 2xx. */
  async function redeliver(eventId: string, isRedelivery = true): Promise<Delivered> {
    const known = happened.get(eventId)
    if (!known) throw new Error(`No event ${eventId} has happened`)
    if (known.event.replyToken && isRedelivery) tokens.redeliver(known.event.replyToken)
    return send(known.channelKey, [{ ...known.event, deliveryContext: { isRedelivery } }])
  }

  /** Everything that happens in this channel while `story` runs goes out in one POST afterwards. */
  async function batch(channelKey: string, story: () => Promise<unknown>): Promise<Delivered> {
    const events: WebhookEvent[] = []
    batches.set(channelKey, events)
    try {
      await story()
    } finally {
      batches.delete(channelKey)
    }
    return send(channelKey, events)
  }

  /** Any bytes as a webhook; signed right unless another signature (or none: null) is given. */
  async function sendRaw(channelKey: string, body: string | Buffer, signature?: string | null): Promise<Delivered> {
    const channel = world.channel(channelKey)
    const mark = signature === null ? undefined : (signature ?? signed(body, channel.secret))
    return { ...(await post(channel, body, mark)), eventIds: [] }
  }

  /** An empty batch, signed like any other: LINE's own test of an address, in use or not. */
  function ping(channelKey: string, address?: string) {
    const channel = world.channel(channelKey)
    const body = JSON.stringify({ destination: channel.botUserId, events: [] })
    return post(channel, body, signed(body, channel.secret), address)
  }

  return {
    tell,
    hasHappened,
    redeliver,
    batch,
    sendRaw,
    sent,
    addressOf,
    moveTo: (channelKey: string, address: string) => addresses.set(channelKey, address),
    isUsed: (channelKey: string) => !unused.has(channelKey),
    use: (channelKey: string, on: boolean) => (on ? unused.delete(channelKey) : unused.add(channelKey)),
    /** A channel that was made just now in the console. */
    isNew(channelKey: string) {
      unset.add(channelKey)
      unused.add(channelKey)
    },
    ping,
    pointAt(url: string) {
      deskUrl = url.replace(/\/$/, '')
    },
    deskUrl: () => deskUrl,
  }
}
