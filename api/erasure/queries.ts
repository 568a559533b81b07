import type { Ctx } from '../context.ts'

/** Their chats, cases and bookings. */
export async function idsOf(ctx: Ctx, contactId: string): Promise<Set<string>> {
  const { rows } = (await ctx.trx.raw(
    `select id from conversations where contact_id = :contactId and kind = 'direct' union all select id from cases where contact_id = :contactId
     union all select id from bookings where contact_id = :contactId`,
    { contactId },
  )) as { rows: { id: string }[] }
  return new Set(rows.map((it) => it.id))
}
