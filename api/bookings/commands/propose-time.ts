import { record } from '../../activities/commands.ts'
import { seatsLeft, slotById } from '../../catalogue/queries.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { cancelTimers } from '../../timers/commands.ts'
import { dayIn } from '../day-in.ts'
import type { Booking } from '../model.ts'
import { mayBeOffered } from '../schema.ts'
import { bookingPolicy } from '../policy.ts'
import { seatsWanted } from '../queries/seats-wanted.ts'
import { asSubject, lockBooking } from './timeline.ts'

export type OtherTime = { slotId: string } | { date: string; time?: string | undefined }

/**
 * Staff cannot do what was asked, or what is confirmed is to be moved: another time is offered, and the customer says yes or no. No seats are
 * held until the yes, and what is confirmed stands until then.
 */
export async function proposeTime(ctx: Ctx, input: { bookingId: string } & OtherTime): Promise<Booking> {
  const found = await lockBooking(ctx, input.bookingId)
  if (!mayBeOffered(found)) throw new Refusal('booking_stage_not_allowed', { bookingId: found.id, from: found.stage })
  bookingPolicy.must(ctx, 'propose', found)
  if (!found.conversationId) throw new Refusal('no_conversation')
  const offered =
    'slotId' in input
      ? { slotId: await onSale(ctx, found, input.slotId), date: null, time: null }
      : { slotId: null, date: await toCome(ctx, input.date), time: input.time ?? null }
  const now = found.proposal
  if (now && now.slotId === offered.slotId && now.date === offered.date && now.time === offered.time) return found
  const proposed = await found.$query(ctx.trx).patchAndFetch({
    proposal: { id: ctx.newId(), ...offered, at: ctx.now.toISOString() },
    ownerId: found.ownerId ?? (ctx.actor.kind === 'staff' ? ctx.actor.id : null),
    answeredAt: found.answeredAt ?? ctx.now,
    updatedAt: ctx.now,
  })
  cancelTimers(ctx, proposed.id, ['booking.sla_breach'])
  record(ctx, asSubject(proposed), 'booking.proposed', offered)
  await notifyStaff(ctx, { event: 'booking.proposed', bookingId: proposed.id })
  await notifyCustomer(ctx, proposed.conversationId, proposed.language, {
    event: 'booking.proposed',
    bookingId: proposed.id,
  })
  return proposed
}

async function onSale(ctx: Ctx, it: Booking, slotId: string): Promise<string> {
  const slot = await slotById(ctx, slotId)
  if (!slot?.open || slot.itemId !== it.itemId || slot.startsAt <= ctx.now)
    throw new Refusal('slot_closed', {}, 'slotId')
  const seats = seatsWanted(it)
  if (seatsLeft(slot) < seats) throw new Refusal('slot_full', { left: seatsLeft(slot), seats }, 'slotId')
  return slot.id
}

async function toCome(ctx: Ctx, date: string): Promise<string> {
  if (date < dayIn((await tenantById(ctx.tenantId)).zone, ctx.now).date) throw new Refusal('slot_closed', {}, 'date')
  return date
}
