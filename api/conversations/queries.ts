import { type Ctx, perTransaction } from '../context.ts'
import type { Prepared } from '../db/tenant-transaction-client.ts'
import { database } from '../db/connection.ts'
import { readAsTenant } from '../db/tenant-transaction.ts'
import type { Language } from '../tenants/schema.ts'
import { Conversation, MessageRow } from './model.ts'
import type { TurnConversation, Waiting } from './schema.ts'

export type TurnInput = {
  now: Date
  conversation: TurnConversation
  contact: { id: string; name: string | null; language: Language | null; blocked: boolean } | undefined
  events: Waiting[]
}

const turn: Prepared = {
  name: 'read_turn',
  types: 'uuid, bigint',
  sql: `select c.id, c.kind, c.source_id, c.channel_id, c.contact_id, c.purpose, c.mode, c.language, c.state, c.chain_head, c.chain_count,
       c.reference, c.session_id, c.session_at,
      p.id as person_id, p.name as person_name, p.language as person_language, p.blocked_at is not null as blocked,
      i.id as event_id, i.raw, i.happened_at, i.attempts
    from conversations c left join contacts p on p.id = c.contact_id
    left join lateral (select * from inbox i where i.channel_id = c.channel_id and i.source_id = c.source_id and i.state = 'waiting'
      order by i.seq limit $2) i on true
    where c.id = $1 order by i.seq`,
}

/** What a turn needs to think, in one statement: the conversation, the person, and the unanswered events in order. */
export async function readTurn(tenantId: string, conversationId: string, most: number): Promise<TurnInput | undefined> {
  const { now, answers } = await readAsTenant(tenantId, { prepared: turn, values: [conversationId, most] })
  const rows = answers[0] ?? []
  const [row] = rows
  if (!row) return undefined
  return {
    now,
    conversation: {
      id: row['id'],
      kind: row['kind'],
      sourceId: row['source_id'],
      channelId: row['channel_id'],
      contactId: row['contact_id'],
      purpose: row['purpose'],
      mode: row['mode'],
      language: row['language'],
      state: row['state'],
      chainHead: row['chain_head'],
      chainCount: row['chain_count'],
      reference: row['reference'],
      sessionId: row['session_id'],
      sessionAt: row['session_at'],
    } as TurnConversation,
    contact: row['person_id']
      ? ({
          id: row['person_id'],
          name: row['person_name'],
          language: row['person_language'],
          blocked: row['blocked'],
        } as TurnInput['contact'])
      : undefined,
    events: rows
      .filter((it) => it['event_id'])
      .map(
        (it) =>
          ({ id: it['event_id'], raw: it['raw'], happenedAt: it['happened_at'], attempts: it['attempts'] }) as Waiting,
      ),
  }
}

export const conversationById = (ctx: Ctx, id: string): Promise<Conversation | undefined> =>
  Conversation.query(ctx.trx).findById(id).execute()

/** What was said last, oldest first, without what was taken back. */
export async function lastWords(
  ctx: Ctx,
  where: { conversationId: string } | { caseId: string } | { bookingId: string },
  most: number,
) {
  const column = 'caseId' in where ? 'case_id' : 'bookingId' in where ? 'booking_id' : 'conversation_id'
  const rows = await MessageRow.query(ctx.trx)
    .where(column, Object.values(where)[0] as string)
    .whereNull('removed_at')
    .orderBy('happened_at', 'desc')
    .limit(most)
  return rows.reverse()
}

const staffSilent = perTransaction(() => new Set<string>())

/** It is known already that staff did not write last there. */
export const noteStaffSilent = (ctx: Ctx, conversationId: string): void => void staffSilent(ctx).add(conversationId)

/** What staff wrote in a chat, if its customer has said nothing since. What is said in this very turn is not kept yet. */
export async function staffWroteLast(ctx: Ctx, conversationId: string): Promise<MessageRow | undefined> {
  if (staffSilent(ctx).has(conversationId)) return undefined
  const last = await MessageRow.query(ctx.trx)
    .where('conversation_id', conversationId)
    .orderBy('happened_at', 'desc')
    .first()
  return last?.author === 'staff' && !last.removedAt ? last : undefined
}

