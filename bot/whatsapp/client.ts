import { createHash } from 'node:crypto'
import type { Twilio } from 'twilio'
import { z } from 'zod'
import type { Channel } from '../../api/channels/queries.ts'
import type { PartRequest } from '../../api/whatsapp/schema.ts'
import type { Skeleton } from './contents.ts'

type ContentRequest = Parameters<Twilio['content']['v1']['contents']['create']>[0]

/** What became of a call, as a value. `unknown`: it may have been done. `garbled`: so may it, and what came back is not Twilio's form. */
export type Asked<T> =
  | { state: 'done'; value: T }
  | { state: 'refused'; code: number; why: string }
  | { state: 'not_reached' | 'unknown' | 'garbled'; why: string }

/** Where Twilio is: undefined is Twilio itself, else a stand-in that serves all three of its hosts. */
export type Base = string | undefined

const TIMEOUT_MS = 10_000
const clients = new Map<string, Twilio>()

/**
 * One client with kept connections for each account; a channel's token is its account SID, its secret the auth token. The SDK is loaded
 * with the first: a desk on LINE alone starts without its 26 MB.
 */
async function clientOf(base: Base, channel: Channel): Promise<Twilio> {
  const secret = createHash('sha256').update(channel.secret).digest('base64url')
  const slot = `${base ?? ''}|${channel.token}|${secret}`
  const known = clients.get(slot)
  if (known) return known
  const { default: twilio } = await import('twilio')
  const fresh = twilio(channel.token, channel.secret, { timeout: TIMEOUT_MS, keepAlive: true })
  if (base) for (const host of [fresh.api, fresh.content, fresh.messaging]) host.baseUrl = base
  if (clients.size > 1_000) clients.clear()
  clients.set(slot, fresh)
  return fresh
}

const Sid = z.string().min(1)
const addressOn = (id: string): string => `whatsapp:${id}`

/** Asks for one message. Twilio has no idempotency key: whoever hears `unknown` looks it up before asking again. */
export const createMessage = (
  base: Base,
  channel: Channel,
  it: { to: string; request: PartRequest; statusCallback: string },
): Promise<Asked<string>> =>
  asked(base, channel, Sid, async (twilio) => {
    const { body, mediaUrl, contentSid, contentVariables } = it.request
    const message = await twilio.messages.create({
      to: addressOn(it.to),
      from: channel.externalId ?? '',
      statusCallback: it.statusCallback,
      ...(body !== undefined && { body }),
      ...(mediaUrl && { mediaUrl: [mediaUrl] }),
      ...(contentSid && { contentSid }),
      ...(contentVariables && { contentVariables: JSON.stringify(contentVariables) }),
    })
    return message.sid
  })

const FoundThere = z.object({ sid: Sid, body: z.string(), createdAt: z.date() })
export type Found = z.infer<typeof FoundThere>

/** What went to this person lately, newest first. */
export const messagesTo = (base: Base, channel: Channel, to: string): Promise<Asked<Found[]>> =>
  asked(base, channel, z.array(FoundThere), async (twilio) => {
    const list = await twilio.messages.list({
      to: addressOn(to),
      from: channel.externalId ?? '',
      limit: 50,
    })
    return list.map((it) => ({ sid: it.sid, body: it.body ?? '', createdAt: it.dateCreated }))
  })

/** What became of one message, as far as Twilio knows. */
export const messageStatus = (
  base: Base,
  channel: Channel,
  sid: string,
): Promise<Asked<{ status: string; errorCode: number | null }>> =>
  asked(base, channel, z.object({ status: z.string(), errorCode: z.number().nullable() }), async (twilio) => {
    const { status, errorCode } = await twilio.messages(sid).fetch()
    return { status, errorCode: errorCode || null }
  })

export const createContent = (base: Base, channel: Channel, skeleton: Skeleton): Promise<Asked<string>> =>
  asked(base, channel, Sid, async (twilio) => {
    // the class of the SDK would send friendlyName, which the API does not know: its own form goes as it is
    const content = await twilio.content.v1.contents.create(skeleton as unknown as ContentRequest)
    return content.sid
  })

