import { database } from '../../db/connection.ts'
import { newId } from '../../ids.ts'
import { type MessageStatus, type Part, type PartRequest, ranks } from '../schema.ts'

/** A callback comes within seconds; what none came for is asked about, then every hour as long as a phone may be off. */
const FIRST_LOOK = '2 minutes'
const NEXT_LOOK = '1 hour'
const LAST_LOOK = '3 days'

/** Writes down what a parcel will be on WhatsApp, before any of it is asked for. Undefined when another try has done so this moment. */
export async function keepParts(
  parcel: { id: string; tenantId: string; channelId: string },
  requests: PartRequest[],
  template: boolean,
): Promise<Part[] | undefined> {
  const parts = requests.map(
    (request, position): Part => ({
      id: newId(),
      position,
      template,
      request,
      askedAt: null,
      messageSid: null,
      status: null,
      errorCode: null,
    }),
  )
  const { rowCount } = await database().machinery.query({
    name: 'whatsapp-keep-parts',
    text: `insert into whatsapp_parts (id, tenant_id, channel_id, outbox_id, position, template, request)
      select n.id, $1, $2, $3, n.position, $4, n.request::jsonb from unnest($5::uuid[], $6::int[], $7::text[]) as n(id, position, request)
      on conflict (outbox_id, position) do nothing`,
    values: [
      parcel.tenantId,
      parcel.channelId,
      parcel.id,
      template,
      parts.map((it) => it.id),
      parts.map((it) => it.position),
      parts.map((it) => JSON.stringify(it.request)),
    ],
  })
  return rowCount === parts.length ? parts : undefined
}

/** From now on nobody can say whether it went, until Twilio answers. False when another try has asked for it since it was read. */
export async function askingFor(part: Pick<Part, 'id' | 'askedAt'>): Promise<boolean> {
  const { rowCount } = await database().machinery.query({
    name: 'whatsapp-asking-for',
    text: `update whatsapp_parts set asked_at = desk_now()
      where id = $1 and message_sid is null and date_trunc('milliseconds', asked_at) is not distinct from $2::timestamptz`,
    values: [part.id, part.askedAt],
  })
  return rowCount === 1
}

/** It was refused outright, or was never there: it may be asked for again. */
export async function notAsked(partId: string): Promise<void> {
  await database().machinery.query('update whatsapp_parts set asked_at = null where id = $1 and message_sid is null', [
    partId,
  ])
}

/** Twilio has taken it. A callback may have come before this answer: what it said is told back. */
export async function takenAs(partId: string, sid: string): Promise<{ failed: boolean; errorCode: number | null }> {
  const { rows } = await database().machinery.query<{ rank: number; error_code: number | null }>({
    name: 'whatsapp-taken-as',
    text: `update whatsapp_parts set message_sid = $2, look_at = case when rank < ${ranks.failed} then desk_now() + interval '${FIRST_LOOK}' end
      where id = $1 returning rank, error_code`,
    values: [partId, sid],
  })
  return { failed: rows[0]?.rank === ranks.failed, errorCode: rows[0]?.error_code ?? null }
}

/** Which of these messages belong to a part already: a look-up must not take another's for its own. */
export async function sidsInUse(sids: string[]): Promise<Set<string>> {
  const { rows } = await database().machinery.query<{ message_sid: string }>(
    'select message_sid from whatsapp_parts where message_sid = any($1)',
    [sids],
  )
  return new Set(rows.map((it) => it.message_sid))
}

export type Heard = { tenantId: string; parcelId: string; template: boolean }

/**
 * A status callback. Nothing is told back when it says nothing new: a repeated or late one, or one of a message that was asked for
 * anew since.
 */
export async function noteStatus(it: {
  channelId: string
  partId: string
  sid: string
  status: MessageStatus
  errorCode: number | null
}): Promise<Heard | undefined> {
  const { rows } = await database().machinery.query<{ tenant_id: string; outbox_id: string; template: boolean }>({
    name: 'whatsapp-note-status',
    text: `update whatsapp_parts set message_sid = coalesce(message_sid, $3), status = $4, rank = $5, error_code = $6,
        request = case when $5 >= ${ranks.delivered} then null else request end,
        look_at = case when $5 < ${ranks.failed} then coalesce(look_at, desk_now() + interval '${FIRST_LOOK}') end
      where id = $1 and channel_id = $2 and (message_sid is null or message_sid = $3) and rank < $5
      returning tenant_id, outbox_id, template`,
    values: [it.partId, it.channelId, it.sid, it.status, ranks[it.status], it.errorCode],
  })
  const row = rows[0]
  if (!row) return undefined
  await tellOutbox(row.outbox_id)
  return { tenantId: row.tenant_id, parcelId: row.outbox_id, template: row.template }
}

export type PartToLookAt = { id: string; channelId: string; sid: string }

/** Messages to ask the platform about now, the longest due first. Each is due again in an hour, whoever asks and however that ends. */
export async function partsToLookAt(limit: number): Promise<PartToLookAt[]> {
  const { rows } = await database().machinery.query<{ id: string; channel_id: string; message_sid: string }>({
    name: 'whatsapp-parts-to-look-at',
    text: `update whatsapp_parts set look_at = case when asked_at > desk_now() - interval '${LAST_LOOK}' then desk_now() + interval '${NEXT_LOOK}' end
      where id in (select id from whatsapp_parts where look_at <= desk_now() order by look_at limit $1 for update skip locked)
      returning id, channel_id, message_sid`,
    values: [limit],
  })
  return rows.flatMap((row) =>
    row.message_sid ? [{ id: row.id, channelId: row.channel_id, sid: row.message_sid }] : [],
  )
}

/** The platform has forgotten the message: nothing more will be known of it. */
export async function noMoreLooks(partId: string): Promise<void> {
  await database().machinery.query('update whatsapp_parts set look_at = null where id = $1', [partId])
}

/** A parcel has come as far as its slowest part; one that failed is a failure, and what was given up and arrived after all was sent. */
async function tellOutbox(outboxId: string): Promise<void> {
  await database().machinery.query({
    name: 'whatsapp-tell-outbox',
    text: `update outbox o set delivery = n.delivery, delivered_at = case when n.arrived then coalesce(o.delivered_at, desk_now()) end,
        state = case when n.arrived and o.state = 'dead' then 'sent' else o.state end,
        trouble = case when n.arrived and o.state = 'dead' then null else o.trouble end
      from (select min(rank) >= ${ranks.delivered} as arrived, case when bool_or(rank = ${ranks.failed}) then 'failed'
          when min(rank) >= ${ranks.read} then 'read' when min(rank) >= ${ranks.delivered} then 'delivered'
          when min(rank) >= ${ranks.sent} then 'sent' end as delivery
        from whatsapp_parts where outbox_id = $1) n
      where o.id = $1 and n.delivery is distinct from o.delivery`,
    values: [outboxId],
  })
}

/** What failed is asked for anew, under a name that callbacks of the failed message do not know. */
export async function askAgain(parcelId: string): Promise<void> {
  await database().machinery.query(
    `update whatsapp_parts set id = gen_random_uuid(), asked_at = null, message_sid = null, status = null, rank = 0, error_code = null, look_at = null
     where outbox_id = $1 and rank = ${ranks.failed}`,
    [parcelId],
  )
}

/** What did not arrive must be said another way (a template): it is planned from the beginning. */
export async function planAgain(parcelId: string): Promise<void> {
  await database().machinery.query('delete from whatsapp_parts where outbox_id = $1', [parcelId])
}