/** What staff read of a message: words that a language model heard in a voice note are marked as heard, and its gist stands below it. */
export const saidIn = ({ kind, body, gist }: Pick<MessageRow, 'kind' | 'body' | 'gist'>): string | null =>
  body && [kind === 'audio' ? `🎤 ${body}` : body, ...(gist ? [`≈ ${gist}`] : [])].join('\n')

/** The same in SQL, of a table of messages named `m`. */
export const SAID_IN = `case when m.kind = 'audio' then '🎤 ' || m.body else m.body end || coalesce(E'\\n≈ ' || m.gist, '')`

/** For readiness: how long the oldest unanswered event has waited, in ms of the desk's clock. */
export async function oldestWaitingMs(): Promise<number> {
  const { rows } = await database().machinery.query(
    `select coalesce(extract(epoch from desk_now() - min(received_at)) * 1000, 0)::float8 as ms from inbox where state = 'waiting'`,
  )
  return Math.max(0, rows[0]?.ms ?? 0)
}

/** The case or booking was raised in this conversation. */
export async function isAbout(ctx: Ctx, conversationId: string, id: string): Promise<boolean> {
  const { rows } = (await ctx.trx.raw(
    `select 1 from cases where id = :id and conversation_id = :conversationId
     union all select 1 from bookings where id = :id and conversation_id = :conversationId`,
    { id, conversationId },
  )) as { rows: unknown[] }
  return rows.length > 0
}

const address: Prepared = {
  name: 'address_of',
  types: 'uuid',
  sql: 'select source_id, kind from conversations where id = $1',
}
const addresses = new Map<string, { to: string; kind: 'direct' | 'group' }>()

/** Where a conversation lives on its platform. It never changes, so it is remembered. */
export async function addressOf(it: {
  conversationId: string
  tenantId: string
}): Promise<{ to: string; kind: 'direct' | 'group' } | undefined> {
  const known = addresses.get(it.conversationId)
  if (known) return known
  const { answers } = await readAsTenant(it.tenantId, { prepared: address, values: [it.conversationId] })
  const row = answers[0]?.[0]
  if (!row) return undefined
  const found = { to: row['source_id'] as string, kind: row['kind'] as 'direct' | 'group' }
  rememberAddress(it.conversationId, found)
  return found
}

/** The person of a direct conversation; of a group, what it is called. */
export async function contactOfConversation(ctx: Ctx, conversationId: string) {
  const { rows } = (await ctx.trx.raw(
    `select p.id, coalesce(p.name, g.name) as name, coalesce(p.language, c.language) as language from conversations c
     left join contacts p on p.id = c.contact_id left join groups g on g.conversation_id = c.id where c.id = ?`,
    [conversationId],
  )) as { rows: { id: string | null; name: string | null; language: Language | null }[] }
  return rows[0]
}

export type Reach = 'told' | 'no_chat' | 'blocked'

/** Whether news of theirs is read by anybody: in the chat it is about, or in another of the same person's; on LINE not while they block the account. */
export async function reachOf(
  ctx: Ctx,
  it: { conversationId: string | null; contactId: string | null },
): Promise<Reach> {
  const { rows } = (await ctx.trx.raw(
    `select bool_or(c.kind = 'group' or h.kind <> 'line' or p.blocked_at is null) as open
     from conversations c join channels h on h.id = c.channel_id and h.kind <> 'api' left join contacts p on p.id = c.contact_id
     where c.id = :conversationId::uuid or (c.contact_id = :contactId::uuid and c.kind = 'direct')`,
    { conversationId: it.conversationId, contactId: it.contactId },
  )) as { rows: { open: boolean | null }[] }
  const open = rows[0]?.open ?? null
  return open === null ? 'no_chat' : open ? 'told' : 'blocked'
}

/** Whoever blocks the LINE account reads nothing that is written to this chat of theirs. */
export async function isBlocked(ctx: Ctx, conversationId: string): Promise<boolean> {
  const { rows } = (await ctx.trx.raw(
    `select 1 from conversations c join channels h on h.id = c.channel_id and h.kind = 'line' join contacts p on p.id = c.contact_id
     where c.id = ? and c.kind = 'direct' and p.blocked_at is not null`,
    [conversationId],
  )) as { rows: unknown[] }
  return rows.length > 0
}

/** The turn knows the address already: the answer need not look it up. */
export function rememberAddress(conversationId: string, address: { to: string; kind: 'direct' | 'group' }): void {
  if (addresses.size > 50_000) addresses.clear()
  addresses.set(conversationId, address)
}
