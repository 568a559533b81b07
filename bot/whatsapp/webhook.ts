import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { type Channel, channelByKey } from '../../api/channels/queries.ts'
import { storeInbound, type Stored } from '../../api/conversations/commands/store-inbound.ts'
import type { Lane } from '../../api/conversations/schema.ts'
import { openWindow } from '../../api/whatsapp/commands/chat.ts'
import { laneOfPerson } from '../../api/whatsapp/queries.ts'
import { bubblesIn, eventOf, type Form, formOf, hasTooManyFields } from './parse.ts'

export type OnStored = (lane: Lane & { kind: 'direct' | 'group' }, stored: Stored, bubble: boolean) => void

/** What Twilio posted, proven to be from it. `url` is the address as Twilio knows it: PUBLIC_URL, path and query. */
export type Posted = { channelKey: string; url: string; raw: Buffer; signature: string }

/** The channel and the form, or why not. Every field is signed, the empty ones too. */
export async function proven(it: Posted): Promise<{ channel: Channel; form: Form } | 401 | 404> {
  const channel = await channelByKey(it.channelKey)
  if (channel?.kind !== 'whatsapp') return 404
  if (!it.signature || hasTooManyFields(it.raw)) return 401
  const form = formOf(it.raw)
  const signed = channel.secret && validateRequest(channel.secret, it.signature, it.url, form)
  return signed ? { channel, form } : 401
}

/** Twilio does not say when a message was written: the database takes the moment it is stored for whatever lies ahead. */
const AT_RECEIPT = new Date('9999-01-01T00:00:00Z')

/** Verify, store, answer. Twilio does not deliver again what was refused: a failed store throws, and it tries once more. */
export async function takeWhatsAppWebhook(posted: Posted, onStored: OnStored): Promise<204 | 401 | 404> {
  const known = await proven(posted)
  if (typeof known === 'number') return known
  const { channel, form } = known
  const event = eventOf(form)
  if (!event) return 204
  const { tenantId, id: channelId } = channel
  const sourceId = await laneOfPerson({ tenantId, channelId, ids: event.ids })
  const lane = { tenantId, channelId, sourceId, kind: 'direct' as const }
  const [stored] = await Promise.all([
    Promise.all(
      bubblesIn(form, posted.raw).map(({ tail, raw }) =>
        storeInbound({ ...lane, eventId: event.eventId + tail, raw, happenedAt: AT_RECEIPT }),
      ),
    ),
    openWindow(lane),
  ])
  for (const it of stored) onStored(lane, it, event.bubble)
  return 204
}
