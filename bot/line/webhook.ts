import { validateSignature } from '@line/bot-sdk'
import { channelByKey } from '../../api/channels/queries.ts'
import { storeInbound, type Stored } from '../../api/conversations/commands/store-inbound.ts'
import type { Lane } from '../../api/conversations/schema.ts'
import { LineBody, laneOf } from './parse.ts'

export type WebhookAnswer = 200 | 400 | 401 | 404
export type OnStored = (lane: Lane & { kind: 'direct' | 'group' }, stored: Stored, bubble: boolean) => void

/**
 * Verify, store, answer. The 200 means every event of the batch is durable, each in the lane of its own person; what happens with them starts
 * after. A failed store throws: LINE hears 500 and delivers again.
 */
export async function takeLineWebhook(
  channelKey: string,
  rawBody: Buffer,
  signature: string,
  onStored: OnStored,
): Promise<WebhookAnswer> {
  const channel = await channelByKey(channelKey)
  if (channel?.kind !== 'line') return 404
  if (!isSignedBy(channel.secret, signature, rawBody)) return 401
  const events = read(rawBody)
  if (!events) return 400
  await Promise.all(
    events.map(async ({ event, raw }) => {
      const at = laneOf(event)
      if (!at) return
      const lane = { tenantId: channel.tenantId, channelId: channel.id, sourceId: at.sourceId, kind: at.kind }
      const stored = await storeInbound({ ...lane, eventId: at.eventId, raw, happenedAt: at.at ?? new Date() })
      onStored(lane, stored, at.bubble)
    }),
  )
  return 200
}

/** Decoding base64 is lenient, so many texts would do for one signature: only LINE's own spelling counts. */
const isSignedBy = (secret: string, signature: string, rawBody: Buffer): boolean =>
  Buffer.from(signature, 'base64').toString('base64') === signature && validateSignature(rawBody, secret, signature)

/** Each event with the bytes that are kept of it; nothing when the body is signed, but not JSON, or not one of its events can be kept. */
function read(rawBody: Buffer): { event: unknown; raw: Buffer }[] | undefined {
  try {
    const body = LineBody.safeParse(JSON.parse(rawBody.toString('utf8'))).data
    const kept = body?.events.flatMap((event) => bytesOf(event).map((raw) => ({ event, raw })))
    return kept?.length === 0 && body?.events.length ? undefined : kept
  } catch {
    return undefined
  }
}

/** None of an event that is nested too deep to be written again: nobody said that, and its neighbours are kept. */
function bytesOf(event: unknown): Buffer[] {
  try {
    return [Buffer.from(JSON.stringify(event))]
  } catch {
    return []
  }
}
