import { beforeAll, describe, expect, test } from 'vitest'
import { anApiServerForThisFile } from '../../test/api-server.ts'
import {
  aBooking,
  aBookingKind,
  aCustomer,
  aDatabaseForThisFile,
  anItem,
  aSlot,
  aTenant,
  moveClock,
  on,
} from '../../test/factories.ts'
import { CatalogueItem, Slot } from '../catalogue/model.ts'
import { importContact } from '../contacts/commands.ts'
import { Conversation } from '../conversations/model.ts'
import type { ConversationState } from '../conversations/schema.ts'
import { signLink } from '../links.ts'
import { OutboxRow } from '../outbox/model.ts'
import { putBookingKind } from './commands/put-booking-kind.ts'
import { dayIn } from './day-in.ts'

const database = await aDatabaseForThisFile()
const tenant = await aTenant(database, { name: 'AsiaTravelPlan', language: 'en' })
const desk = await anApiServerForThisFile()

describe('a booking from the API', () => {
  test('is found by the customer’s phone, and by the item in any of its languages', async () => {
    const key = tenant.apiKey
    const { kind, item, contactId } = await on(tenant, async (ctx) => {
      const it = await anItem(ctx, { name: 'Krabi by kayak', seats: [4] })
      await CatalogueItem.query(ctx.trx)
        .findById(it.id)
        .patch({ names: { th: 'พายเรือคายัคกระบี่', ja: 'クラビ・カヤック' } })
      const contactId = await importContact(ctx, {
        name: 'Somying',
        identities: [{ kind: 'phone', value: '+66812349876' }],
      })
      return { kind: await aBookingKind(ctx), item: it, contactId }
    })
    const asked = await desk.call('POST /v1/bookings', {
      key,
      body: { kind: kind.key, contactId, itemId: item.id, slotId: item.slotIds[0], seats: 1 },
    })
    expect(asked.status).toBe(201)
    for (const words of ['812349876', 'คายัค', 'カヤック', 'krabi'])
      expect(await desk.call(`GET /v1/bookings?search=${encodeURIComponent(words)}`, { key }), words).toMatchObject({
        body: { total: 1, items: [{ reference: asked.body['reference'] }] },
      })
    expect(await desk.call('GET /v1/bookings?search=555000', { key })).toMatchObject({ body: { total: 0 } })
  })

  test('is requested for a customer, found, moved, confirmed and cancelled; its seats follow', async () => {
    const key = tenant.apiKey
    const { kind, item, customer } = await on(tenant, async (ctx) => ({
      kind: await aBookingKind(ctx),
      item: await anItem(ctx, { name: 'Ayutthaya by boat', seats: [4] }),
      customer: await aCustomer(ctx, { channelId: tenant.channelId, name: 'Ken' }),
    }))
    const [slotId = ''] = item.slotIds
    const seats = () => on(tenant, (ctx) => Slot.query(ctx.trx).findById(slotId).throwIfNotFound())
    const asked = await desk.call('POST /v1/bookings', {
      key,
      body: {
        kind: kind.key,
        contactId: customer.contact.id,
        itemId: item.id,
        slotId,
        seats: 3,
        slots: { name: 'Ken' },
      },
    })
    expect(asked).toMatchObject({
      status: 201,
      body: {
        stage: 'new',
        contact: { name: 'Ken' },
        item: { name: 'Ayutthaya by boat' },
        slot: { id: slotId },
        seats: 3,
        seatsState: 'held',
        valueMinor: 450_000,
        currency: 'THB',
        source: 'api',
      },
    })
    expect(await seats()).toMatchObject({ held: 3, booked: 0 })
    const path = `/v1/bookings/${String(asked.body['id'])}`
    for (const query of [
      `search=ayutthaya`,
      `search=KEN`,
      `kind=${kind.key}`,
      `contact=${customer.contact.id}`,
      `search=${String(asked.body['reference'])}`,
    ])
      expect(await desk.call(`GET /v1/bookings?${query}`, { key })).toMatchObject({ status: 200, body: { total: 1 } })

    const tooMany = await desk.call('POST /v1/bookings', {
      key,
      body: { kind: kind.key, itemId: item.id, slotId, seats: 2 },
    })
    expect(tooMany).toMatchObject({ status: 409, body: { code: 'slot_full', facts: { left: 1, seats: 2 } } })

    expect(await desk.call(`POST ${path}/move`, { key, body: { to: 'quoted' } })).toMatchObject({
      status: 200,
      body: { stage: 'quoted' },
    })
    expect(await desk.call(`POST ${path}/confirm`, { key })).toMatchObject({
      status: 409,
      body: { code: 'booking_stage_not_allowed' },
    })
    expect(await desk.call(`POST ${path}/move`, { key, body: { to: 'accepted' } })).toMatchObject({ status: 200 })
    expect(await desk.call(`POST ${path}/confirm`, { key })).toMatchObject({
      status: 200,
      body: { stage: 'confirmed', seatsState: 'booked' },
    })
    expect(await seats()).toMatchObject({ held: 0, booked: 3 })
    expect(await desk.call(`POST ${path}/take`, { key })).toMatchObject({ status: 403 })
    expect(await desk.call(`POST ${path}/decline`, { key, body: { why: 'x' } })).toMatchObject({ status: 409 })
    expect(await desk.call(`POST ${path}/cancel`, { key, body: {} })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'why' }] },
    })
    expect(await desk.call(`POST ${path}/cancel`, { key, body: { why: 'ill' } })).toMatchObject({
      status: 200,
      body: { stage: 'cancelled', endedWhy: 'ill', can: ['note'] },
    })
    expect(await seats()).toMatchObject({ held: 0, booked: 0 })
  })

  test('names what is wrong', async () => {
    const key = tenant.apiKey
    const kind = await on(tenant, (ctx) => aBookingKind(ctx))
    const nobody = '00000000-0000-7000-8000-000000000000'
    const ask = (body: object) => desk.call('POST /v1/bookings', { key, body })
    expect(await ask({ kind: 'nonsense' })).toMatchObject({ status: 422, body: { code: 'booking_kind_unknown' } })
    expect(await ask({ kind: kind.key, itemId: nobody })).toMatchObject({ status: 422, body: { code: 'item_unknown' } })
    expect(await ask({ kind: kind.key, contactId: nobody })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'contactId' }] },
    })
    expect(await ask({ kind: kind.key, seats: 0, contactId: 'me' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'contactId' }, { field: 'seats' }] },
    })
    const item = await on(tenant, (ctx) => anItem(ctx, { seats: [4] }))
    await on(tenant, (ctx) =>
      Slot.query(ctx.trx)
        .findById(item.slotIds[0] ?? '')
        .patch({ open: false }),
    )
    expect(await ask({ kind: kind.key, itemId: item.id, slotId: item.slotIds[0], seats: 1 })).toMatchObject({
      status: 409,
      body: { code: 'slot_closed' },
    })
  })
})

