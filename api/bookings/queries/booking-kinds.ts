import type { Ctx } from '../../context.ts'
import { keptUntilChanged } from '../../kept-until-changed.ts'
import { BookingKind } from '../model.ts'

/** Also those that are out of use, by key. */
export const allBookingKinds = keptUntilChanged('setUp', (ctx) => BookingKind.query(ctx.trx).orderBy('key').execute())

export const activeBookingKinds = async (ctx: Ctx): Promise<BookingKind[]> =>
  (await allBookingKinds(ctx)).filter((it) => it.active)

export const bookingKindByKey = async (ctx: Ctx, key: string): Promise<BookingKind | undefined> =>
  (await activeBookingKinds(ctx)).find((it) => it.key === key)

/** Also those that are not taken any more. */
export const bookingKindsOf = async (ctx: Ctx, ids: string[]): Promise<BookingKind[]> =>
  (await allBookingKinds(ctx)).filter((it) => ids.includes(it.id))

/** The kind of a booking that was read: there is always one. */
export async function bookingKindOf(ctx: Ctx, it: { bookingKindId: string }): Promise<BookingKind> {
  const [kind] = await bookingKindsOf(ctx, [it.bookingKindId])
  if (!kind) throw new Error(`No booking kind ${it.bookingKindId}`)
  return kind
}
