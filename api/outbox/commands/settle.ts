import { setTimeout as pause } from 'node:timers/promises'
import { database } from '../../db/connection.ts'
import { thisProcess } from '../../process.ts'
import type { Outcome } from '../schema.ts'

/** A parcel as it was taken up for this try. */
type Tried = { id: string; leaseNo: number }
type Settled = { it: Tried; outcome: Outcome; done: (settled: boolean) => void; failed: (trouble: Error) => void }

/** Nobody waits for how a try ended: what ends shortly after it is written with it. */
const GATHER_MS = 10
const waiting: Settled[] = []
let writing = false

/**
 * Writes how a try ended. What many tries report at once goes in one statement. False when the parcel was taken up anew since, or the
 * platform has said what became of it: that stands.
 */
export function settleParcel(it: Tried, outcome: Outcome): Promise<boolean> {
  return new Promise((done, failed) => {
    waiting.push({ it: { id: it.id, leaseNo: it.leaseNo }, outcome, done, failed })
    if (!writing) void writeAll()
  })
}

async function writeAll(): Promise<void> {
  writing = true
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 500)
    try {
      const { rows } = await write(batch)
      const settled = new Set(rows.map((row) => row.id))
      for (const { it, done } of batch) done(settled.has(it.id))
    } catch (trouble) {
      for (const { failed } of batch) failed(trouble as Error)
    }
    await pause(GATHER_MS)
  }
  writing = false
}

const write = (batch: Settled[]) =>
  database().machinery.query<{ id: string }>({
    name: 'settle-parcels',
    // the state as an expression: an index of all that is open would else be walked for the few of these ids
    text: `update outbox o set state = n.state,
        sent_as = case when n.held_until is null then coalesce(n.sent_as, o.sent_as) end, attempts = o.attempts + 1,
        cost = case when n.state = 'sent' then case when n.sent_as = 'reply' then 'free' else 'paid' end end,
        recipients = n.recipients, request_id = coalesce(n.request_id, o.request_id), trouble = n.trouble, unreachable = n.unreachable,
        sent_ids = string_to_array(n.sent_ids, ' '),
        next_at = case when n.state = 'again' then desk_now() + n.after_ms * interval '1 millisecond' else n.held_until end,
        hold = case when n.held_until is not null then 'quota' end, body = case when n.held_until is null then o.body end,
        settled_at = case when n.state not in ('again', 'ready') then desk_now() end, lease_owner = null, lease_until = null
      from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::int[], $8::timestamptz[], $10::text[],
          $11::int[], $12::text[])
        as n(id, state, sent_as, recipients, request_id, trouble, after_ms, held_until, sent_ids, lease_no, unreachable)
      where o.id = n.id and o.state || '' = 'sending' and o.lease_owner = $9 and o.lease_no = n.lease_no returning o.id`,
    values: [
      batch.map(({ it }) => it.id),
      batch.map((it) => (it.outcome.state === 'held' ? 'ready' : it.outcome.state)),
      batch.map((it) => ('sentAs' in it.outcome ? (it.outcome.sentAs ?? null) : null)),
      batch.map((it) => (it.outcome.state === 'sent' ? it.outcome.recipients : null)),
      batch.map((it) => ('requestId' in it.outcome ? (it.outcome.requestId ?? null) : null)),
      batch.map((it) => ('why' in it.outcome ? (it.outcome.why ?? null) : null)),
      batch.map((it) => (it.outcome.state === 'again' ? Math.round(it.outcome.afterMs) : null)),
      batch.map((it) => (it.outcome.state === 'held' ? it.outcome.until : null)),
      thisProcess,
      // an array of arrays would have to be of one length
      batch.map((it) => (it.outcome.state === 'sent' ? (it.outcome.messageIds?.join(' ') ?? null) : null)),
      batch.map(({ it }) => it.leaseNo),
      batch.map((it) => unreachableIn(it.outcome)),
    ],
  })

const unreachableIn = (it: Outcome) => ('unreachable' in it ? (it.unreachable ?? null) : null)

/**
 * The platform had taken it, and says now that it did not arrive. A process that is still sending it is overruled: this was its try.
 * False when the parcel has ended, or waits for its next try, already.
 */
export async function unsettleParcel(id: string, outcome: Outcome): Promise<boolean> {
  const { rowCount } = await database().machinery.query(
    `update outbox set state = $2, trouble = $3, settled_at = case when $2 = 'again' then null else desk_now() end,
        attempts = attempts + case when state = 'sending' then 1 else 0 end, unreachable = $5,
        next_at = case when $2 = 'again' then desk_now() + $4 * interval '1 millisecond' end, lease_owner = null, lease_until = null
      where id = $1 and state in ('sending', 'sent')`,
    [
      id,
      outcome.state,
      'why' in outcome ? outcome.why : null,
      outcome.state === 'again' ? Math.round(outcome.afterMs) : null,
      unreachableIn(outcome),
    ],
  )
  return rowCount === 1
}
