import { database } from '../../db/connection.ts'
import { newId } from '../../ids.ts'
import { LEASE_SECONDS, thisProcess } from '../../process.ts'
import type { Inbound } from '../schema.ts'

/** A lane this process may take at once: it was born or found free, and is leased to us with this fence number. */
export type Leased = { conversationId: string; leaseNo: number }
export type Stored = { fresh: boolean; leased: Leased | undefined; newConversation: boolean }

type Waiter = { event: Inbound; done: (stored: Stored) => void; failed: (trouble: Error) => void }

const MOST_AT_ONCE = 500
const FLUSHES_IN_FLIGHT = 2
const queue: Waiter[] = []
let inFlight = 0

/**
 * Stores one event for good; resolves once the commit is certain. What concurrent requests bring in one event-loop tick goes in one statement.
 * A repeated event id stores nothing (`fresh: false`).
 */
export function storeInbound(event: Inbound): Promise<Stored> {
  return new Promise((done, failed) => {
    queue.push({ event, done, failed })
    if (inFlight < FLUSHES_IN_FLIGHT) {
      inFlight += 1
      setImmediate(() => void flush())
    }
  })
}

async function flush(): Promise<void> {
  while (queue.length > 0) {
    const batch = queue.splice(0, MOST_AT_ONCE)
    await write(batch)
  }
  inFlight -= 1
}

/** A batch that fails for a data reason is halved until the bad event stands alone; its neighbours, other tenants' too, must not suffer. */
async function write(batch: Waiter[]): Promise<void> {
  try {
    const stored = await insert(batch.map((it) => it.event))
    batch.forEach((it, index) => it.done(stored[index] as Stored))
  } catch (trouble) {
    const aboutData = /^2[23]/.test((trouble as { code?: string }).code ?? '')
    if (!aboutData || batch.length === 1) for (const it of batch) it.failed(trouble as Error)
    else {
      await write(batch.slice(0, batch.length / 2))
      await write(batch.slice(batch.length / 2))
    }
  }
}

// All the events' bytes are one parameter, cut up by their lengths: an array of bytes would travel as hexadecimal in quotes, twice as long.
const statement = `
  with clock as materialized (
    select desk_now() as now
  ), incoming as (
    select n.*, substring($7::bytea from n.starts for n.size) as raw
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $8::int[], $9::int[], $10::timestamptz[], $11::uuid[])
      as n(id, tenant_id, channel_id, kind, source_id, event_id, starts, size, happened_at, conversation_id)
  ), stored as (
    insert into inbox (id, tenant_id, channel_id, source_id, event_id, raw, happened_at, received_at)
    select id, tenant_id, channel_id, source_id, event_id, raw,
      -- an SLA starts when the customer spoke, but nobody may claim to have spoken in the future or last week
      greatest(least(happened_at, clock.now), clock.now - interval '24 hours'), clock.now
    from incoming, clock on conflict (channel_id, event_id) do nothing returning id
  ), lanes as (
    select distinct on (channel_id, source_id) channel_id, source_id, tenant_id, kind, conversation_id from incoming order by channel_id, source_id
  ), free as (
    select c.id from conversations c join lanes l using (channel_id, source_id)
    where c.lease_until is null or c.lease_until < now() order by c.id for no key update of c skip locked
  ), taken as (
    update conversations c set lease_owner = $12, lease_no = c.lease_no + 1, lease_until = now() + make_interval(secs => $13)
    from free where c.id = free.id returning c.id, c.channel_id, c.source_id, c.lease_no
  ), born as (
    insert into conversations (id, tenant_id, channel_id, kind, source_id, lease_owner, lease_no, lease_until)
    select conversation_id, tenant_id, channel_id, kind, source_id, $12, 1, now() + make_interval(secs => $13) from lanes l
    where not exists (select from conversations c where c.channel_id = l.channel_id and c.source_id = l.source_id)
    on conflict (channel_id, source_id) do nothing returning id, channel_id, source_id, lease_no
  )
  select i.id, s.id is not null as fresh, b.id is not null as born, coalesce(b.id, t.id) as conversation_id, coalesce(b.lease_no, t.lease_no) as lease_no
  from incoming i left join stored s on s.id = i.id
  left join born b on b.channel_id = i.channel_id and b.source_id = i.source_id
  left join taken t on t.channel_id = i.channel_id and t.source_id = i.source_id`

async function insert(events: Inbound[]): Promise<Stored[]> {
  const ids = events.map(() => newId())
  const { rows } = await database().machinery.query<{
    id: string
    fresh: boolean
    born: boolean
    conversation_id: string | null
    lease_no: number
  }>({
    name: 'store-inbound',
    text: statement,
    values: [
      ids,
      events.map((e) => e.tenantId),
      events.map((e) => e.channelId),
      events.map((e) => e.kind),
      events.map((e) => e.sourceId),
      events.map((e) => e.eventId),
      Buffer.concat(events.map((e) => e.raw)),
      startsOf(events),
      events.map((e) => e.raw.length),
      events.map((e) => e.happenedAt),
      events.map(() => newId()),
      thisProcess,
      LEASE_SECONDS,
    ],
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = byId.get(id)
    return {
      fresh: row?.fresh ?? false,
      newConversation: row?.born ?? false,
      leased: row?.conversation_id ? { conversationId: row.conversation_id, leaseNo: row.lease_no } : undefined,
    }
  })
}

/** Where each event's bytes begin among all of them; Postgres counts from one. */
function startsOf(events: Inbound[]): number[] {
  let next = 1
  return events.map((it) => {
    const start = next
    next += it.raw.length
    return start
  })
}
