import { describe, expect, test } from 'vitest'
import {
  aBooking,
  aBookingKind,
  aCustomer,
  aDatabaseForThisFile,
  anItem,
  aTenant,
  on,
  type TestTenant,
} from '../../test/factories.ts'
import { CatalogueItem, Slot } from '../catalogue/model.ts'
import { updateSettings } from '../tenants/commands.ts'
import { moveMine } from './commands/move-mine.ts'
import { Booking } from './model.ts'
import { cancelTermsOf } from './queries/cancel-terms-of.ts'
import { dayIn } from './day-in.ts'

const database = await aDatabaseForThisFile()

async function aTour(seats: number[]) {
  const tenant = await aTenant(database, { settings: { mostHeldSeats: 10 } })
  const made = await on(tenant, async (ctx) => ({
    kind: (await aBookingKind(ctx)).key,
    item: await anItem(ctx, { seats, priceMinor: 100_000 }),
    ken: (await aCustomer(ctx, { channelId: tenant.channelId, name: 'Ken' })).contact.id,
    mai: (await aCustomer(ctx, { channelId: tenant.channelId, name: 'Mai' })).contact.id,
  }))
  return { tenant, ...made }
}
type Tour = Awaited<ReturnType<typeof aTour>>

const asks = (it: Tour, contactId: string, seats: number, day = 0, as: 'customer' | 'staff' = 'customer') =>
  on(
    it.tenant,
    (ctx) =>
      aBooking(ctx, {
        kind: it.kind,
        contactId,
        itemId: it.item.id,
        slotId: it.item.slotIds[day] ?? '',
        slots: { party_size: seats },
      }),
    as === 'customer' ? { kind: 'contact', id: contactId } : { kind: 'system' },
  )
const seatsOf = async (it: Tour, day = 0) => {
  const slot = await on(it.tenant, (ctx) => Slot.query(ctx.trx).findById(it.item.slotIds[day] ?? ''))
  return slot && { held: slot.held, booked: slot.booked }
}

describe('what one customer may keep from all others', () => {
  test('is so many seats of a departure, however they ask; others, other days and staff are not bound by it', async () => {
    const tour = await aTour([20, 20])
    await asks(tour, tour.ken, 6)
    await expect(asks(tour, tour.ken, 5)).rejects.toMatchObject({
      code: 'hold_too_large',
      facts: { most: 10, held: 6, seats: 5 },
    })
    expect(await seatsOf(tour)).toEqual({ held: 6, booked: 0 })
    await asks(tour, tour.ken, 4)
    await asks(tour, tour.mai, 8)
    await asks(tour, tour.ken, 10, 1)
    await asks(tour, tour.ken, 2, 0, 'staff')
    expect(await seatsOf(tour)).toEqual({ held: 20, booked: 0 })
  })

  test('is counted when ten ask in the same name at once', async () => {
    const tour = await aTour([40])
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => asks(tour, tour.ken, 3)))
    expect(all.filter((it) => it.status === 'fulfilled')).toHaveLength(3)
    for (const it of all) if (it.status === 'rejected') expect(it.reason).toMatchObject({ code: 'hold_too_large' })
    expect(await seatsOf(tour)).toEqual({ held: 9, booked: 0 })
  })

  test('is the tenant’s to say, and what is confirmed counts no more', async () => {
    const tour = await aTour([20])
    await on(tour.tenant, (ctx) => updateSettings(ctx, { mostHeldSeats: 4 }))
    const first = await asks(tour, tour.ken, 4)
    await expect(asks(tour, tour.ken, 1)).rejects.toMatchObject({ code: 'hold_too_large', facts: { most: 4, held: 4 } })
    await on(tour.tenant, (ctx) => Booking.query(ctx.trx).findById(first.id).patch({ seatsState: 'booked' }))
    await asks(tour, tour.ken, 4)
    await on(tour.tenant, (ctx) => updateSettings(ctx, { mostHeldSeats: null }))
    await asks(tour, tour.ken, 12)
  })

  test('is not got round by moving what is held on another day', async () => {
    const tour = await aTour([20, 20])
    await asks(tour, tour.ken, 8)
    const other = await asks(tour, tour.ken, 8, 1)
    await expect(movesTo(tour, other, 0)).rejects.toMatchObject({
      code: 'hold_too_large',
      facts: { most: 10, held: 8 },
    })
    expect([await seatsOf(tour), await seatsOf(tour, 1)]).toEqual([
      { held: 8, booked: 0 },
      { held: 8, booked: 0 },
    ])
  })
})

const movesTo = (it: Tour, booking: Booking, day: number) =>
  on(
    it.tenant,
    async (ctx) => {
      const now = await Booking.query(ctx.trx).findById(booking.id).throwIfNotFound()
      const { seen } = await cancelTermsOf(ctx, now)
      return moveMine(ctx, { bookingId: booking.id, slotId: it.item.slotIds[day] ?? '', seen })
    },
    { kind: 'contact', id: it.ken },
  )

describe('what a booking comes to', () => {
  /** The second day costs 15 % more. */
  async function withPeak(tour: Tour) {
    const dear = await on(tour.tenant, async (ctx) => {
      const slot = await Slot.query(ctx.trx)
        .findById(tour.item.slotIds[1] ?? '')
        .throwIfNotFound()
      const { date } = dayIn(await zoneOf(tour.tenant), slot.startsAt)
      await CatalogueItem.query(ctx.trx)
        .findById(tour.item.id)
        .patch({ data: { peak_surcharge_pct: { [`${date}/${date}`]: 15 } } })
      return date
    })
    return dear
  }
  const zoneOf = async (tenant: TestTenant) =>
    (await database.owner.query('select zone from tenants where id = $1', [tenant.id])).rows[0]?.zone as string

  test('follows it to a dearer day and back, by as much as was told', async () => {
    const tour = await aTour([20, 20])
    await withPeak(tour)
    const asked = await asks(tour, tour.ken, 2)
    expect(asked).toMatchObject({ valueMinor: 200_000, currency: 'THB' })
    const there = await movesTo(tour, asked, 1)
    expect(there).toMatchObject({ outcome: 'moved', differs: { minor: 30_000 }, booking: { valueMinor: 230_000 } })
    const back = await movesTo(tour, there.booking, 0)
    expect(back).toMatchObject({ outcome: 'moved', differs: { minor: -30_000 }, booking: { valueMinor: 200_000 } })
    // asked for that day at once it is kept as it was read back
    expect(await asks(tour, tour.mai, 2, 1)).toMatchObject({ valueMinor: 230_000 })
  })

  test('stays where the catalogue cannot tell, or somebody has agreed on another currency', async () => {
    const tour = await aTour([20, 20])
    await withPeak(tour)
    const asked = await asks(tour, tour.ken, 2)
    await on(tour.tenant, (ctx) =>
      Booking.query(ctx.trx).findById(asked.id).patch({ valueMinor: 5_000, currency: 'USD' }),
    )
    expect((await movesTo(tour, asked, 1)).booking).toMatchObject({ valueMinor: 5_000, currency: 'USD' })
    await on(tour.tenant, (ctx) => CatalogueItem.query(ctx.trx).findById(tour.item.id).patch({ priceMinor: null }))
    expect((await movesTo(tour, asked, 0)).booking).toMatchObject({ valueMinor: 5_000, currency: 'USD' })
  })
})