/** Hands a content in as a template; answers what the platform says of it. */
const Approval = z.object({ status: z.string(), reason: z.string().nullish() })
type Approval = z.infer<typeof Approval>

export const askApproval = (
  base: Base,
  channel: Channel,
  it: { contentSid: string; name: string; category: string },
): Promise<Asked<Approval>> =>
  asked(base, channel, Approval, async (twilio) => {
    const { contentSid, name, category } = it
    const approval = twilio.content.v1.contents(contentSid).approvalCreate
    const asking = await approval.create({ name, category } as Parameters<typeof approval.create>[0])
    return { status: asking.status, reason: asking.rejectionReason }
  })

export const approvalOf = (base: Base, channel: Channel, contentSid: string): Promise<Asked<Approval>> =>
  asked(base, channel, Approval, async (twilio) => {
    const { whatsapp } = await twilio.content.v1.contents(contentSid).approvalFetch().fetch()
    const { status, rejection_reason } = whatsapp as Record<string, unknown>
    return { status, reason: rejection_reason }
  })

/** Shows that somebody is typing, and marks what was said as read. */
export const showTyping = (base: Base, channel: Channel, messageId: string): Promise<Asked<true>> =>
  asked(base, channel, z.literal(true), async (twilio) => {
    await twilio.messaging.v2.typingIndicator.create({ channel: 'whatsapp', messageId })
    return true as const
  })

/** Whose the credentials are, and whether Twilio serves them. */
export const accountOf = (base: Base, channel: Channel): Promise<Asked<{ name: string; status: string }>> =>
  asked(base, channel, z.object({ name: z.string(), status: z.string() }), async (twilio) => {
    const account = await twilio.api.v2010.accounts(channel.token).fetch()
    return { name: account.friendlyName, status: account.status }
  })

const KnownSender = z.object({ sender: z.string(), status: z.string(), webhook: z.string() })
export type KnownSender = z.infer<typeof KnownSender>

/** The account's WhatsApp senders, with where Twilio delivers what comes in for each (www.twilio.com/docs/whatsapp/api/senders). */
export const sendersOf = (base: Base, channel: Channel): Promise<Asked<KnownSender[]>> =>
  asked(base, channel, z.array(KnownSender), async (twilio) => {
    const list = await twilio.messaging.v2.channelsSenders.list({
      channel: 'whatsapp',
      limit: 200,
    })
    return list.map((it) => ({ sender: it.senderId, status: it.status, webhook: it.webhook?.callbackUrl ?? '' }))
  })

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED'])

/** The SDK hands on whatever came back: only what has the `shape` it should have is an answer. */
async function asked<T>(
  base: Base,
  channel: Channel,
  shape: z.ZodType<T>,
  call: (twilio: Twilio) => Promise<unknown>,
): Promise<Asked<T>> {
  try {
    const answer = shape.safeParse(await call(await clientOf(base, channel)))
    return answer.success ? { state: 'done', value: answer.data } : garbled
  } catch (trouble) {
    const it = trouble as { status?: unknown; code?: unknown; message?: unknown }
    const why = String(it.message ?? trouble).slice(0, 300)
    if (typeof it.code === 'string' && neverSent.has(it.code)) return { state: 'not_reached', why }
    // neither the network's word nor Twilio's status: the SDK broke over what it read. Its words may quote that
    if (typeof it.code !== 'string' && typeof it.status !== 'number') return garbled
    if (typeof it.status !== 'number' || it.status >= 500) return { state: 'unknown', why }
    const code = Number(it.code) || (it.status === 429 ? 20_429 : it.status === 401 ? 20_003 : it.status)
    return { state: 'refused', code, why }
  }
}

const garbled = { state: 'garbled', why: 'an answer that is not in Twilio’s form' } as const
