import type { Ask, Prepared } from '../../db/tenant-transaction-client.ts'
import { headWrittenBy } from '../../activities/commands.ts'
import { noteNone } from '../../contacts/queries/standing.ts'
import type { Ctx, Part } from '../../context.ts'
import type { Rows } from '../../db/tenant-transaction.ts'
import { opened } from '../../kept-until-changed.ts'
import type { Language } from '../../tenants/schema.ts'
import { noteStaffSilent } from '../queries.ts'
import type { TurnConversation } from '../schema.ts'
import type { Spoken } from './open-session.ts'

export class LeaseLost extends Error {}

/** While the turn was thought about, staff took the chat or gave it back: it is to be thought about again. */
export class TurnOutdated extends Error {}

const lane: Prepared = {
  name: 'hold_lane',
  types: 'uuid, bigint',
  sql: `select c.id, c.mode, c.contact_id,
      (select change from knowledge_changes where tenant_id = c.tenant_id) as knowledge,
      (select change from set_up_changes where tenant_id = c.tenant_id) as set_up,
      exists (select from cases where contact_id = c.contact_id) as has_case,
      exists (select from bookings where contact_id = c.contact_id) as has_booking,
      (select author = 'staff' from messages where conversation_id = c.id order by happened_at desc limit 1) as staff_wrote
    from conversations c where c.id = $1 and c.lease_no = $2 for no key update of c`,
}

type Held = {
  id: string
  mode: TurnConversation['mode']
  contact_id: string | null
  knowledge: string | null
  set_up: string | null
  has_case: boolean
  has_booking: boolean
  staff_wrote: boolean | null
}

/** Rides in the opening message: the row is ours until the commit, and only with the fence number we were given. */
export const holdingLane = (conversationId: string, leaseNo: number): Ask => ({
  prepared: lane,
  values: [conversationId, leaseNo],
  planOnce: true,
})

/** What the opening message read: who is asked for less later. Says in whose hands the chat is now. */
export function laneHeld(ctx: Ctx, [rows]: Rows[]): { mode: TurnConversation['mode'] } {
  const lane = rows?.[0] as Held | undefined
  if (!lane) throw new LeaseLost()
  opened(ctx, { knowledge: lane.knowledge ?? undefined, setUp: lane.set_up ?? undefined })
  if (lane.contact_id && !lane.has_case) noteNone(ctx, 'case', lane.contact_id)
  if (lane.contact_id && !lane.has_booking) noteNone(ctx, 'booking', lane.contact_id)
  if (!lane.staff_wrote) noteStaffSilent(ctx, lane.id)
  return { mode: lane.mode }
}

/** Marks the turn's events as answered and keeps the conversation's state, in the flush of the turn's transaction. */
export function finishTurn(
  ctx: Ctx,
  it: {
    conversationId: string
    contactId: string | null
    eventIds: string[]
    state: Record<string, unknown>
    language: Language | null
    /** where a customer spoke: the session they spoke in */
    spoken?: Spoken | undefined
    /** the lane stays ours when more is waiting in this process */
    keepLease: boolean
  },
): void {
  const head = headWrittenBy(ctx, it.conversationId)
  ctx.atEnd((): Part[] => {
    const moved = head()
    return [
      {
        // not "= 'waiting'": an index of all that waits would then be walked for the few of these ids
        sql: `update inbox set state = 'done' where id = any(?::uuid[]) and state <> 'aside'`,
        bindings: [it.eventIds],
      },
      {
        sql: `update conversations set state = ?::jsonb, language = ?, contact_id = ?::uuid, last_message_at = ?,
                lease_until = case when ? then lease_until end, chain_head = coalesce(?::bytea, chain_head), chain_count = coalesce(?::int, chain_count),
                session_id = coalesce(?::uuid, session_id), session_at = coalesce(?::timestamptz, session_at), reference = coalesce(reference, ?)
              where id = ?::uuid`,
        bindings: [
          JSON.stringify(it.state),
          it.language,
          it.contactId,
          ctx.now,
          it.keepLease,
          moved?.head ?? null,
          moved?.count ?? null,
          it.spoken?.sessionId ?? null,
          it.spoken?.sessionAt ?? null,
          it.spoken?.reference ?? null,
          it.conversationId,
        ],
      },
    ]
  }, 'turn')
}
