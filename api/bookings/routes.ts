import { z } from 'zod'
import { MistakenInput } from '../cases/schema.ts'
import { chatOf, contactById } from '../contacts/queries.ts'
import type { Ctx } from '../context.ts'
import { notesOn } from '../conversations/queries/notes.ts'
import { Refusal } from '../errors.ts'
import { filesShown } from '../files/queries.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { InvalidInput } from '../http/problem.ts'
import { mustSee, mustWork } from '../policy.ts'
import { tenantById } from '../tenants/queries.ts'
import { bookingAnsweredOutside } from './commands/booking-answered.ts'
import { confirmBooking } from './commands/confirm-booking.ts'
import { cancelBooking, declineBooking, notABooking } from './commands/end-booking.ts'
import { giveBooking } from './commands/give-booking.ts'
import { moveBooking, takeBooking } from './commands/move-booking.ts'
import { noteOnBooking } from './commands/note-on-booking.ts'
import { proposeTime } from './commands/propose-time.ts'
import { requestBooking } from './commands/request-booking.ts'
import type { Booking } from './model.ts'
import { presentBookings, presentOne } from './presenter.ts'
import { bookingById } from './queries/booking-in-full.ts'
import { listBookings, sortableBookings } from './queries/list-bookings.ts'
import {
  BookingFilters,
  BookingNoteInput,
  BookingView,
  BookingWithFiles,
  EndBookingInput,
  GiveBookingInput,
  MoveBookingInput,
  ProposeInput,
  RequestBookingInput,
} from './schema.ts'

const about = { tag: 'bookings', access: 'staff' } as const
const BookingId = z.object({ bookingId: z.uuid() })
const not = { also: { 403: 'Your role may not', 404: 'No such booking', 409: 'Not in its present stage' } } as const

