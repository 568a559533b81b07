import type { SessionRow } from './queries/list-conversations.ts'
import type { Conversation, MessageRow } from './model.ts'
import type { ConversationView, MessageView, SessionView } from './schema.ts'

export const presentConversation = (it: Conversation, contactName: string | null): ConversationView => ({
  id: it.id,
  reference: it.reference,
  channelId: it.channelId,
  kind: it.kind,
  purpose: it.purpose,
  mode: it.mode,
  language: it.language,
  contact: it.contactId ? { id: it.contactId, name: contactName } : null,
  lastMessageAt: it.lastMessageAt?.toISOString() ?? null,
})

export const presentSession = (it: SessionRow): SessionView => ({
  id: it.id,
  reference: it.reference,
  startedAt: it.started_at.toISOString(),
  endedAt: it.ended_at.toISOString(),
  messages: it.messages,
})

export const presentMessage = (it: MessageRow, staffName: string | null): MessageView => ({
  id: it.id,
  sessionId: it.sessionId,
  direction: it.direction,
  author: it.author,
  staff: it.staffId ? { id: it.staffId, name: staffName } : null,
  caseId: it.caseId,
  bookingId: it.bookingId,
  kind: it.kind,
  text: it.body,
  gist: it.gist,
  heardBy: it.kind === 'audio' && it.body ? ((it.content as { heardBy?: string } | null)?.heardBy ?? null) : null,
  at: it.happenedAt.toISOString(),
})
