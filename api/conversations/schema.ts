import type { Language } from '../tenants/schema.ts'

export type GroupPurpose = 'staff' | 'vip' | 'ignore'

/** A lane of the inbox: everything one source said on one channel, taken strictly in order by whoever holds its lease. */
export type Lane = { tenantId: string; channelId: string; sourceId: string }

/** One signed event as it came, before anybody understood it. */
export type Inbound = Lane & {
  kind: 'direct' | 'group'
  eventId: string
  raw: Buffer
  /** the platform's own time of the event */
  happenedAt: Date
}

export type Waiting = { id: string; raw: Buffer; happenedAt: Date; attempts: number }

export type TurnConversation = {
  id: string
  kind: 'direct' | 'group'
  sourceId: string
  channelId: string
  contactId: string | null
  purpose: GroupPurpose | null
  mode: 'bot' | 'staff'
  language: Language | null
  state: Record<string, unknown>
  chainHead: Buffer | null
  chainCount: number
}

export type AnswerValue = string | number | boolean

/** A conversation's unfinished business: what is known by name, and what was asked last. It survives days and restarts. */
export type Draft = {
  id: string
  dialogue: 'book' | 'report'
  /** key of the booking kind or case type */
  kind: string
  answers: Record<string, AnswerValue>
  asked?: string
  /** how often the same question was not understood */
  misses?: number
  caseId?: string
  startedAt: string
}

/** A member of staff who tapped 'Reply to customer' (or 'Note', 'Ask'…): their next text is for that, not group talk. */
export type PendingReply = {
  /** what the words are for: to the customer, unless it says otherwise */
  does?: 'ask' | 'note' | 'order' | 'propose'
  conversationId?: string
  caseId?: string
  bookingId?: string
  /** of another time to propose */
  slotId?: string
  date?: string
  time?: string
  text?: string
  at: string
}

/** conversations.state, kept between turns. */
export type ConversationState = {
  draft?: Draft
  /** set aside while something more urgent is dealt with; taken up again after */
  parked?: Draft
  /** what the bot offered last when it was not sure: a tap on an older one explains itself */
  clarifying?: { text: string; at: string }
  /** the case or booking the customer and the bot spoke of last */
  about?: { caseId?: string; bookingId?: string }
  greetedAt?: string
  /** staff groups: who is writing to whom, by staff id */
  replies?: Record<string, PendingReply>
}
