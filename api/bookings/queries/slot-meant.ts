import { seatsLeft, type Slot } from '../../catalogue/queries.ts'
import { slotsOfDay } from '../../catalogue/queries/slots-by-day.ts'
import type { Ctx } from '../../context.ts'
import { tenantById } from '../../tenants/queries.ts'
import { isDay } from '../../written-slots.ts'
import { dayIn } from '../day-in.ts'
import type { RequestBookingInput } from '../schema.ts'

/**
 * What is on sale at the day and time that somebody wrote, if there are seats enough: then it is that, with its seats, and not a
 * question to staff. A day alone names the only time of that day.
 */
export async function slotMeant(ctx: Ctx, it: RequestBookingInput): Promise<Slot | undefined> {
  const { date, time } = it.slots
  if (!it.itemId || typeof date !== 'string' || !isDay(date)) return undefined
  const { zone } = await tenantById(ctx.tenantId)
  const thatDay = await slotsOfDay(ctx, { itemId: it.itemId, date, zone })
  const meant = time ? thatDay.find((slot) => dayIn(zone, slot.startsAt).time === time) : onlyOne(thatDay)
  const seats = it.seats ?? Number(it.slots['party_size'] ?? 1)
  return meant && seatsLeft(meant) >= seats ? meant : undefined
}

const onlyOne = <T>(all: T[]): T | undefined => (all.length === 1 ? all[0] : undefined)