export const bookingRoutes: Endpoint[] = [
  endpoint('GET /v1/bookings', {
    ...about,
    summary: 'List bookings',
    description:
      '`search` looks in the reference, the customer’s name, user name, phone, member number and e-mail, and the item’s code and names in every language.',
    query: listQuery(BookingFilters.shape, sortableBookings, '-requestedAt'),
    answer: pageOf(BookingView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listBookings(ctx, query)
      return asPage(await presentBookings(ctx, rows), total, query)
    },
  }),
  endpoint('POST /v1/bookings', {
    ...about,
    summary: 'Request a booking for a customer',
    description: 'Seats of a dated slot are held until staff confirm or the hold runs out.',
    body: RequestBookingInput,
    answer: BookingView,
    status: 201,
    also: { 409: 'No seats are left, or the date is not on sale' },
    handle: async (ctx, { body }) => presentOne(ctx, await requestForStaff(ctx, body)),
  }),
  endpoint('GET /v1/bookings/:bookingId', {
    ...about,
    summary: 'One booking, with what the customer sent and staff noted',
    params: BookingId,
    answer: BookingWithFiles,
    handle: async (ctx, { params }) => {
      mustSee(ctx)
      const found = await bookingById(ctx, params.bookingId)
      if (!found) throw new Refusal('not_found')
      const files = await filesShown(ctx, { bookingId: found.id })
      return { ...(await presentOne(ctx, found)), files, notes: await notesOn(ctx, { bookingId: found.id }) }
    },
  }),
  endpoint('POST /v1/bookings/:bookingId/confirm', {
    ...about,
    ...not,
    summary: 'Confirm a booking',
    params: BookingId,
    answer: BookingView,
    handle: (ctx, { params }) => actOnBooking(ctx, params, confirmBooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/decline', {
    ...about,
    ...not,
    summary: 'Decline a request that cannot be fulfilled',
    params: BookingId,
    body: EndBookingInput,
    answer: BookingView,
    handle: (ctx, { params, body }) => actOnBooking(ctx, { ...params, ...body }, declineBooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/cancel', {
    ...about,
    ...not,
    summary: 'Cancel a booking for the customer',
    params: BookingId,
    body: EndBookingInput,
    answer: BookingView,
    handle: (ctx, { params, body }) => actOnBooking(ctx, { ...params, ...body }, cancelBooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/move', {
    ...about,
    ...not,
    summary: 'Move a booking along its pipeline',
    params: BookingId,
    body: MoveBookingInput,
    answer: BookingView,
    handle: (ctx, { params, body }) => actOnBooking(ctx, { ...params, ...body }, moveBooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/take', {
    ...about,
    ...not,
    summary: 'Take a booking in hand',
    params: BookingId,
    answer: BookingView,
    handle: (ctx, { params }) => actOnBooking(ctx, params, takeBooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/assign', {
    ...about,
    ...not,
    summary: 'Give a booking to a member of staff',
    params: BookingId,
    body: GiveBookingInput,
    answer: BookingView,
    handle: (ctx, { params, body }) => actOnBooking(ctx, { ...params, ...body }, giveBooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/note', {
    ...about,
    ...not,
    summary: 'Add an internal note',
    params: BookingId,
    body: BookingNoteInput,
    answer: BookingView,
    handle: (ctx, { params, body }) => actOnBooking(ctx, { ...params, ...body }, noteOnBooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/propose', {
    ...about,
    ...not,
    summary: 'Offer the customer another time',
    description:
      'The customer is asked in the chat. No seats are held until they say yes; then staff confirm. What is confirmed already stands until the yes, and stays confirmed with it.',
    params: BookingId,
    body: ProposeInput,
    answer: BookingView,
    handle: (ctx, { params, body }) => {
      const when = body.slotId ? { slotId: body.slotId } : { date: body.date ?? '', time: body.time }
      return actOnBooking(ctx, { ...params, ...when }, proposeTime)
    },
  }),
  endpoint('POST /v1/bookings/:bookingId/not-a-booking', {
    ...about,
    ...not,
    summary: 'The bot was mistaken: this is no booking',
    description: 'It ends as `not_a_booking` and nobody is told. The engine learns what the message was.',
    params: BookingId,
    body: MistakenInput,
    answer: BookingView,
    handle: (ctx, { params, body }) => actOnBooking(ctx, { ...params, ...body }, notABooking),
  }),
  endpoint('POST /v1/bookings/:bookingId/answered-outside', {
    ...about,
    ...not,
    summary: 'The customer was answered elsewhere',
    description: 'By telephone, or in LINE’s own app: the promise of an answer is kept.',
    params: BookingId,
    answer: BookingView,
    handle: (ctx, { params }) => actOnBooking(ctx, params, bookingAnsweredOutside),
  }),
]

/** Who does not work here touches nothing and reads nothing of it, also where there is nothing left to do. */
async function actOnBooking<Input>(
  ctx: Ctx,
  input: Input,
  act: (ctx: Ctx, input: Input) => Promise<Booking>,
): Promise<z.input<typeof BookingView>> {
  mustWork(ctx, 'booking')
  return presentOne(ctx, await act(ctx, input))
}

async function requestForStaff(ctx: Ctx, it: RequestBookingInput): Promise<Booking> {
  mustWork(ctx, 'request')
  const tenant = await tenantById(ctx.tenantId)
  // a foreign key looks across tenants, so this must not be left to it
  const contact = it.contactId ? await contactById(ctx, it.contactId) : undefined
  if (it.contactId && (!contact || contact.erasedAt))
    throw new InvalidInput([{ field: 'contactId', message: 'There is no such contact' }])
  const chat = contact && (await chatOf(ctx, contact.id))
  return requestBooking(ctx, {
    kind: it.kind,
    ...(contact && { contactId: contact.id }),
    ...(chat && { conversationId: chat.id }),
    ...(it.itemId && { itemId: it.itemId }),
    ...(it.slotId && { slotId: it.slotId }),
    ...(it.seats && { seats: it.seats }),
    slots: it.slots,
    requestedAt: ctx.now,
    source: ctx.actor.kind === 'api' ? 'api' : 'staff',
    language: contact?.language ?? chat?.language ?? tenant.language,
  })
}
