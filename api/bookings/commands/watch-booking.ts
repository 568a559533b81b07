import { record } from '../../activities/commands.ts'
import { giveBackSeats } from '../../catalogue/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { Booking } from '../model.ts'
import { isLive } from '../schema.ts'
import { asSubject } from './timeline.ts'

/** A hold ran out before staff confirmed: the seats go back on sale, the request stays. */
export async function releaseHold(ctx: Ctx, bookingIds: string[]): Promise<void> {
  for (const it of await lockBookings(ctx, bookingIds)) {
    if (it.seatsState !== 'held' || !it.slotId || !it.seats || !it.holdExpiresAt || it.holdExpiresAt > ctx.now) continue
    await giveBackSeats(ctx, { slotId: it.slotId, seats: it.seats, from: 'held' })
    await it.$query(ctx.trx).patch({ seatsState: 'released', holdExpiresAt: null, updatedAt: ctx.now })
    record(ctx, asSubject(it), 'booking.hold_expired', { seats: it.seats })
    await notifyStaff(ctx, { event: 'booking.hold_expired', bookingId: it.id })
  }
}

/** Nobody answered a request in its time: the group is told once. */
export async function breachBookingSla(ctx: Ctx, bookingIds: string[]): Promise<void> {
  const over = (await lockBookings(ctx, bookingIds)).filter(
    (it) => isLive(it.stage) && !it.slaBreachedAt && !it.answeredAt && it.slaDueAt && it.slaDueAt <= ctx.now,
  )
  if (over.length === 0) return
  await Booking.query(ctx.trx)
    .findByIds(over.map((it) => it.id))
    .patch({ slaBreachedAt: ctx.now, updatedAt: ctx.now })
  for (const it of over) {
    record(ctx, asSubject(it), 'booking.sla_breached', {})
    await notifyStaff(ctx, { event: 'booking.sla_breach', bookingId: it.id })
  }
}

const lockBookings = (ctx: Ctx, ids: string[]): Promise<Booking[]> =>
  Booking.query(ctx.trx).findByIds(ids).orderBy('id').forNoKeyUpdate().execute()
