import type { Actor } from '../context.ts'
import { works } from '../policy.ts'
import type { OutboxRow } from './model.ts'
import type { ParcelView } from './schema.ts'

const meaning: Record<OutboxRow['state'], string> = {
  ready: 'Waits to be sent',
  sending: 'Is being sent',
  sent: 'Was taken by the platform',
  again: 'Did not go yet and will be tried again',
  unknown: 'May or may not have arrived: the platform did not say. Ask the customer or send it again.',
  dead: 'Did not go and will not be tried again by itself',
}

const arrived: Record<NonNullable<OutboxRow['delivery']>, string> = {
  sent: 'Is on its way to the customer’s phone',
  delivered: 'Has arrived',
  read: 'Was read',
  failed: 'Was taken by the platform but did not arrive',
}

/** Never the words: who may read a conversation reads it there. */
export const presentParcel = (it: OutboxRow, viewer: Actor): ParcelView => ({
  id: it.id,
  event: it.event,
  state: it.state,
  meaning: it.state === 'sent' && it.delivery ? arrived[it.delivery] : meaning[it.state],
  trouble: it.trouble,
  sentAs: it.sentAs,
  cost: it.cost,
  recipients: it.recipients,
  attempts: it.attempts,
  channelId: it.channelId,
  conversationId: it.conversationId,
  caseId: it.caseId,
  bookingId: it.bookingId,
  resentAs: it.resentAs,
  delivery: it.delivery,
  deliveredAt: it.deliveredAt?.toISOString() ?? null,
  createdAt: it.createdAt.toISOString(),
  settledAt: it.settledAt?.toISOString() ?? null,
  can: works(viewer) && ['dead', 'unknown'].includes(it.state) && !it.resentAs ? ['resend'] : [],
})
