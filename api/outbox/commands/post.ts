import { randomUUID } from 'node:crypto'
import { type Ctx, type Part, perTransaction } from '../../context.ts'
import { LEASE_SECONDS, thisProcess } from '../../process.ts'
import type { Hold, Message, Parcel } from '../schema.ts'

export type NewParcel = {
  channelId: string
  conversationId: string
  event: string
  messages: Message[]
  language: Parcel['language']
  reply?: { token: string; at: Date }
  caseId?: string
  bookingId?: string
  /** news that is not critical: may be put off when there is a reason to */
  mayWait?: boolean
  /** it does not leave now, but then, or with a free reply before */
  held?: { for: Hold; until: Date }
}

/** The parcel that is no message: the bot leaves the group it is addressed to. */
export const LEAVE_GROUP = 'group.leave'

type Deliverer = (parcels: Parcel[]) => void
let deliverer: Deliverer | undefined

/** Who sends as soon as a commit is certain. Without one the rows wait for whoever sweeps the outbox. */
export function onCommitted(deliver: Deliverer | undefined): void {
  deliverer = deliver
}

/** Puts messages in the outbox, in the caller's transaction; they leave once it is committed. */
export function post(ctx: Ctx, it: NewParcel): string {
  const id = ctx.newId()
  postedIn(ctx).push({
    held: it.held,
    id,
    tenantId: ctx.tenantId,
    channelId: it.channelId,
    conversationId: it.conversationId,
    event: it.event,
    caseId: it.caseId ?? null,
    bookingId: it.bookingId ?? null,
    messages: it.messages,
    language: it.language,
    replyToken: it.reply?.token ?? null,
    replyTokenAt: it.reply?.at ?? null,
    body: null,
    retryKey: randomUUID(),
    sentAs: null,
    attempts: 0,
    leaseNo: 0,
    mayWait: it.mayWait ?? false,
  })
  return id
}

type Posted = Parcel & { held: NewParcel['held'] }

/** What this transaction puts in the outbox, so far. */
export const postedIn = perTransaction((ctx): Posted[] => {
  const parcels: Posted[] = []
  ctx.atEnd(() => writeParcels(ctx.tenantId, parcels))
  ctx.afterCommit(() => deliverer?.(parcels.filter((it) => !it.held)))
  return parcels
})

/** The rows are born leased to this process, which tries them at once: no claim, no queue job on the hot path. */
function writeParcels(tenantId: string, parcels: Posted[]): Part | undefined {
  if (parcels.length === 0) return undefined
  const leased = deliverer !== undefined
  return {
    sql: `insert into outbox (id, tenant_id, channel_id, conversation_id, event, case_id, booking_id, messages, language, reply_token,
            reply_token_at, retry_key, may_wait, hold, state, next_at, lease_owner, lease_until)
          select n.id, ?::uuid, n.channel_id, n.conversation_id, n.event, n.case_id, n.booking_id, n.messages::jsonb, n.language, n.reply_token,
            n.reply_token_at, n.retry_key, n.may_wait, n.hold, case when n.hold is null then ? else 'ready' end, coalesce(n.held_until, desk_now()),
            case when n.hold is null then ? end, now() + make_interval(secs => ?)
          from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[],
            ?::bool[], ?::text[], ?::timestamptz[])
            as n(id, channel_id, conversation_id, event, case_id, booking_id, messages, language, reply_token, reply_token_at, retry_key,
              may_wait, hold, held_until)`,
    bindings: [
      tenantId,
      leased ? 'sending' : 'ready',
      leased ? thisProcess : null,
      leased ? LEASE_SECONDS : 0,
      parcels.map((p) => p.id),
      parcels.map((p) => p.channelId),
      parcels.map((p) => p.conversationId),
      parcels.map((p) => p.event),
      parcels.map((p) => p.caseId),
      parcels.map((p) => p.bookingId),
      parcels.map((p) => JSON.stringify(p.messages)),
      parcels.map((p) => p.language),
      parcels.map((p) => p.replyToken),
      parcels.map((p) => p.replyTokenAt),
      parcels.map((p) => p.retryKey),
      parcels.map((p) => p.mayWait),
      parcels.map((p) => p.held?.for ?? null),
      parcels.map((p) => p.held?.until ?? null),
    ],
  }
}
