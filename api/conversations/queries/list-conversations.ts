import type { z } from 'zod'
import { visibleCases } from '../../cases/queries/visible-cases.ts'
import type { Ctx } from '../../context.ts'
import { allOf, type Condition, containing, orderOf, type Sort, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import { Conversation, MessageRow } from '../model.ts'
import type { ConversationFilters } from '../schema.ts'

export const sortableConversations = ['lastMessageAt', 'createdAt', 'reference'] as const
type Sortable = (typeof sortableConversations)[number]
type Asked = Paged & z.output<typeof ConversationFilters> & { search?: string | undefined; sort: Sort<Sortable>[] }

const columns: Record<Sortable, string> = {
  lastMessageAt: 'conversations.last_message_at',
  createdAt: 'conversations.created_at',
  reference: 'conversations.reference',
}

/** A chat whose cases are all somebody else's is not for an agent who sees only their own. Where there is no case it is everybody's. */
export async function visibleConversations(ctx: Ctx): Promise<Condition | undefined> {
  const seen = await visibleCases(ctx)
  return (
    seen && {
      sql: `not exists (select 1 from cases where cases.conversation_id = conversations.id)
        or exists (select 1 from cases where cases.conversation_id = conversations.id and (${seen.sql}))`,
      bindings: seen.bindings,
    }
  )
}

export async function listConversations(ctx: Ctx, asked: Asked): Promise<{ rows: Conversation[]; total: number }> {
  const pattern = asked.search && containing(asked.search)
  const found = allOf([
    await visibleConversations(ctx),
    asked.kind && where('conversations.kind = ?', asked.kind),
    asked.mode && where('conversations.mode = ?', asked.mode),
    asked.contact && where('conversations.contact_id = ?', asked.contact),
    asked.channel && where('conversations.channel_id = ?', asked.channel),
    pattern &&
      where(
        `conversations.reference ilike ? or exists (select 1 from contacts p where p.id = conversations.contact_id and p.name ilike ?)
          or exists (select 1 from chat_sessions s where s.conversation_id = conversations.id and s.reference ilike ?)`,
        pattern,
        pattern,
        pattern,
      ),
  ])
  const { results, total } = await Conversation.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, conversations.id`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

export async function visibleConversation(ctx: Ctx, id: string): Promise<Conversation | undefined> {
  const { sql, bindings } = allOf([await visibleConversations(ctx)])
  return Conversation.query(ctx.trx).findById(id).whereRaw(sql, bindings)
}

export type SessionRow = { id: string; reference: string; started_at: Date; ended_at: Date; messages: number }

/** The sessions of a conversation, newest first, each with how much was said in it. */
export async function sessionsOf(ctx: Ctx, conversationId: string, most: number): Promise<SessionRow[]> {
  const { rows } = (await ctx.trx.raw(
    `select s.id, s.reference, s.started_at, coalesce(max(m.happened_at), s.started_at) as ended_at, count(m.id)::int as messages
     from (select * from chat_sessions where conversation_id = ? order by started_at desc limit ?) s
     left join messages m on m.conversation_id = s.conversation_id and m.session_id = s.id and m.removed_at is null
     group by s.id, s.reference, s.started_at order by s.started_at desc`,
    [conversationId, most],
  )) as { rows: SessionRow[] }
  return rows
}

/** What was said, newest first, without what was taken back. */
export async function messagesOf(
  ctx: Ctx,
  asked: Paged & { conversationId: string; session?: string | undefined },
): Promise<{ rows: MessageRow[]; total: number }> {
  const { results, total } = await MessageRow.query(ctx.trx)
    .where('conversation_id', asked.conversationId)
    .whereNull('removed_at')
    .modify((query) => {
      if (asked.session) void query.where('session_id', asked.session)
    })
    .orderBy([
      { column: 'happened_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}
