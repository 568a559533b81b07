import type { Ctx } from '../../context.ts'

/** What a booking is about, by the keys that news is routed by; the provider is the item's. */
export async function bookingMatter(
  ctx: Ctx,
  bookingId: string,
): Promise<{ bookingKind: string; provider: string | null } | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select k.key as "bookingKind", i.data->>'provider' as provider
     from bookings b join booking_kinds k on k.id = b.booking_kind_id left join catalogue_items i on i.id = b.item_id where b.id = ?`,
    [bookingId],
  )) as { rows: { bookingKind: string; provider: string | null }[] }
  return rows[0]
}
