import { record } from '../../activities/commands.ts'
import { lockContact } from '../../contacts/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { withdrawFiles } from '../../files/commands/remove-bytes.ts'
import { isSystem, leads } from '../../policy.ts'
import { cancelTimers } from '../../timers/commands.ts'
import { forgetWhatsApp } from '../../whatsapp/queries.ts'
import { type Traces, tracesOf } from '../traces.ts'

/**
 * Erases who a customer is and everything they said, wrote or sent. Their cases and bookings stay as work that was done, without words and
 * without a name, and so do the timelines, which never held any. Whoever writes again from the same account is somebody new. False when it
 * was done before. It cannot be undone.
 */
export async function eraseCustomer(ctx: Ctx, it: { contactId: string }): Promise<boolean> {
  if (!isSystem(ctx.actor) && !leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'erase' })
  // payments and chats before the person, as news of a payment and a turn of theirs take them
  await ctx.trx.raw('select 1 from payments where contact_id = ? order by id for no key update', [it.contactId])
  await ctx.trx.raw(`select 1 from conversations where contact_id = ? and kind = 'direct' order by id for update`, [
    it.contactId,
  ])
  const contact = await lockContact(ctx, it.contactId)
  if (contact.erasedAt) return false
  const traces = await tracesOf(ctx, it)
  await eraseCalls(ctx, traces)
  await eraseWhatWasSent(ctx, traces)
  await eraseWords(ctx, traces)
  await eraseMatters(ctx, traces)
  await eraseChats(ctx, traces)
  await erasePerson(ctx, traces)
  record(
    ctx,
    { kind: 'contact', id: contact.id, chainHead: contact.chainHead, chainCount: contact.chainCount },
    'contact.erased',
  )
  ctx.afterCommit(forgetWhatsApp)
  return true
}

