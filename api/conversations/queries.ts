import type { Ctx } from '../context.ts'
import { database } from '../db/connection.ts'
import { readAsTenant } from '../db/tenant-transaction.ts'
import { mustBeUuid } from '../ids.ts'
import type { Language } from '../tenants/schema.ts'
import { Conversation, MessageRow } from './model.ts'
import type { TurnConversation, Waiting } from './schema.ts'

export type TurnInput = {
  now: Date
  conversation: TurnConversation
  contact: { id: string; name: string | null; language: Language | null; blocked: boolean } | undefined
  events: Waiting[]
}

/** What a turn needs to think, in one message to the database: the conversation, the person, and the unanswered events in order. */
export async function readTurn(tenantId: string, conversationId: string, most: number): Promise<TurnInput | undefined> {
  const id = mustBeUuid(conversationId)
  const { now, answers } = await readAsTenant(
    tenantId,
    `select id, kind, source_id, channel_id, contact_id, purpose, mode, language, state, chain_head, chain_count from conversations where id = '${id}';
     select p.id, p.name, p.language, p.blocked_at is not null as blocked from contacts p join conversations c on c.contact_id = p.id where c.id = '${id}';
     select i.id, i.raw, i.happened_at, i.attempts from inbox i join conversations c using (channel_id, source_id)
       where c.id = '${id}' and i.state = 'waiting' order by i.seq limit ${Number(most)}`,
  )
  const [row, person, events] = [answers[0]?.[0], answers[1]?.[0], answers[2] ?? []]
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
    } as TurnConversation,
    contact: person as TurnInput['contact'],
    events: events.map(
      (it) => ({ id: it['id'], raw: it['raw'], happenedAt: it['happened_at'], attempts: it['attempts'] }) as Waiting,
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

/** For readiness: how long the oldest unanswered event has waited, in ms of the desk's clock. */
export async function oldestWaitingMs(): Promise<number> {
  const { rows } = await database().machinery.query(
    `select coalesce(extract(epoch from desk_now() - min(received_at)) * 1000, 0)::float8 as ms from inbox where state = 'waiting'`,
  )
  return Math.max(0, rows[0]?.ms ?? 0)
}

const addresses = new Map<string, { to: string; kind: 'direct' | 'group' }>()

/** Where a conversation lives on its platform. It never changes, so it is remembered. */
export async function addressOf(it: {
  conversationId: string
  tenantId: string
}): Promise<{ to: string; kind: 'direct' | 'group' } | undefined> {
  const known = addresses.get(it.conversationId)
  if (known) return known
  const { answers } = await readAsTenant(
    it.tenantId,
    `select source_id, kind from conversations where id = '${mustBeUuid(it.conversationId)}'`,
  )
  const row = answers[0]?.[0]
  if (!row) return undefined
  const address = { to: row['source_id'] as string, kind: row['kind'] as 'direct' | 'group' }
  if (addresses.size > 50_000) addresses.clear()
  addresses.set(it.conversationId, address)
  return address
}

/** The person of a direct conversation; of a group, what it is called. */
export async function contactOfConversation(ctx: Ctx, conversationId: string) {
  const { rows } = (await ctx.trx.raw(
    `select coalesce(p.name, g.name) as name, coalesce(p.language, c.language) as language from conversations c
     left join contacts p on p.id = c.contact_id left join groups g on g.conversation_id = c.id where c.id = ?`,
    [conversationId],
  )) as { rows: { name: string | null; language: Language | null }[] }
  return rows[0]
}

/** The turn knows the address already: the answer need not look it up. */
export function rememberAddress(conversationId: string, address: { to: string; kind: 'direct' | 'group' }): void {
  if (addresses.size > 50_000) addresses.clear()
  addresses.set(conversationId, address)
}
