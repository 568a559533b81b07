import type { Ask, Prepared } from '../../db/tenant-transaction-client.ts'
import { headWrittenBy } from '../../activities/commands.ts'
import type { Ctx, Part } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import type { Spoken } from './open-session.ts'

export class LeaseLost extends Error {}

/** While the turn was thought about, staff took the chat or gave it back: it is to be thought about again. */
export class TurnOutdated extends Error {}

const lane: Prepared = {
  name: 'hold_lane',
  types: 'uuid, bigint',
  sql: 'select id, mode from conversations where id = $1 and lease_no = $2 for no key update',
}

/** Rides in the opening message: the row is ours until the commit, and only with the fence number we were given. */
export const holdingLane = (conversationId: string, leaseNo: number): Ask => ({
  prepared: lane,
  values: [conversationId, leaseNo],
  planOnce: true,
})

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
