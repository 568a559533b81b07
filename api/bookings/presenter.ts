import { itemsByIds, slotsByIds } from '../catalogue/queries.ts'
import { contactNames } from '../contacts/queries.ts'
import type { Actor, Ctx } from '../context.ts'
import { staffNames } from '../staff/queries.ts'
import type { Booking, BookingKind } from './model.ts'
import { bookingPolicy } from './policy.ts'
import { bookingKindsOf } from './queries/booking-kinds.ts'
import type { BookingView } from './schema.ts'

type Person = { id: string; name: string | null }
type About = {
  kind: BookingKind
  contact: Person | null
  owner: Person | null
  item: { id: string; code: string | null; name: string } | null
  slot: { id: string; startsAt: Date } | null
  viewer: Actor
}

const presentBooking = (it: Booking, about: About): BookingView => ({
  id: it.id,
  reference: it.reference,
  kind: { key: about.kind.key, names: about.kind.names },
  stage: it.stage,
  contact: about.contact,
  owner: about.owner,
  item: about.item && { id: about.item.id, code: about.item.code, name: about.item.name },
  slot: about.slot && { id: about.slot.id, startsAt: about.slot.startsAt.toISOString() },
  seats: it.seats,
  seatsState: it.seatsState,
  holdExpiresAt: it.holdExpiresAt?.toISOString() ?? null,
  source: it.source,
  slots: it.slots,
  valueMinor: it.valueMinor,
  currency: it.currency,
  requestedAt: it.requestedAt.toISOString(),
  slaDueAt: it.slaDueAt?.toISOString() ?? null,
  slaBreachedAt: it.slaBreachedAt?.toISOString() ?? null,
  answeredAt: it.answeredAt?.toISOString() ?? null,
  cancelAskedAt: it.cancelAskedAt?.toISOString() ?? null,
  proposal: it.proposal,
  endedWhy: it.endedWhy,
  can: bookingPolicy.actions(about.viewer, it),
})

/** With everybody and everything on them, in one query a table however many they are. */
export async function presentBookings(ctx: Ctx, bookings: Booking[]): Promise<BookingView[]> {
  const ids = (of: (it: Booking) => string | null) => [...new Set(bookings.map(of).filter((id) => id !== null))]
  const kinds = new Map(
    (
      await bookingKindsOf(
        ctx,
        ids((it) => it.bookingKindId),
      )
    ).map((it) => [it.id, it]),
  )
  const items = new Map(
    (
      await itemsByIds(
        ctx,
        ids((it) => it.itemId),
      )
    ).map((it) => [it.id, it]),
  )
  const slots = new Map(
    (
      await slotsByIds(
        ctx,
        ids((it) => it.slotId),
      )
    ).map((it) => [it.id, it]),
  )
  const contacts = await contactNames(
    ctx,
    bookings.map((it) => it.contactId),
  )
  const owners = await staffNames(
    ctx,
    bookings.map((it) => it.ownerId),
  )
  return bookings.flatMap((it) => {
    const kind = kinds.get(it.bookingKindId)
    if (!kind) return []
    return [
      presentBooking(it, {
        kind,
        contact: it.contactId ? { id: it.contactId, name: contacts.get(it.contactId) ?? null } : null,
        owner: it.ownerId ? { id: it.ownerId, name: owners.get(it.ownerId) ?? null } : null,
        item: (it.itemId && items.get(it.itemId)) || null,
        slot: (it.slotId && slots.get(it.slotId)) || null,
        viewer: ctx.actor,
      }),
    ]
  })
}

export async function presentOne(ctx: Ctx, it: Booking): Promise<BookingView> {
  const [view] = await presentBookings(ctx, [it])
  if (!view) throw new Error(`Booking ${it.id} has no kind`)
  return view
}
