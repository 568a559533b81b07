import { database } from '../../db/connection.ts'
import { LEASE_SECONDS, thisProcess } from '../../process.ts'
import type { Lane } from '../schema.ts'
import type { Leased } from './store-inbound.ts'

/** Takes the lane if nobody else holds it. The number is a fence: a commit that brings an older one is refused. */
export async function claimLane(lane: Lane): Promise<Leased | undefined> {
  const { rows } = await database().machinery.query<{ id: string; lease_no: number }>({
    name: 'claim-lane',
    text: `update conversations set lease_owner = $3, lease_no = lease_no + 1, lease_until = now() + make_interval(secs => $4)
      where channel_id = $1 and source_id = $2 and (lease_until is null or lease_until < now() or lease_owner = $3)
      returning id, lease_no`,
    values: [lane.channelId, lane.sourceId, thisProcess, LEASE_SECONDS],
  })
  return rows[0] && { conversationId: rows[0].id, leaseNo: rows[0].lease_no }
}

/** A sign of life for the lanes in hand. One whose turn is committing at this moment needs none, and must not be waited for. */
export async function renewLeases(conversationIds: string[]): Promise<void> {
  await database().machinery.query(
    `with mine as (
       select id from conversations where id = any($1::uuid[]) and lease_owner = $2 order by id for no key update skip locked)
     update conversations c set lease_until = now() + make_interval(secs => $3) from mine where c.id = mine.id`,
    [conversationIds, thisProcess, LEASE_SECONDS],
  )
}

export async function releaseLane(it: Leased): Promise<void> {
  await database().machinery.query(
    'update conversations set lease_until = null where id = $1 and lease_no = $2 and lease_owner = $3',
    [it.conversationId, it.leaseNo, thisProcess],
  )
}

/**
 * Lanes with unanswered events that nobody holds: a crashed process's, or another's whose turn missed the last event. What lies far ahead was
 * written by a clock that has been put back since.
 */
export async function takeAbandonedLanes(limit: number): Promise<(Lane & Leased)[]> {
  const { rows } = await database().machinery.query(
    `with waiting as (
       select distinct channel_id, source_id, tenant_id from (
         select channel_id, source_id, tenant_id from inbox
         where state = 'waiting' and (received_at < desk_now() - interval '900 milliseconds' or received_at > desk_now() + interval '1 minute')
         order by seq limit 2000) i
     ), free as (
       select c.id from conversations c join waiting w using (channel_id, source_id)
       where c.lease_until is null or c.lease_until < now() or c.lease_until > now() + interval '1 minute' limit $3 for no key update of c skip locked)
     , taken as (
       update conversations c set lease_owner = $1, lease_no = c.lease_no + 1, lease_until = now() + make_interval(secs => $2)
       from free where c.id = free.id returning c.id, c.tenant_id, c.channel_id, c.source_id, c.lease_no
     ), born as (
       -- written at the moment when their chat was erased: it is a new person's first word
       insert into conversations (id, tenant_id, channel_id, kind, source_id, lease_owner, lease_no, lease_until)
       select gen_random_uuid(), tenant_id, channel_id, 'direct', source_id, $1, 1, now() + make_interval(secs => $2) from waiting w
       where not exists (select from conversations c where c.channel_id = w.channel_id and c.source_id = w.source_id)
       on conflict (channel_id, source_id) do nothing returning id, tenant_id, channel_id, source_id, lease_no
     )
     select * from taken union all select * from born`,
    [thisProcess, LEASE_SECONDS, limit],
  )
  return rows.map((row) => ({
    conversationId: row.id as string,
    tenantId: row.tenant_id as string,
    channelId: row.channel_id as string,
    sourceId: row.source_id as string,
    leaseNo: row.lease_no as number,
  }))
}

/** Counts a failed try of a turn's events. */
export async function countAttempt(eventIds: string[]): Promise<void> {
  await database().machinery.query('update inbox set attempts = attempts + 1 where id = any($1::uuid[])', [eventIds])
}

/** Sets events aside that keep crashing their handler, so that what stands behind them is answered. */
export async function setAside(eventIds: string[], troubleId: string): Promise<void> {
  await database().machinery.query(`update inbox set state = 'aside', trouble_id = $2 where id = any($1::uuid[])`, [
    eventIds,
    troubleId,
  ])
}