describe('the customer’s form', () => {
  const draft: ConversationState = {
    greetedAt: '2026-11-20T00:00:00Z',
    draft: {
      id: 'd',
      dialogue: 'book',
      kind: 'catalog_tour',
      answers: { party_size: 4, date: '2026-12-12', agreed: true, chatter: 'x' },
      startedAt: '2026-11-20T00:00:00Z',
    },
  }
  let itemId: string
  let slotIds: string[]

  beforeAll(async () => {
    await on(tenant, async (ctx) => {
      await aBookingKind(ctx, { key: 'catalog_tour' })
      const item = await anItem(ctx, { name: 'Luang Prabang', seats: [2, 8] })
      itemId = item.id
      slotIds = item.slotIds
    })
  })

  const aGuest = (name: string) =>
    on(tenant, (ctx) => aCustomer(ctx, { channelId: tenant.channelId, name, language: 'ja', state: draft }))
  const refOf = (conversationId: string, expiresAt?: Date) =>
    signLink({ kind: 'form', tenantId: tenant.id, subjectId: conversationId, ...(expiresAt && { expiresAt }) })

  test('opens filled with what the chat knows', async () => {
    const guest = await aGuest('Yuki')
    const form = await desk.call(`GET /v1/me/booking-form?ref=${refOf(guest.conversationId)}`)
    expect(form).toMatchObject({
      status: 200,
      body: {
        tenant: 'AsiaTravelPlan',
        person: guest.contact.id,
        zone: 'Asia/Bangkok',
        language: 'ja',
        draft: { kind: 'catalog_tour', slots: { party_size: 4, date: '2026-12-12' } },
      },
    })
    expect((form.body['draft'] as { slots: object }).slots).toEqual({ party_size: 4, date: '2026-12-12' })
    const items = form.body['items'] as { id: string; slots: { seatsLeft: number }[] }[]
    expect(items.find((it) => it.id === itemId)?.slots.map((it) => it.seatsLeft)).toEqual([2, 8])
  })

  test('books for that person, tells the chat, and the chat forgets its draft', async () => {
    const guest = await aGuest('Yuki')
    await database.owner.query(
      "update conversations set lease_owner = 'p', lease_no = 5, lease_until = now() + interval '5 s' where id = $1",
      [guest.conversationId],
    )
    const body = {
      ref: refOf(guest.conversationId),
      kind: 'catalog_tour',
      itemId,
      slotId: slotIds[1],
      seats: 4,
      slots: { name: 'Yuki' },
    }
    const asked = await desk.call('POST /v1/me/bookings', { body })
    expect(asked).toMatchObject({
      status: 201,
      body: { stage: 'new', source: 'form', contact: { name: 'Yuki' }, seats: 4, seatsState: 'held', can: ['cancel'] },
    })
    const { chat, told } = await on(tenant, async (ctx) => ({
      chat: await Conversation.query(ctx.trx).findById(guest.conversationId).throwIfNotFound(),
      told: await OutboxRow.query(ctx.trx).where('conversation_id', guest.conversationId),
    }))
    expect(chat.state).toEqual({ greetedAt: '2026-11-20T00:00:00Z', about: { bookingId: asked.body['id'] } })
    expect(chat.leaseNo).toBe(6)

    const mine = (ref: string) => desk.call(`GET /v1/me/bookings/${String(asked.body['id'])}?ref=${ref}`)
    await desk.call(`POST /v1/bookings/${String(asked.body['id'])}/confirm`, { key: tenant.apiKey })
    expect(await mine(body.ref)).toMatchObject({ status: 200, body: { stage: 'confirmed', seatsState: 'booked' } })
    await desk.call(`POST /v1/bookings/${String(asked.body['id'])}/cancel`, {
      key: tenant.apiKey,
      body: { why: 'never pays' },
    })
    expect(await mine(body.ref)).toMatchObject({ body: { stage: 'cancelled', endedWhy: null } })
    expect(await mine(refOf((await aGuest('Ken')).conversationId))).toMatchObject({ status: 404 })
    expect(told).toMatchObject([{ event: 'booking.requested', bookingId: asked.body['id'], language: 'ja' }])
  })

  test('tells what it comes to on that day, as the booking is given it', async () => {
    const tour = await on(tenant, async (ctx) => {
      const made = await anItem(ctx, { name: 'Dearer at the end', seats: [8, 8], priceMinor: 100_000 })
      const second = await Slot.query(ctx.trx)
        .findById(made.slotIds[1] ?? '')
        .throwIfNotFound()
      const { date } = dayIn('Asia/Bangkok', second.startsAt)
      await CatalogueItem.query(ctx.trx)
        .findById(made.id)
        .patch({ data: { peak_surcharge_pct: { [`${date}/${date}`]: 15 } } })
      return { ...made, date }
    })
    const guest = await aGuest('Yuki')
    const ref = refOf(guest.conversationId)
    const price = async (query: string, itemId = tour.id) =>
      (await desk.call(`GET /v1/me/price?ref=${ref}&itemId=${itemId}&${query}`)).body
    expect(await price(`people=3&slotId=${tour.slotIds[0]}`)).toEqual({ total: { minor: 300_000, currency: 'THB' } })
    expect(await price(`people=3&slotId=${tour.slotIds[1]}`)).toEqual({ total: { minor: 345_000, currency: 'THB' } })
    expect(await price(`people=3&date=${tour.date}`)).toEqual({ total: { minor: 345_000, currency: 'THB' } })
    expect(await price('')).toEqual({ total: null })
    expect(await price('people=3', '00000000-0000-7000-8000-000000000000')).toEqual({ total: null })
    expect(await desk.call(`GET /v1/me/price?itemId=${tour.id}`)).toMatchObject({ status: 401 })
    const body = { ref, kind: 'catalog_tour', itemId: tour.id, slotId: tour.slotIds[1], seats: 3 }
    expect(await desk.call('POST /v1/me/bookings', { body })).toMatchObject({ body: { valueMinor: 345_000 } })
  })

  describe('of what is sold by the hour', () => {
    const inDays = (days: number, hour: number) => {
      const at = new Date(Date.now() + days * 86_400_000)
      return new Date(`${dayIn('Asia/Bangkok', at).date}T${String(hour).padStart(2, '0')}:00:00+07:00`)
    }
    const dateIn = (days: number) => dayIn('Asia/Bangkok', inDays(days, 12)).date
    /** Six tee times a day for thirty days; on the fortieth one with two seats. */
    const aCourse = () =>
      on(tenant, async (ctx) => {
        const { id } = await anItem(ctx, { name: 'Thana City' })
        const ids = new Map<string, string>()
        for (let day = 1; day <= 30; day++)
          for (let hour = 7; hour < 13; hour++)
            ids.set(`${day} ${hour}`, await aSlot(ctx, { itemId: id, startsAt: inDays(day, hour), capacity: 4 }))
        ids.set('40 9', await aSlot(ctx, { itemId: id, startsAt: inDays(40, 9), capacity: 2 }))
        return { id, slotAt: (day: number, hour: number) => ids.get(`${day} ${hour}`) }
      })
    const aGolfer = (date: string) =>
      on(tenant, (ctx) =>
        aCustomer(ctx, {
          channelId: tenant.channelId,
          name: 'Ken',
          state: {
            ...draft,
            draft: {
              id: 'd',
              dialogue: 'book',
              kind: 'catalog_tour',
              answers: { date },
              startedAt: '2026-11-20T00:00:00Z',
            },
          },
        }),
      )

    test('shows whole days, and those that are wished', async () => {
      const course = await aCourse()
      const daysShownTo = async (wish: string) => {
        const golfer = await aGolfer(wish)
        const { body } = await desk.call(`GET /v1/me/booking-form?ref=${refOf(golfer.conversationId)}`)
        const items = body['items'] as { id: string; slots: { startsAt: string }[] }[]
        const shown = items.find((it) => it.id === course.id)?.slots ?? []
        const days = shown.map(({ startsAt }) => dayIn('Asia/Bangkok', new Date(startsAt)).date)
        return [...new Set(days)].map((day) => [day, days.filter((it) => it === day).length])
      }
      const next = Array.from({ length: 12 }, (_, index) => [dateIn(index + 1), 6])
      expect(await daysShownTo(dateIn(2))).toEqual([...next, [dateIn(13), 6]])
      expect(await daysShownTo(dateIn(25))).toEqual([...next, [dateIn(25), 6]])
      expect(await daysShownTo(`${dateIn(29)}/${dateIn(45)}`)).toEqual([
        ...next,
        [dateIn(29), 6],
        [dateIn(30), 6],
        [dateIn(40), 1],
      ])
      expect(await daysShownTo('soon')).toEqual(next)
    })

    test('tells the times of any day', async () => {
      const course = await aCourse()
      const golfer = await aGolfer('')
      const ref = refOf(golfer.conversationId)
      const timesOn = (date: string, itemId = course.id) =>
        desk.call(`GET /v1/me/times?ref=${ref}&itemId=${itemId}&date=${date}`)
      expect(await timesOn(dateIn(40))).toMatchObject({
        status: 200,
        body: { slots: [{ id: course.slotAt(40, 9), startsAt: inDays(40, 9).toISOString(), seatsLeft: 2 }] },
      })
      expect((await timesOn(dateIn(30))).body['slots']).toHaveLength(6)
      expect((await timesOn(dateIn(31))).body).toEqual({ slots: [] })
      expect((await timesOn(dateIn(40), '00000000-0000-7000-8000-000000000000')).body).toEqual({ slots: [] })
      expect(await timesOn('2026-02-30')).toMatchObject({ status: 422 })
      expect(await desk.call(`GET /v1/me/times?itemId=${course.id}&date=${dateIn(40)}`)).toMatchObject({ status: 401 })
    })

    test('holds seats at a day and time that is on sale, also when it was typed', async () => {
      const course = await aCourse()
      await on(tenant, (ctx) =>
        putBookingKind(ctx, {
          key: 'tee_time',
          names: { en: 'Tee time' },
          requiredSlots: ['item', 'date', 'party_size'],
          optionalSlots: ['time'],
          itemTypes: ['tour'],
          slaMinutes: 60,
        }),
      )
      const book = async (slots: object) => {
        const { conversationId } = await aGolfer('')
        const body = { ref: refOf(conversationId), kind: 'tee_time', itemId: course.id, slots }
        const { body: made } = await desk.call('POST /v1/me/bookings', { body })
        const { slot, seats, seatsState } = made as { slot: { id: string } | null; seats: number; seatsState: string }
        return { slotId: slot?.id, seats, seatsState }
      }
      const none = { slotId: undefined, seats: null, seatsState: 'none' }
      expect(await book({ date: dateIn(28), time: '09:00', party_size: 3 })).toEqual({
        slotId: course.slotAt(28, 9),
        seats: 3,
        seatsState: 'held',
      })
      // another time, more people than fit, and a day with six times: staff are asked
      expect(await book({ date: dateIn(28), time: '09:30', party_size: 2 })).toEqual(none)
      expect(await book({ date: dateIn(28), time: '09:00', party_size: 2 })).toEqual(none)
      expect(await book({ date: dateIn(28), party_size: 2 })).toEqual(none)
      expect(await book({ date: dateIn(40), party_size: 2 })).toMatchObject({
        slotId: course.slotAt(40, 9),
        seatsState: 'held',
      })
    })
  })

  test('needs what its kind of booking needs', async () => {
    const guest = await aGuest('Yuki')
    const ask = (it: object) =>
      desk.call('POST /v1/me/bookings', { body: { ref: refOf(guest.conversationId), kind: 'catalog_tour', ...it } })
    expect(await ask({})).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'slots.item' }, { field: 'slots.date' }, { field: 'slots.party_size' }] },
    })
    expect(await ask({ itemId, slots: { date: '2026-12-12', party_size: 2.5 } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'slots.party_size' }] },
    })
    expect(await ask({ itemId, slots: { date: '2026-12-12', party_size: 2, is_admin: 'yes' } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'slots.is_admin' }] },
    })
    for (const date of [
      '2026-02-30',
      '9999-99-99',
      'next friday',
      '2020-01-01',
      '2026-10',
      '2026-10-01/2026-10-03',
      '2099-01-01',
    ])
      expect(await ask({ itemId, slots: { date, party_size: 2 } }), date).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'slots.date' }] },
      })
    expect(await ask({ itemId, slots: { date: '2026-12-12', party_size: 2 } })).toMatchObject({ status: 201 })
  })

  test('sells the last seats once', async () => {
    const guests = [await aGuest('Ken'), await aGuest('Mali')]
    const answers = await Promise.all(
      guests.map((guest) =>
        desk.call('POST /v1/me/bookings', {
          body: { ref: refOf(guest.conversationId), kind: 'catalog_tour', itemId, slotId: slotIds[0], seats: 2 },
        }),
      ),
    )
    expect(answers.map((it) => it.status).sort()).toEqual([201, 409])
  })

  test('takes the same Idempotency-Key from two people as two', async () => {
    const guests = [await aGuest('Aoi'), await aGuest('Ben')]
    const ask = (guest: { conversationId: string }) =>
      desk.call('POST /v1/me/bookings', {
        body: {
          ref: refOf(guest.conversationId),
          kind: 'catalog_tour',
          itemId,
          slots: { date: '2026-12-12', party_size: 2 },
        },
        headers: { 'idempotency-key': 'one' },
      })
    const answers = []
    for (const guest of [...guests, ...guests]) answers.push(await ask(guest))
    expect(answers.map((it) => it.status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map((it) => it.body['id'])).size).toBe(2)
  })

  test('opens for nobody else', async () => {
    const guest = await aGuest('Yuki')
    expect(await desk.call('GET /v1/me/booking-form')).toMatchObject({ status: 401 })
    // who nobody knows is told so before what they sent is read
    for (const body of [{}, [], { kind: 7 }, { ref: undefined }])
      expect(await desk.call('POST /v1/me/bookings', { body })).toMatchObject({ status: 401 })
    expect(await desk.call('GET /v1/me/booking-form', { key: tenant.apiKey })).toMatchObject({ status: 401 })
    const track = signLink({ kind: 'track', tenantId: tenant.id, subjectId: guest.conversationId })
    const own = refOf(guest.conversationId)
    const forged = `${own.slice(0, -4)}${own.at(-4) === 'A' ? 'B' : 'A'}${own.slice(-3)}`
    for (const ref of ['x', track, forged])
      expect(await desk.call(`GET /v1/me/booking-form?ref=${ref}`)).toMatchObject({ status: 404 })
    const soon = refOf(guest.conversationId, new Date(Date.now() + 60_000))
    expect((await desk.call(`GET /v1/me/booking-form?ref=${soon}`)).status).toBe(200)
    await moveClock(database, '1 hour')
    expect((await desk.call(`GET /v1/me/booking-form?ref=${soon}`)).status).toBe(404)
    await moveClock(database, '-1 hour')
  })
})

