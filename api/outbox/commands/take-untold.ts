import type { Ctx } from '../../context.ts'
import { database } from '../../db/connection.ts'
import type { Unreachable } from '../schema.ts'

/** A message that did not arrive, or may not have. */
export type Undelivered = {
  id: string
  event: string
  state: 'dead' | 'unknown'
  trouble: string | null
  /** the customer cannot be told there */
  unreachable: Unreachable | null
  conversationId: string
  caseId: string | null
  bookingId: string | null
}

/** Whose staff do not know yet of messages that failed. */
export async function tenantsWithUntold(): Promise<string[]> {
  const { rows } = await database().machinery.query({
    name: 'tenants-with-untold',
    text: `select distinct tenant_id from outbox where state in ('dead', 'unknown') and told_at is null`,
  })
  return rows.map((row) => row['tenant_id'] as string)
}

/** Marks failed messages (or only one of them) as told and answers them: whoever marks them tells, in the same transaction. */
export async function takeUntold(ctx: Ctx, limit: number, only?: string): Promise<Undelivered[]> {
  const { rows } = (await ctx.trx.raw(
    `update outbox set told_at = ? where id in (
       select id from outbox where state in ('dead', 'unknown') and told_at is null and id = coalesce(?::uuid, id) order by seq limit ? for update skip locked)
     returning id, event, state, trouble, unreachable, conversation_id, case_id, booking_id, seq`,
    [ctx.now, only ?? null, limit] as never[],
  )) as { rows: Record<string, unknown>[] }
  return rows
    .sort((a, b) => Number(a['seq']) - Number(b['seq']))
    .map((row) => ({
      id: row['id'] as string,
      event: row['event'] as string,
      state: row['state'] as Undelivered['state'],
      trouble: row['trouble'] as string | null,
      unreachable: row['unreachable'] as Undelivered['unreachable'],
      conversationId: row['conversation_id'] as string,
      caseId: row['case_id'] as string | null,
      bookingId: row['booking_id'] as string | null,
    }))
}
