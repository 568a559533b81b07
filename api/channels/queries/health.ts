import type { Ctx } from '../../context.ts'
import type { ChannelRow } from '../model.ts'
import type { ChannelHealth, Counted } from '../schema.ts'

type Count = `${'sent' | 'failed' | 'events' | 'aside'}_${'hour' | 'day'}`
type Row = { last_event: Date | null; last_sent: Date | null } & Record<Count, number>

/** How a channel does: what came and went in the last hour and day, and whether its token still works. */
export async function healthOf(ctx: Ctx, channel: ChannelRow): Promise<ChannelHealth> {
  const { rows } = (await ctx.trx.raw(
    `with heard as (
       select received_at, state from inbox where channel_id = :id and received_at > desk_now() - interval '1 day'
     ), sent as (
       select settled_at, state from outbox where channel_id = :id and state in ('sent', 'dead', 'unknown')
         and created_at > desk_now() - interval '2 days' and settled_at > desk_now() - interval '1 day'
     ), hour as (select desk_now() - interval '1 hour' as ago)
     select
       coalesce((select max(received_at) from heard), (select max(last_message_at) from conversations where channel_id = :id)) as last_event,
       (select settled_at from outbox where channel_id = :id and state = 'sent' order by created_at desc limit 1) as last_sent,
       (select count(*) from sent where state = 'sent') as sent_day,
       (select count(*) from sent where state <> 'sent') as failed_day,
       (select count(*) from sent, hour where state = 'sent' and settled_at > ago) as sent_hour,
       (select count(*) from sent, hour where state <> 'sent' and settled_at > ago) as failed_hour,
       (select count(*) from heard) as events_day,
       (select count(*) from heard where state = 'aside') as aside_day,
       (select count(*) from heard, hour where received_at > ago) as events_hour,
       (select count(*) from heard, hour where state = 'aside' and received_at > ago) as aside_hour`,
    { id: channel.id },
  )) as { rows: Row[] }
  const row = rows[0] as Row
  return {
    lastEventAt: row.last_event?.toISOString() ?? null,
    lastSentAt: row.last_sent?.toISOString() ?? null,
    hour: countedIn(row, 'hour'),
    day: countedIn(row, 'day'),
    token: {
      state: channel.tokenState ?? 'unchecked',
      checkedAt: channel.tokenCheckedAt?.toISOString() ?? null,
      since: channel.tokenSince?.toISOString() ?? null,
    },
  }
}

function countedIn(row: Row, span: 'hour' | 'day'): Counted {
  const [sent, failed, events, setAside] = [
    row[`sent_${span}`],
    row[`failed_${span}`],
    row[`events_${span}`],
    row[`aside_${span}`],
  ]
  const all = sent + failed + events
  return { sent, failed, events, setAside, errorRate: all === 0 ? null : (failed + setAside) / all }
}
