import { type Ctx, type Part, perTransaction } from '../../context.ts'

export type NewMessage = {
  id: string
  conversationId: string
  sessionId?: string
  direction: 'in' | 'out'
  author: 'customer' | 'bot' | 'staff'
  staffId?: string
  caseId?: string
  bookingId?: string
  externalId?: string
  kind: string
  body?: string
  content?: unknown
  happenedAt: Date
}

/** Keeps what was said, with the flush. The row may still be tied to a case or booking until the transaction ends. */
export function keepMessage(ctx: Ctx, it: Omit<NewMessage, 'id'>): NewMessage {
  const kept = { ...it, id: ctx.newId() }
  messagesOf(ctx).push(kept)
  return kept
}

const messagesOf = perTransaction((ctx): NewMessage[] => {
  const messages: NewMessage[] = []
  ctx.atEnd(() => writeMessages(ctx, messages))
  return messages
})

const writeMessages = (ctx: Ctx, rows: NewMessage[]): Part => ({
  sql: `insert into messages (id, tenant_id, conversation_id, session_id, direction, author, staff_id, case_id, booking_id, external_id, kind, body, content, happened_at)
        select n.id, ?::uuid, n.conversation_id, n.session_id, n.direction, n.author, n.staff_id, n.case_id, n.booking_id, n.external_id, n.kind, n.body, n.content::jsonb, n.happened_at
        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
          as n(id, conversation_id, session_id, direction, author, staff_id, case_id, booking_id, external_id, kind, body, content, happened_at)`,
  bindings: [
    ctx.tenantId,
    rows.map((r) => r.id),
    rows.map((r) => r.conversationId),
    rows.map((r) => r.sessionId ?? null),
    rows.map((r) => r.direction),
    rows.map((r) => r.author),
    rows.map((r) => r.staffId ?? null),
    rows.map((r) => r.caseId ?? null),
    rows.map((r) => r.bookingId ?? null),
    rows.map((r) => r.externalId ?? null),
    rows.map((r) => r.kind),
    // Postgres text holds no NUL; a person cannot type one, a forged event can
    rows.map((r) => r.body?.replaceAll('\u0000', '').toWellFormed() ?? null),
    rows.map((r) => (r.content === undefined ? null : JSON.stringify(r.content))),
    rows.map((r) => r.happenedAt),
  ],
})
