import type { Ctx } from '../../context.ts'

export const MAX_NOTE = 5_000

/** An internal note of staff on a case or booking: words that may be erased, so they are not in the timeline. */
export async function keepNote(ctx: Ctx, it: { caseId?: string; bookingId?: string; text: string }): Promise<string> {
  const id = ctx.newId()
  await ctx.trx.raw(
    `insert into notes (id, tenant_id, case_id, booking_id, staff_id, body, created_at) values (?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      ctx.tenantId,
      it.caseId ?? null,
      it.bookingId ?? null,
      ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      it.text.replaceAll('\u0000', ''),
      ctx.now,
    ] as never[],
  )
  return id
}
