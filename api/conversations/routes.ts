import { z } from 'zod'
import { contactNames } from '../contacts/queries.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { staffNames } from '../staff/queries.ts'
import {
  listConversations,
  messagesOf,
  sessionsOf,
  sortableConversations,
  visibleConversation,
} from './queries/list-conversations.ts'
import type { Conversation } from './model.ts'
import { presentConversation, presentMessage, presentSession } from './presenter.ts'
import { ConversationFilters, ConversationInFull, ConversationView, MessageView } from './schema.ts'

const about = { tag: 'conversations', access: 'staff' } as const
const ConversationId = z.object({ conversationId: z.uuid() })
const MOST_SESSIONS = 100

export const conversationRoutes: Endpoint[] = [
  endpoint('GET /v1/conversations', {
    ...about,
    summary: 'List chats and groups',
    description: '`search` looks in the readable ids of conversations and sessions and in the customer’s name.',
    query: listQuery(ConversationFilters.shape, sortableConversations, '-createdAt'),
    answer: pageOf(ConversationView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listConversations(ctx, query)
      const names = await contactNames(
        ctx,
        rows.map((it) => it.contactId),
      )
      return asPage(
        rows.map((it) => presentConversation(it, names.get(it.contactId ?? '') ?? null)),
        total,
        query,
      )
    },
  }),
  endpoint('GET /v1/conversations/:conversationId', {
    ...about,
    summary: 'One chat with its sessions',
    description:
      'A session ends after half an hour of silence, or as long as the business says. Newest first, a hundred at most.',
    params: ConversationId,
    answer: ConversationInFull,
    handle: async (ctx, { params }) => {
      const found = await mustFind(ctx, params.conversationId)
      const names = await contactNames(ctx, [found.contactId])
      const sessions = await sessionsOf(ctx, found.id, MOST_SESSIONS)
      return {
        ...presentConversation(found, names.get(found.contactId ?? '') ?? null),
        sessions: sessions.map(presentSession),
      }
    },
  }),
  endpoint('GET /v1/conversations/:conversationId/messages', {
    ...about,
    summary: 'What was said in a chat',
    description: 'Newest first, of all sessions or of one. What a customer took back is not there.',
    params: ConversationId,
    query: listQuery({ session: z.uuid().optional() }, ['at'], '-at').omit({ search: true, sort: true }),
    answer: pageOf(MessageView),
    handle: async (ctx, { params, query }) => {
      const found = await mustFind(ctx, params.conversationId)
      const { rows, total } = await messagesOf(ctx, { ...query, conversationId: found.id })
      const names = await staffNames(
        ctx,
        rows.map((it) => it.staffId),
      )
      return asPage(
        rows.map((it) => presentMessage(it, names.get(it.staffId ?? '') ?? null)),
        total,
        query,
      )
    },
  }),
]

async function mustFind(ctx: Ctx, id: string): Promise<Conversation> {
  mustSee(ctx)
  const found = await visibleConversation(ctx, id)
  if (!found) throw new Refusal('not_found')
  return found
}