/** Whether a text holds any of some marks (`holding`): one look at each text, however many there are. */
const anyOf = (column: string) => `${column} like any(?::text[])`
const anyIn = (bytes: string) => `${bytes} like any(?::bytea[])`
const holding = (marks: string[]): string[] => marks.map((it) => `%${it.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
const bytesHolding = (marks: string[]): Buffer[] => holding(marks).map((it) => Buffer.from(it))

/** Raw events: all of their own chats, theirs in groups, and what staff wrote to them or called them by. */
async function eraseCalls(ctx: Ctx, it: Traces): Promise<void> {
  // by the chat's key, in either index: everybody's events together are too many to be looked through
  for (const which of [`i.state = 'waiting'`, `i.state <> 'waiting'`])
    await ctx.trx.raw(
      `update inbox i set raw = '', state = 'done', source_id = 'erased:' || c.id from conversations c
       where c.id = any(?::uuid[]) and i.channel_id = c.channel_id and i.source_id = c.source_id and ${which}`,
      [it.conversationIds] as never[],
    )
  await ctx.trx.raw(
    `update inbox i set raw = '' from conversations c
     where c.kind = 'group' and i.channel_id = c.channel_id and i.source_id = c.source_id and i.state <> 'waiting'
       and i.received_at >= ? and ${anyIn('i.raw')}`,
    [it.since, bytesHolding([...it.marks, ...it.staffWords])] as never[],
  )
  await ctx.trx.raw(`delete from idempotency_keys where created_at >= ? and ${anyOf('body::text')}`, [
    it.since,
    holding(it.marks),
  ] as never[])
}

/** Nothing more leaves for them; what left, and cards of theirs that staff were sent, hold nothing any more. */
async function eraseWhatWasSent(ctx: Ctx, it: Traces): Promise<void> {
  const over = `case when state in ('ready', 'sending', 'again') then 'dead' else state end`
  await ctx.trx.raw(
    `update outbox set messages = '[]', body = null, reply_token = null, state = ${over}, hold = null, next_at = null,
       told_at = coalesce(told_at, ?), settled_at = coalesce(settled_at, ?), lease_owner = null, lease_until = null
     where conversation_id = any(?::uuid[])`,
    [ctx.now, ctx.now, it.conversationIds] as never[],
  )
  await ctx.trx.raw(
    `update whatsapp_parts set request = null where outbox_id in (select id from outbox where conversation_id = any(?::uuid[]))`,
    [it.conversationIds] as never[],
  )
  // of what was sent long ago no words are left (see housekeeping), so that only a month of it is read here, by its index;
  // a notice that still waits holds ids only, and is worded from what is true then
  const worded = `exists (select 1 from jsonb_array_elements(messages) one where one->>'type' <> 'notice')`
  await ctx.trx.raw(
    `update outbox set messages = case when ${worded} then '[]' else messages end, body = null,
       state = case when ${worded} then ${over} else state end, told_at = case when ${worded} then coalesce(told_at, ?) else told_at end
     where not conversation_id = any(?::uuid[]) and created_at >= ?
       and (state in ('sent', 'joined') and (messages <> '[]' or body is not null) or state in ('ready', 'sending', 'again', 'unknown', 'dead'))
       and (body is not null or ${worded})
       and (case_id = any(?::uuid[]) or booking_id = any(?::uuid[]) or ${anyOf('messages::text')} or body is not null and ${anyIn('body')})`,
    [
      ctx.now,
      it.conversationIds,
      it.since,
      it.caseIds,
      it.bookingIds,
      holding([...it.marks, ...it.staffWords]),
      bytesHolding(it.marks),
    ] as never[],
  )
}

/** An example keeps the beginning of a very long message. */
const MOST_COMPARED = 1_500

/** What was said and sent, by whomever, and what the engine was taught by it. A model holds no words, only weights of hashes. */
async function eraseWords(ctx: Ctx, it: Traces): Promise<void> {
  await ctx.trx.raw(
    `delete from triage_examples e using messages m where m.id = any(?::uuid[]) and m.direction = 'in' and length(trim(m.body)) > 0
       and e.origin in ('clarified', 'corrected') and e.created_at >= m.happened_at
       and position(E'\\n' || case when length(trim(m.body)) > ? then left(trim(m.body), ?) else trim(m.body) || E'\\n' end in E'\\n' || e.text || E'\\n') > 0`,
    [it.messageIds, MOST_COMPARED, MOST_COMPARED] as never[],
  )
  await withdrawFiles(ctx, it.messageIds)
  await ctx.trx.raw('update files set origin = null where message_id = any(?::uuid[])', [it.messageIds] as never[])
  await ctx.trx.raw(
    `update messages set body = null, content = null, external_id = null, removed_at = coalesce(removed_at, ?) where id = any(?::uuid[])`,
    [ctx.now, it.messageIds] as never[],
  )
  await ctx.trx.raw('delete from notes where case_id = any(?::uuid[]) or booking_id = any(?::uuid[])', [
    it.caseIds,
    it.bookingIds,
  ] as never[])
}

/** What a place was booked for, by no name: so many people, then and there. */
const KEPT_OF_BOOKINGS = ['item', 'date', 'time', 'party_size', 'duration_nights', 'destination']

async function eraseMatters(ctx: Ctx, it: Traces): Promise<void> {
  await ctx.trx.raw(`update cases set slots = '{}', updated_at = ? where id = any(?::uuid[])`, [
    ctx.now,
    it.caseIds,
  ] as never[])
  await ctx.trx.raw(
    `update bookings set slots = coalesce((select jsonb_object_agg(key, value) from jsonb_each(slots) where key = any(?::text[])), '{}'),
       updated_at = ? where id = any(?::uuid[])`,
    [KEPT_OF_BOOKINGS, ctx.now, it.bookingIds] as never[],
  )
  // told of again it is still the same payment, and nobody's
  await ctx.trx.raw(
    `update payments set contact_id = null, order_id = null, amount = null, currency = null where contact_id = ? or case_id = any(?::uuid[])`,
    [it.contactId, it.caseIds] as never[],
  )
}

/** A chat keeps that it took place. A turn that is being taken in it at this moment is not committed: its fence has moved. */
async function eraseChats(ctx: Ctx, it: Traces): Promise<void> {
  await ctx.trx.raw(
    `delete from whatsapp_chats w using conversations c where c.id = any(?::uuid[]) and w.channel_id = c.channel_id and w.source_id = c.source_id`,
    [it.conversationIds] as never[],
  )
  await ctx.trx.raw(
    `update conversations set source_id = 'erased:' || id, state = '{}', reference = null, mode = 'bot', quiet_hours = null, alerts = null,
       lease_no = lease_no + 1, lease_owner = null, lease_until = null where id = any(?::uuid[])`,
    [it.conversationIds] as never[],
  )
  await ctx.trx.raw(
    `update chat_sessions set reference = 'erased-' || left(id::text, 13) where conversation_id = any(?::uuid[])`,
    [it.conversationIds] as never[],
  )
  for (const id of it.conversationIds) cancelTimers(ctx, id, ['conversation.hand_back', 'conversation.window_closing'])
  // their dialogue in a group, and what staff were about to write to them
  await ctx.trx.raw(
    `update conversations set state = jsonb_set(state, '{people}', (state->'people') - ?::text[]) where kind = 'group' and jsonb_exists_any(state->'people', ?::text[])`,
    [it.identities, it.identities] as never[],
  )
  await ctx.trx.raw(
    `update conversations set state = jsonb_set(state, '{replies}', coalesce((
         select jsonb_object_agg(key, value) from jsonb_each(state->'replies') where not ${anyOf('value::text')}), '{}'))
     where (purpose = 'staff' or id in (select c.id from staff_identities i join conversations c on c.channel_id = i.channel_id and c.source_id = i.external_id))
       and ${anyOf(`(state->'replies')::text`)}`,
    [holding(it.marks), holding(it.marks)] as never[],
  )
}

async function erasePerson(ctx: Ctx, it: Traces): Promise<void> {
  await ctx.trx.raw('delete from sessions where contact_id = ? or external_id = any(?::text[])', [
    it.contactId,
    it.identities,
  ] as never[])
  await ctx.trx.raw('delete from group_members where external_id = any(?::text[])', [it.identities] as never[])
  await ctx.trx.raw('update groups set contact_id = null where contact_id = ?', [it.contactId])
  await ctx.trx.raw('delete from contact_identities where contact_id = ?', [it.contactId])
  await ctx.trx.raw(
    `update contacts set name = null, language = null, profile = '{}', flags = '{}', quiet_hours = null, organisation_id = null,
       blocked_at = coalesce(blocked_at, ?), erased_at = ?, updated_at = ? where id = ?`,
    [ctx.now, ctx.now, ctx.now, it.contactId],
  )
}
