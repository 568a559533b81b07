import { setTimeout as pause } from 'node:timers/promises'
import { database } from '../../db/connection.ts'
import { thisProcess } from '../../process.ts'
import type { Outcome } from '../schema.ts'

type Settled = { id: string; outcome: Outcome; done: () => void; failed: (trouble: Error) => void }

/** Nobody waits for how a try ended: what ends shortly after it is written with it. */
const GATHER_MS = 10
const waiting: Settled[] = []
let writing = false

/** Writes how a try ended. What many tries report at once goes in one statement. */
export function settleParcel(id: string, outcome: Outcome): Promise<void> {
  return new Promise((done, failed) => {
    waiting.push({ id, outcome, done, failed })
    if (!writing) void writeAll()
  })
}

async function writeAll(): Promise<void> {
  writing = true
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 500)
    try {
      await write(batch)
      for (const it of batch) it.done()
    } catch (trouble) {
      for (const it of batch) it.failed(trouble as Error)
    }
    await pause(GATHER_MS)
  }
  writing = false
}

const write = (batch: Settled[]) =>
  database().machinery.query({
    name: 'settle-parcels',
    // the state as an expression: an index of all that is open would else be walked for the few of these ids
    text: `update outbox o set state = n.state,
        sent_as = case when n.held_until is null then coalesce(n.sent_as, o.sent_as) end, attempts = o.attempts + 1,
        cost = case when n.state = 'sent' then case when n.sent_as = 'reply' then 'free' else 'paid' end end,
        recipients = n.recipients, request_id = coalesce(n.request_id, o.request_id), trouble = n.trouble,
        sent_ids = string_to_array(n.sent_ids, ' '),
        next_at = case when n.state = 'again' then desk_now() + n.after_ms * interval '1 millisecond' else n.held_until end,
        hold = case when n.held_until is not null then 'quota' end, body = case when n.held_until is null then o.body end,
        settled_at = case when n.state not in ('again', 'ready') then desk_now() end, lease_owner = null, lease_until = null
      from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::int[], $8::timestamptz[], $10::text[])
        as n(id, state, sent_as, recipients, request_id, trouble, after_ms, held_until, sent_ids)
      where o.id = n.id and o.state || '' = 'sending' and o.lease_owner = $9`,
    values: [
      batch.map((it) => it.id),
      batch.map((it) => (it.outcome.state === 'held' ? 'ready' : it.outcome.state)),
      batch.map((it) => ('sentAs' in it.outcome ? (it.outcome.sentAs ?? null) : null)),
      batch.map((it) => (it.outcome.state === 'sent' ? it.outcome.recipients : null)),
      batch.map((it) => ('requestId' in it.outcome ? (it.outcome.requestId ?? null) : null)),
      batch.map((it) => ('why' in it.outcome ? it.outcome.why : null)),
      batch.map((it) => (it.outcome.state === 'again' ? Math.round(it.outcome.afterMs) : null)),
      batch.map((it) => (it.outcome.state === 'held' ? it.outcome.until : null)),
      thisProcess,
      // an array of arrays would have to be of one length
      batch.map((it) => (it.outcome.state === 'sent' ? (it.outcome.messageIds?.join(' ') ?? null) : null)),
    ],
  })

/** The platform had taken it, and says now that it did not arrive. A process that is still sending it is overruled. */
export async function unsettleParcel(id: string, outcome: Outcome): Promise<void> {
  await database().machinery.query(
    `update outbox set state = $2, trouble = $3, settled_at = case when $2 = 'again' then null else desk_now() end,
        next_at = case when $2 = 'again' then desk_now() + $4 * interval '1 millisecond' end, lease_owner = null, lease_until = null
      where id = $1 and state in ('sending', 'sent')`,
    [
      id,
      outcome.state,
      'why' in outcome ? outcome.why : null,
      outcome.state === 'again' ? Math.round(outcome.afterMs) : null,
    ],
  )
}
