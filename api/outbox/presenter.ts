import type { Actor } from '../context.ts'
import { works } from '../policy.ts'
import type { OutboxRow } from './model.ts'
import { failureWords, type ParcelView, reasonOf } from './schema.ts'

const meaning: Record<OutboxRow['state'], string> = {
  ready: 'Waits to be sent',
  sending: 'Is being sent',
  sent: 'Was taken by the platform',
  again: 'Did not go yet and will be tried again',
  unknown: 'May or may not have arrived: the platform did not say. Ask the customer or send it again.',
  dead: 'Did not go and will not be tried again by itself',
  joined: 'Went along with another message',
}

/** Accepted by the platform is not read: LINE tells nothing of reading. */
function deliveryOf(it: OutboxRow): ParcelView['delivery'] {
  if (it.delivery === 'failed') return 'failed'
  if (it.state === 'sent') return it.seenAt || it.delivery === 'read' ? 'seen' : 'accepted'
  return it.state === 'dead' || it.state === 'unknown' ? 'failed' : 'queued'
}

const arrived: Record<NonNullable<OutboxRow['delivery']>, string> = {
  sent: 'Is on its way to the customer’s phone',
  delivered: 'Has arrived',
  read: 'Was read',
  failed: 'Was taken by the platform but did not arrive',
}

function reasonFor(it: OutboxRow): ParcelView['reason'] {
  if (it.state !== 'dead' && it.state !== 'unknown') return null
  const code = reasonOf(it)
  return { code, words: failureWords[code] }
}

/** Never the words: who may read a conversation reads it there. What went along with another fares as its carrier does. */
export const presentParcel = (it: OutboxRow, viewer: Actor, carrier = it): ParcelView => ({
  id: it.id,
  event: it.event,
  state: it.state,
  meaning: it.state === 'sent' && it.delivery ? arrived[it.delivery] : meaning[it.state],
  delivery: deliveryOf(carrier),
  trouble: carrier.trouble,
  reason: reasonFor(carrier),
  sentAs: it.sentAs,
  cost: it.cost,
  recipients: it.recipients,
  attempts: it.attempts,
  waitsFor: it.hold,
  waitsUntil: it.hold ? (it.nextAt?.toISOString() ?? null) : null,
  joinedTo: it.joinedTo,
  channelId: it.channelId,
  conversationId: it.conversationId,
  caseId: it.caseId,
  bookingId: it.bookingId,
  resentAs: it.resentAs,
  arrival: carrier.delivery,
  deliveredAt: it.deliveredAt?.toISOString() ?? null,
  createdAt: it.createdAt.toISOString(),
  settledAt: it.settledAt?.toISOString() ?? null,
  seenAt: carrier.seenAt?.toISOString() ?? null,
  can: works(viewer) && ['dead', 'unknown'].includes(it.state) && !it.resentAs ? ['resend'] : [],
})
