import { expect, test } from 'vitest'
import { slotById } from '../../catalogue/queries.ts'
import { aBooking, aBookingKind, aDatabaseForThisFile, anItem, aStaff, aTenant, on } from '../../../test/factories.ts'
import { confirmBooking } from './confirm-booking.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database)
const staff = await on(tenant, (ctx) => aStaff(ctx, { channelId: tenant.channelId }))

const seatsOf = (slotId: string) => on(tenant, (ctx) => slotById(ctx, slotId))
const confirm = (bookingId: string) => on(tenant, (ctx) => confirmBooking(ctx, { bookingId }), staff.actor)

/** A request for a dated slot whose seats were never held, as one that was written by an import. */
async function withoutSeats(capacity: number) {
  return on(tenant, async (ctx) => {
    const kind = await aBookingKind(ctx)
    const item = await anItem(ctx, { seats: [capacity] })
    const [slotId = ''] = item.slotIds
    const booking = await aBooking(ctx, { kind: kind.key, itemId: item.id })
    await booking.$query(ctx.trx).patch({ slotId, seats: 2 })
    return { id: booking.id, slotId }
  })
}

test('seats that nobody held are taken when staff confirm', async () => {
  const { id, slotId } = await withoutSeats(4)
  expect(await confirm(id)).toMatchObject({ stage: 'confirmed', seatsState: 'booked' })
  expect(await seatsOf(slotId)).toMatchObject({ held: 0, booked: 2 })
})

test('and are refused when too few are left', async () => {
  const { id, slotId } = await withoutSeats(1)
  await expect(confirm(id)).rejects.toMatchObject({ code: 'slot_full', facts: { left: 1, seats: 2 } })
  expect(await seatsOf(slotId)).toMatchObject({ held: 0, booked: 0 })
})
