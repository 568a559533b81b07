import { record } from '../../activities/commands.ts'
import { slotById } from '../../catalogue/queries.ts'
import type { Ctx } from '../../context.ts'
import { notifyCustomer } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer } from '../../timers/commands.ts'
import { Booking } from '../model.ts'
import { startsAt } from '../starts-at.ts'
import { asSubject } from './timeline.ts'

/** A confirmed booking is remembered before it begins. One that was confirmed later than that needs no reminding. */
export async function armReminder(ctx: Ctx, it: Booking): Promise<void> {
  const at = await remindAt(ctx, it)
  if (at && at > ctx.now) armTimer(ctx, 'booking.reminder', it.id, at)
}

async function remindAt(ctx: Ctx, it: Booking): Promise<Date | undefined> {
  const { zone, settings } = await tenantById(ctx.tenantId)
  if (settings.reminderHours === null) return undefined
  const slot = it.slotId ? await slotById(ctx, it.slotId) : undefined
  const begins = startsAt(slot?.startsAt ?? null, it.slots, zone)
  return begins && new Date(begins.getTime() - settings.reminderHours * 3_600_000)
}

/** Reminds customers of what is still confirmed; what was moved to a later day is remembered then. */
export async function remindOfBooking(ctx: Ctx, bookingIds: string[]): Promise<void> {
  const bookings = await Booking.query(ctx.trx).findByIds(bookingIds).orderBy('id').forNoKeyUpdate()
  for (const it of bookings) {
    const at = it.stage === 'confirmed' ? await remindAt(ctx, it) : undefined
    if (!at) continue
    if (at > ctx.now) {
      armTimer(ctx, 'booking.reminder', it.id, at)
      continue
    }
    record(ctx, asSubject(it), 'booking.reminded', {})
    await notifyCustomer(ctx, it.conversationId, it.language, { event: 'booking.reminder', bookingId: it.id })
  }
}