describe('the outbox', () => {
  test('says how each message went and what it cost; what did not go can be sent again, once', async () => {
    const it = await aTenant(database)
    const key = it.apiKey
    const { customer } = await on(it, async (ctx) => ({ customer: await aCustomer(ctx, { channelId: it.channelId }) }))
    const booking = await on(it, (ctx) =>
      aBooking(ctx, { contactId: customer.contact.id, conversationId: customer.conversationId }),
    )
    await desk.call(`POST /v1/bookings/${booking.id}/confirm`, { key })
    const listed = await desk.call(`GET /v1/outbox?booking=${booking.id}`, { key })
    expect(listed).toMatchObject({
      status: 200,
      body: { total: 1, items: [{ event: 'booking.confirmed', state: 'ready', cost: null, can: [] }] },
    })
    const [parcel] = listed.body['items'] as { id: string }[]
    const resend = () => desk.call(`POST /v1/outbox/${parcel?.id}/resend`, { key })
    expect(await resend()).toMatchObject({ status: 409, body: { code: 'parcel_not_resendable' } })
    await database.owner.query("update outbox set state = 'unknown', trouble = 'LINE did not answer' where id = $1", [
      parcel?.id,
    ])
    expect(await desk.call('GET /v1/outbox?state=unknown', { key })).toMatchObject({
      body: {
        items: [
          {
            trouble: 'LINE did not answer',
            meaning: expect.stringMatching(/May or may not/) as unknown,
            can: ['resend'],
          },
        ],
      },
    })
    const again = await resend()
    expect(again).toMatchObject({ status: 202, body: { old: { resentAs: again.body['id'], can: [] } } })
    expect(await resend()).toMatchObject({ status: 409 })
    expect(await desk.call('GET /v1/outbox?state=lost', { key })).toMatchObject({ status: 422 })
  })
})
