import type { Ctx } from '../../context.ts'
import type { Tenant } from '../../tenants/schema.ts'
import { chatId, goesOn, type Place } from '../chat-ids.ts'

/** What the conversation's row says of its sessions. Whoever writes the row writes these three with it. */
export type Spoken = { sessionId: string; sessionAt: Date; reference: string }

/**
 * The session in which something is said: the one that is open, or a new one after half an hour of silence. The row of a new one goes with the
 * flush; the conversation's own columns are written by the caller, who holds its row.
 */
export function openSession(
  ctx: Ctx,
  tenant: Tenant,
  it: Place & { id: string; sessionId: string | null; sessionAt: Date | null; reference: string | null },
  at: Date,
): Spoken {
  const { chatIds, sessionMinutes } = tenant.settings
  const named = (pattern: string) => chatId(pattern, { ...it, at, zone: tenant.zone })
  const reference = it.reference ?? named(chatIds.conversation)
  if (it.sessionId && it.sessionAt && goesOn(it, at, sessionMinutes))
    return { sessionId: it.sessionId, sessionAt: at > it.sessionAt ? at : it.sessionAt, reference }
  const sessionId = ctx.newId()
  ctx.atEnd(() => ({
    sql: `insert into chat_sessions (id, tenant_id, conversation_id, reference, started_at) values (?::uuid, ?::uuid, ?::uuid, ?, ?::timestamptz)`,
    bindings: [sessionId, ctx.tenantId, it.id, named(chatIds.session), at],
  }))
  return { sessionId, sessionAt: at, reference }
}
