import type { Ctx } from '../../context.ts'
import { database } from '../../db/connection.ts'
import { thisProcess } from '../../process.ts'
import type { Hold, Parcel } from '../schema.ts'
import { lease, parcelOf } from './take.ts'

/** A call that carries more than this many pieces of news would be a book. */
const MOST_TOGETHER = 50
/** What staff wrote goes as it stands: two answers whatever their length, and all the next ones that one bubble can hold together. */
const MOST_LONG_ANSWERS = 2
const MOST_IN_A_BUBBLE = 4_500

// What waits for company goes with whatever goes; a spent quota is kept to its end unless the way is free, quiet hours always.
const waits = (...company: Hold[]) =>
  `state = 'ready' and hold is not null and (hold in (${company.map((it) => `'${it}'`).join(', ')}) or next_at <= desk_now())`
const mayGo = waits('gather', 'digest')
const mayGoFree = waits('gather', 'digest', 'quota')

export type DueChat = {
  tenantId: string
  channelId: string
  conversationId: string
  /** all that is due has been put off once, to go as one list */
  digest: boolean
}

/** The chats with news whose waiting is over. */
export async function chatsWithDueNews(limit: number): Promise<DueChat[]> {
  const { rows } = await database().machinery.query({
    name: 'chats-with-due-news',
    text: `select tenant_id, channel_id, conversation_id, bool_and(hold = 'digest') as digest from outbox
           where state = 'ready' and hold is not null and next_at <= desk_now() group by 1, 2, 3 order by min(next_at) limit $1`,
    values: [limit],
  })
  return rows.map((row) => ({
    tenantId: row['tenant_id'] as string,
    channelId: row['channel_id'] as string,
    conversationId: row['conversation_id'] as string,
    digest: row['digest'] as boolean,
  }))
}

/** How much routine news was pushed into a chat within the last hour, and when the first of it will be an hour old. */
export async function pushedLately(conversationId: string): Promise<{ count: number; freeAt: Date | null }> {
  const { rows } = await database().machinery.query(
    `select count(*)::int as count, min(settled_at) + interval '1 hour' as free_at from outbox
     where conversation_id = $1 and may_wait and event <> 'staff.answered' and sent_as = 'push' and state = 'sent' and settled_at > desk_now() - interval '1 hour'`,
    [conversationId],
  )
  return { count: rows[0]?.['count'] ?? 0, freeAt: rows[0]?.['free_at'] ?? null }
}

/** Puts a chat's due news off: into the list of the hour, or until a reply is free or the next month begins. */
export async function putNewsOff(conversationId: string, hold: 'digest' | 'quota', until: Date): Promise<void> {
  await database().machinery.query(
    `update outbox set hold = $2, next_at = $3 where id in (
       select id from outbox where conversation_id = $1 and ${mayGo} order by seq for update skip locked)`,
    [conversationId, hold, until],
  )
}

/** Takes a chat's waiting news as one parcel: the oldest row carries the others, which say so. Two processes never both get it. */
export async function takeTogether({ conversationId, digest }: DueChat): Promise<Parcel | undefined> {
  const { rows } = await database().machinery.query(
    `with lead as (
       select id from outbox where id = (
         select id from outbox where conversation_id = $2 and ${mayGo} order by seq limit 1) and state = 'ready' for update skip locked
     ), others as (${joining(mayGo, '(select id from lead)', MOST_TOGETHER - 1)})
     update outbox set ${lease}, hold = null, event = case when $3 then 'digest' else event end, messages = ${withOthers}
     where id = (select id from lead) returning *`,
    [thisProcess, conversationId, digest],
  )
  return rows[0] && parcelOf(rows[0])
}

/**
 * The customer has written and nobody answers by machine: what waits for a free way takes this one. The oldest row carries the rest when it is
 * sent.
 */
export async function goWithReply(ctx: Ctx, it: { conversationId: string; token: string; at: Date }): Promise<void> {
  await ctx.trx.raw(
    `update outbox set hold = null, next_at = desk_now(), attempts = 0, reply_token = ?, reply_token_at = ? where id = (
       select id from outbox where conversation_id = ? and ${mayGoFree} order by seq limit 1 for update skip locked)`,
    [it.token, it.at, it.conversationId],
  )
}

/** How many answers of staff to one chat have left with this parcel that had waited: not those that left when they were written. */
export async function answersThatWaited(parcel: { id: string }): Promise<{ count: number; conversationId: string }> {
  const { rows } = await database().machinery.query(
    `select count(*)::int as count, min(conversation_id::text) as conversation_id from outbox
     where event = 'staff.answered' and ((joined_to = $1 and state = 'joined')
       or (id = $1 and state = 'sent' and (reply_token is not null or settled_at > created_at + interval '1 hour')))`,
    [parcel.id],
  )
  return { count: rows[0]?.['count'] ?? 0, conversationId: rows[0]?.['conversation_id'] as string }
}

/** A reply is about to leave into this chat: what waits there goes along, for free. */
export async function takeAlong(parcel: Parcel): Promise<Parcel> {
  const { rows } = await database().machinery.query(
    `with others as (${joining(mayGoFree, '$1::uuid', MOST_TOGETHER)})
     update outbox set messages = ${withOthers} where id = $1 and exists (select 1 from others) returning messages`,
    [parcel.id, parcel.conversationId],
  )
  return rows[0] ? { ...parcel, messages: rows[0]['messages'] as Parcel['messages'] } : parcel
}

const joining = (which: string, lead: string, most: number): string => `
  update outbox set state = 'joined', joined_to = ${lead}, hold = null, next_at = null, settled_at = desk_now()
  where id in (
    select id from outbox where conversation_id = $2 and ${which} and id <> ${lead} and (event <> 'staff.answered' or id in (
      select id from (
        select id, row_number() over (order by seq) as nth, sum(length(messages::text)) over (order by seq) as letters
        from outbox where conversation_id = $2 and event = 'staff.answered' and ${which} and id <> ${lead}) written
      where nth <= ${MOST_LONG_ANSWERS} or letters <= ${MOST_IN_A_BUBBLE}))
    order by seq limit ${most} for update skip locked)
  returning seq, messages`

const withOthers = `messages || coalesce(
  (select jsonb_agg(said.one order by others.seq, said.place) from others, jsonb_array_elements(others.messages) with ordinality as said(one, place)),
  '[]')`
