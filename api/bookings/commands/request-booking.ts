import { record } from '../../activities/commands.ts'
import { holdSeats } from '../../catalogue/commands.ts'
import { costOf, itemById, slotById } from '../../catalogue/queries.ts'
import { noteOne } from '../../contacts/queries/standing.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { nextReference } from '../../tenants/commands/next-reference.ts'
import { tenantById } from '../../tenants/queries.ts'
import type { Language } from '../../tenants/schema.ts'
import { armTimer } from '../../timers/commands.ts'
import { Booking } from '../model.ts'
import { bookingKindByKey } from '../queries/booking-kinds.ts'
import { mustLeaveSome } from '../queries/seats-on-hold.ts'
import { valueOn } from '../queries/price-of-move.ts'
import { asSubject } from './timeline.ts'

export type NewBooking = {
  kind: string
  contactId?: string
  conversationId?: string
  itemId?: string
  slotId?: string
  seats?: number
  slots: Record<string, string | number>
  requestedAt: Date
  source: string
  language: Language
}

/** Takes a request to book. Seats of a dated slot are held until staff confirm or the hold runs out; they can never be oversold. */
export async function requestBooking(ctx: Ctx, input: NewBooking): Promise<Booking> {
  const kind = await bookingKindByKey(ctx, input.kind)
  if (!kind) throw new Refusal('booking_kind_unknown', { kind: input.kind }, 'kind')
  const item = input.itemId ? await itemById(ctx, input.itemId) : undefined
  if (input.itemId && (!item?.active || !kind.itemTypes.includes(item.type)))
    throw new Refusal('item_unknown', {}, 'itemId')
  const tenant = await tenantById(ctx.tenantId)
  const seats = input.slotId ? await holdForBooking(ctx, input) : undefined
  const people = seats?.seats ?? numberOf(input.slots['party_size'])
  const day = input.slots['date']
  const when = seats ?? { date: typeof day === 'string' ? day : null }
  const onDay = valueOn({ slots: input.slots, seats: people ?? null }, item, when, tenant.zone)
  const valueMinor =
    onDay?.minor ??
    (item
      ? costOf(item, {
          people,
          amount: numberOf(input.slots['amount']),
          nights: numberOf(input.slots['duration_nights']),
        })
      : null)
  const booking = await Booking.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      reference: await nextReference(ctx, tenant.settings.references.booking, tenant.zone),
      bookingKindId: kind.id,
      stage: 'new',
      contactId: input.contactId ?? null,
      conversationId: input.conversationId ?? null,
      itemId: item?.id ?? null,
      slotId: input.slotId ?? null,
      seats: seats?.seats ?? null,
      seatsState: seats ? 'held' : 'none',
      holdExpiresAt: seats ? new Date(ctx.now.getTime() + tenant.settings.holdMinutes * 60_000) : null,
      source: input.source,
      language: input.language,
      slots: input.slots,
      valueMinor,
      currency: item && valueMinor !== null ? item.currency : null,
      requestedAt: input.requestedAt,
      stageSince: ctx.now,
      slaDueAt: new Date(input.requestedAt.getTime() + kind.slaMinutes * 60_000),
    })
    .returning('*')
  if (input.contactId) noteOne(ctx, 'booking', input.contactId)
  if (booking.slaDueAt) armTimer(ctx, 'booking.sla_breach', booking.id, booking.slaDueAt)
  if (booking.holdExpiresAt) armTimer(ctx, 'booking.hold_expiry', booking.id, booking.holdExpiresAt)
  record(ctx, asSubject(booking), 'booking.requested', { kind: kind.key, source: input.source, seats: booking.seats })
  await notifyStaff(ctx, { event: 'booking.requested', bookingId: booking.id })
  return booking
}

async function holdForBooking(ctx: Ctx, input: NewBooking): Promise<{ seats: number; startsAt: Date }> {
  const slot = await slotById(ctx, input.slotId as string)
  if (!slot || slot.itemId !== input.itemId) throw new Refusal('slot_closed', {}, 'slotId')
  const seats = input.seats ?? numberOf(input.slots['party_size']) ?? 1
  await holdSeats(ctx, { slotId: slot.id, seats })
  if (input.contactId) await mustLeaveSome(ctx, { contactId: input.contactId, slotId: slot.id, more: seats })
  return { seats, startsAt: slot.startsAt }
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
