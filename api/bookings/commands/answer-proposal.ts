import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import type { Price } from '../../catalogue/queries/prices.ts'
import { Refusal } from '../../errors.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import { dayIn } from '../day-in.ts'
import type { Booking } from '../model.ts'
import { bookingKindOf } from '../queries/booking-kinds.ts'
import { mayBeOffered } from '../schema.ts'
import { differenceOf, moveTo } from './move-to.ts'
import { armReminder } from './remind-of-booking.ts'
import { asSubject, lockBooking } from './timeline.ts'

/**
 * The customer takes the other time, or does not. With a yes the booking is for then, and waits for staff to confirm, with a fresh promise; one that
 * was confirmed stays so, and with a no it is as it was.
 */
export async function answerProposal(
  ctx: Ctx,
  input: { bookingId: string; proposalId: string; accept: boolean },
): Promise<{ booking: Booking; outcome: 'taken' | 'declined' | 'gone'; differs?: Price }> {
  const found = await lockBooking(ctx, input.bookingId)
  if (ctx.actor.kind !== 'contact' || found.contactId !== ctx.actor.id) throw new Refusal('not_found')
  const offer = found.proposal
  if (!offer || offer.id !== input.proposalId || !mayBeOffered(found))
    throw new Refusal('offer_over', { bookingId: found.id })
  const differs = input.accept ? await differenceOf(ctx, found, offer) : undefined
  const change = input.accept && !(await hasPassed(ctx, offer)) ? await moveTo(ctx, found, offer) : undefined
  const outcome = !input.accept ? 'declined' : change ? 'taken' : 'gone'
  const due = await answerDue(ctx, found, change !== undefined)
  const booking = await found.$query(ctx.trx).patchAndFetch({
    ...change,
    ...(due && { answeredAt: null, slaDueAt: due, slaBreachedAt: null }),
    proposal: null,
    updatedAt: ctx.now,
  })
  if (due) armTimer(ctx, 'booking.sla_breach', booking.id, due)
  if (change && booking.stage === 'confirmed') {
    cancelTimers(ctx, booking.id, ['booking.reminder'])
    await armReminder(ctx, booking)
  }
  const event = events[outcome]
  const price = outcome === 'taken' ? differs : undefined
  record(ctx, asSubject(booking), event, { slotId: offer.slotId, date: offer.date, time: offer.time, ...price })
  await notifyStaff(ctx, { event, bookingId: booking.id, facts: { ...price } })
  return { booking, outcome, ...(price && { differs: price }) }
}

/** A yes may come days after the offer. A day without a time has passed when it is over; of what is on sale its seats tell. */
async function hasPassed(ctx: Ctx, { date, time }: NonNullable<Booking['proposal']>): Promise<boolean> {
  if (!date) return false
  const now = dayIn((await tenantById(ctx.tenantId)).zone, ctx.now)
  return date < now.date || (date === now.date && time !== null && time <= now.time)
}

/** Until when staff answer. Nothing is owed of what is confirmed, unless its customer had asked for its end and does not take the other time. */
async function answerDue(ctx: Ctx, it: Booking, isMoved: boolean): Promise<Date | undefined> {
  if (it.stage === 'confirmed' && (isMoved || !it.cancelAskedAt)) return undefined
  const kind = await bookingKindOf(ctx, it)
  return new Date(ctx.now.getTime() + kind.slaMinutes * 60_000)
}

const events = {
  taken: 'booking.offer_accepted',
  declined: 'booking.offer_declined',
  gone: 'booking.offer_lapsed',
} as const
