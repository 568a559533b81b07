import type { Sender } from '../cast.ts'
import type { Delivered } from '../line/webhook.ts'
import type { World } from '../world.ts'
import { signatureOf } from './signature.ts'

export type Form = Record<string, string>

/** One POST to the desk: a message that came in, or a status of one that went out. */
export type SentForm = { channelKey: string; at: number; url: string; form: Form; delivered: Delivered }

type Options = { deskUrl: () => string; publicUrl: () => string; timeoutMs: number }

export type TwilioWebhooks = ReturnType<typeof makeTwilioWebhooks>

const REMEMBERED = 10_000

/** Twilio's calls to the desk: forms, signed over the address that the desk is known by outside, never resent by themselves. */
export function makeTwilioWebhooks(world: World, options: Options) {
  const sent: SentForm[] = []
  const happened = new Map<string, { sender: Sender; form: Form; token: string }>()
  const underWay = new Set<Promise<unknown>>()

  const addressOf = (sender: Sender) => `${options.publicUrl()}/webhooks/whatsapp/${sender.key}`

  /** An address of the desk's own, at the loopback address that stands behind its public name. */
  const atDesk = (url: string): string | undefined =>
    url.startsWith(`${options.publicUrl()}/`) ? options.deskUrl() + url.slice(options.publicUrl().length) : undefined

  /** A message came in. An event id that has happened already means: the same call once more. */
  async function tell(sender: Sender, form: Form, eventId = form.MessageSid ?? ''): Promise<Delivered> {
    const known = happened.get(eventId)
    const event = known ?? { sender, form, token: world.newId() }
    happened.set(eventId, event)
    const delivered = await post(sender, addressOf(sender), event.form, { token: event.token })
    return { ...delivered, eventIds: [eventId] }
  }

  async function post(
    sender: Sender,
    url: string,
    form: Form,
    how: { token?: string; signature?: string | null } = {},
  ): Promise<Delivered> {
    const started = performance.now()
    const signature = how.signature === undefined ? signatureOf(sender.authToken, url, form) : how.signature
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'user-agent': 'TwilioProxy/1.1',
      ...(signature === null ? {} : { 'x-twilio-signature': signature }),
      ...(how.token === undefined ? {} : { 'i-twilio-idempotency-token': how.token }),
    }
    const call = { method: 'POST', body: new URLSearchParams(form).toString(), headers }
    const answer = await answerTo(atDesk(url) ?? url, call)
    const delivered = { ...answer, eventIds: [form.MessageSid ?? ''], ms: Math.round(performance.now() - started) }
    sent.push({ channelKey: sender.key, at: world.clock(), url, form, delivered })
    if (sent.length > REMEMBERED) sent.shift()
    world.touch()
    return delivered
  }

  /** A connection that is refused is tried once more, as Twilio does; anything else is lost. */
  async function answerTo(url: string, call: RequestInit, triesLeft = 1): Promise<{ status: number; body: string }> {
    try {
      const answer = await fetch(url, { ...call, signal: AbortSignal.timeout(options.timeoutMs) })
      return { status: answer.status, body: await answer.text() }
    } catch (trouble) {
      return isRefused(trouble) && triesLeft > 0 ? answerTo(url, call, triesLeft - 1) : { status: 0, body: '' }
    }
  }

  return {
    addressOf,
    tell,
    post,
    atDesk,
    sent,
    hasHappened: (eventId: string) => happened.has(eventId),
    /** The same call once more, with the same idempotency token: after a connection that failed. */
    redeliver: async (eventId: string): Promise<Delivered> => {
      const known = happened.get(eventId)
      if (!known) throw new Error(`No event ${eventId} has happened`)
      return tell(known.sender, known.form, eventId)
    },
    /** Any form as a webhook; signed right unless another signature (or none: null) is given. */
    sendRaw: (channelKey: string, form: Form, signature?: string | null, path = '') => {
      const sender = world.sender(channelKey)
      return post(sender, addressOf(sender) + path, form, { signature })
    },
    /** Does this beside everything else; `idle` waits for it. */
    beside: (work: Promise<unknown>) => {
      const tracked = work.finally(() => underWay.delete(tracked))
      underWay.add(tracked)
    },
    /** Resolves when no status is on its way to the desk any more. */
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

const isRefused = (trouble: unknown): boolean =>
  trouble instanceof Error &&
  trouble.cause instanceof Error &&
  'code' in trouble.cause &&
  trouble.cause.code === 'ECONNREFUSED'
