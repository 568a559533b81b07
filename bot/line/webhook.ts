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
  if (!signature || !validateSignature(rawBody, channel.secret, signature)) return 401
  const body = read(rawBody)
  if (!body) return 400
  await Promise.all(
    body.events.map(async (event) => {
      const at = laneOf(event)
      if (!at) return
      const lane = { tenantId: channel.tenantId, channelId: channel.id, sourceId: at.sourceId, kind: at.kind }
      const raw = Buffer.from(JSON.stringify(event))
      const stored = await storeInbound({ ...lane, eventId: at.eventId, raw, happenedAt: at.at ?? new Date() })
      onStored(lane, stored, at.bubble)
    }),
  )
  return 200
}

function read(rawBody: Buffer): { events: unknown[] } | undefined {
  try {
    return LineBody.safeParse(JSON.parse(rawBody.toString('utf8'))).data
  } catch {
    // signed, but not JSON: the sender's mistake, answered with 400
    return undefined
  }
}
