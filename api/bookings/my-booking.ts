import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { activeItems, itemById, seatsLeft, type Slot, slotById } from '../catalogue/queries.ts'
import { slotsByDay, slotsOfDay } from '../catalogue/queries/slots-by-day.ts'
import { chatOf, contactById } from '../contacts/queries.ts'
import { type Actor, as, type Ctx } from '../context.ts'
import { dropBookingDraft } from '../conversations/commands/drop-draft.ts'
import { isErased } from '../conversations/commands/hand-over.ts'
import { conversationById } from '../conversations/queries.ts'
import type { ConversationState } from '../conversations/schema.ts'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint, type Visit } from '../http/endpoint.ts'
import { Turned, unauthorised } from '../http/problem.ts'
import { readLink } from '../links.ts'
import { notifyCustomer } from '../notifications/commands.ts'
import { tenantById } from '../tenants/queries.ts'
import type { Language } from '../tenants/schema.ts'
import { requestBooking } from './commands/request-booking.ts'
import type { BookingKind } from './model.ts'
import { presentOne } from './presenter.ts'
import { bookingById } from './queries/booking-in-full.ts'
import { activeBookingKinds } from './queries/booking-kinds.ts'
import { valueOn } from './queries/price-of-move.ts'
import { slotMeant } from './queries/slot-meant.ts'
import { mustBeComplete } from './required-slots.ts'
import { BookingFormView, BookingView, MyBookingInput, PriceOfWish, TimesOfDay } from './schema.ts'

const about = { tag: 'me', access: 'linked', rate: 'public' } as const

const count = z.coerce.number().int().min(0).max(1_000_000_000)

/** A customer's own form: whoever is signed in as a contact, or holds the form link of their chat. */
export const myBookingRoutes: Endpoint[] = [
  endpoint('GET /v1/me/booking-form', {
    ...about,
    summary: 'The booking form, filled with what the chat knows',
    description: 'Needs a contact’s session, or `ref`: the token of a form link.',
    query: z.object({ ref: z.string().max(200).optional() }),
    answer: BookingFormView,
    serve: (visit, { query }) => asCustomer(visit, query.ref, (ctx, me) => formOf(ctx, me)),
  }),
  endpoint('GET /v1/me/times', {
    ...about,
    summary: 'What is on sale of an item on a day that the booking form does not list',
    description: 'Needs a contact’s session, or `ref`. A time whose seats are gone has none left.',
    query: z.object({ ref: z.string().max(200).optional(), itemId: z.uuid(), date: z.iso.date() }),
    answer: TimesOfDay,
    serve: (visit, { query }) => asCustomer(visit, query.ref, (ctx) => timesOf(ctx, query)),
  }),
  endpoint('GET /v1/me/bookings/:bookingId', {
    ...about,
    summary: 'How a booking of mine stands',
    description: 'Needs a contact’s session, or `ref`.',
    params: z.object({ bookingId: z.uuid() }),
    query: z.object({ ref: z.string().max(200).optional() }),
    answer: BookingView,
    also: { 404: 'I have no such booking' },
    serve: (visit, { params, query }) =>
      asCustomer(visit, query.ref, (ctx, me) => myBooking(ctx, me, params.bookingId)),
  }),
  endpoint('GET /v1/me/price', {
    ...about,
    summary: 'What a booking would come to',
    description:
      'Needs a contact’s session, or `ref`. On the day of `slotId` or on `date`, since some days cost more; nothing where only people can say.',
    query: z.object({
      ref: z.string().max(200).optional(),
      itemId: z.uuid(),
      slotId: z.uuid().optional(),
      date: z.iso.date().optional(),
      people: count.optional(),
      amount: count.optional(),
      nights: count.optional(),
    }),
    answer: PriceOfWish,
    serve: (visit, { query }) => asCustomer(visit, query.ref, (ctx) => priceOfWish(ctx, query)),
  }),
  endpoint('POST /v1/me/bookings', {
    ...about,
    summary: 'Request a booking for myself',
    description:
      'Needs a contact’s session, or `ref`. The chat forgets its unfinished booking, so that there is one and not two. A day and time in `slots` at which the item is on sale take that slot, as `slotId` would, if it has the seats.',
    body: MyBookingInput,
    answer: BookingView,
    status: 201,
    also: { 409: 'No seats are left, or the date is not on sale' },
    serve: (visit, { body }) => asCustomer(visit, body.ref, (ctx, me) => bookForMe(ctx, me, body)),
  }),
]

type Me = { contactId: string; chat: { id: string; state: ConversationState } | undefined; language: Language }

async function asCustomer<T>(
  visit: Visit,
  ref: string | undefined,
  work: (ctx: Ctx, me: Me) => Promise<T>,
): Promise<T> {
  const link = ref === undefined ? undefined : readLink(ref)
  if (ref !== undefined && link?.kind !== 'form') throw new Refusal('not_found', {}, 'ref')

  const { visitor } = visit
  const atHome = visitor?.by === 'cookie' && (!link || link.tenantId === visitor.tenantId)
  const contactId = atHome ? await customerOf(visit) : undefined
  if (contactId) return visit.answerAsVisitor(async (ctx) => work(ctx, await meOf(ctx, contactId, link?.subjectId)))
  if (!link) throw unauthorised()
  return visit.answerByLink(link, async (ctx) => {
    if (link.expiresAt && link.expiresAt <= ctx.now) throw new Refusal('not_found', {}, 'ref')
    const chat = await conversationById(ctx, link.subjectId)
    if (chat?.kind !== 'direct' || !chat.contactId || isErased(chat)) throw new Refusal('not_found', {}, 'ref')
    const actor: Actor = { kind: 'contact', id: chat.contactId }
    return work(as(ctx, actor), await meOf(ctx, chat.contactId, chat.id))
  })
}

/** Whose session it is, if it is a customer's. Staff, and who was signed in and is no more, go by the link. */
async function customerOf(visit: Visit): Promise<string | undefined> {
  try {
    return await visit.asVisitor(async ({ actor }) => (actor.kind === 'contact' ? actor.id : undefined))
  } catch (no) {
    if (no instanceof Turned && no.status === 401) return undefined
    throw no
  }
}

/** The chat of the link when it is this person's own, else the one they used last. */
async function meOf(ctx: Ctx, contactId: string, linked: string | undefined): Promise<Me> {
  const contact = await contactById(ctx, contactId)
  if (!contact) throw unauthorised()
  const named = linked ? await conversationById(ctx, linked) : undefined
  const last = named?.contactId === contactId ? undefined : await chatOf(ctx, contactId)
  const chat = named?.contactId === contactId ? named : last && (await conversationById(ctx, last.id))
  return {
    contactId,
    chat: chat && { id: chat.id, state: chat.state as ConversationState },
    language: chat?.language ?? contact.language ?? (await tenantById(ctx.tenantId)).language,
  }
}

async function formOf(ctx: Ctx, me: Me): Promise<BookingFormView> {
  const tenant = await tenantById(ctx.tenantId)
  const kinds = await activeBookingKinds(ctx)
  const items = await activeItems(ctx, [...new Set(kinds.flatMap((it) => it.itemTypes))])
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(tenant.zone).toPlainDate()
  const draft = draftOf(me, kinds, new Map(items.map((it) => [it.key, it.name])))
  const itemIds = items.map((it) => it.id)
  const slots = await slotsByDay(ctx, { itemIds, zone: tenant.zone, wished: String(draft.slots['date'] ?? '') })
  return {
    tenant: tenant.name,
    person: me.contactId,
    zone: tenant.zone,
    language: me.language,
    today: today.toString(),
    draft,
    kinds: kinds.map((it) => ({
      key: it.key,
      names: it.names,
      requiredSlots: it.requiredSlots,
      optionalSlots: it.optionalSlots,
      itemTypes: it.itemTypes,
    })),
    items: items.map((it) => ({
      id: it.id,
      type: it.type,
      name: it.name,
      names: it.names,
      priceMinor: it.priceMinor,
      currency: it.currency,
      pricePer: it.pricePer,
      maxPeople: it.maxPeople,
      slots: slots.filter((slot) => slot.itemId === it.id).map(asTime),
    })),
  }
}

const asTime = (slot: Slot) => ({ id: slot.id, startsAt: slot.startsAt.toISOString(), seatsLeft: seatsLeft(slot) })

async function timesOf(ctx: Ctx, { itemId, date }: { itemId: string; date: string }): Promise<TimesOfDay> {
  const { zone } = await tenantById(ctx.tenantId)
  const item = await itemById(ctx, itemId)
  return { slots: item?.active ? (await slotsOfDay(ctx, { itemId, date, zone })).map(asTime) : [] }
}

type Wish = {
  itemId: string
  slotId?: string | undefined
  date?: string | undefined
  people?: number | undefined
  amount?: number | undefined
  nights?: number | undefined
}

/** The same sum as the chat reads back, and as the booking is given. */
async function priceOfWish(ctx: Ctx, it: Wish): Promise<PriceOfWish> {
  const item = await itemById(ctx, it.itemId)
  const slot = it.slotId ? await slotById(ctx, it.slotId) : undefined
  const { zone } = await tenantById(ctx.tenantId)
  const known = {
    ...(it.people && { party_size: it.people }),
    ...(it.amount && { amount: it.amount }),
    ...(it.nights && { duration_nights: it.nights }),
  }
  const when = slot?.itemId === it.itemId ? { startsAt: slot.startsAt } : { date: it.date ?? null }
  const value = item?.active ? valueOn({ slots: known, seats: null }, item, when, zone) : undefined
  return { total: value ? { minor: value.minor, currency: value.currency } : null }
}

/** The chat knows an item by its key, the form by its name. */
function draftOf(me: Me, kinds: BookingKind[], itemNames: Map<string, string>): BookingFormView['draft'] {
  const { draft, parked } = me.chat?.state ?? {}
  const book = [draft, parked].find((it) => it?.dialogue === 'book')
  const kind = book && kinds.find((it) => it.key === book.kind)
  if (!book || !kind) return { kind: null, slots: {} }
  const known = [...kind.requiredSlots, ...kind.optionalSlots]
  const slots = Object.entries(book.answers).filter(
    (entry): entry is [string, string | number] => known.includes(entry[0]) && typeof entry[1] !== 'boolean',
  )
  const named = slots.map(([name, value]) => [name, name === 'item' ? (itemNames.get(String(value)) ?? value) : value])
  return { kind: kind.key, slots: Object.fromEntries(named) as Record<string, string | number> }
}

async function myBooking(ctx: Ctx, me: Me, bookingId: string): Promise<BookingView> {
  const found = await bookingById(ctx, bookingId)
  if (found?.contactId !== me.contactId) throw new Refusal('not_found')
  // why it ended, staff wrote for each other
  return { ...(await presentOne(ctx, found)), endedWhy: null }
}

async function bookForMe(ctx: Ctx, me: Me, it: z.output<typeof MyBookingInput>): Promise<BookingView> {
  await mustBeComplete(ctx, it)
  const slotId = it.slotId ?? (await slotMeant(ctx, it))?.id
  const booking = await requestBooking(ctx, {
    kind: it.kind,
    contactId: me.contactId,
    ...(me.chat && { conversationId: me.chat.id }),
    ...(it.itemId && { itemId: it.itemId }),
    ...(slotId && { slotId }),
    ...(it.seats && { seats: it.seats }),
    slots: it.slots,
    requestedAt: ctx.now,
    source: 'form',
    language: me.language,
  })
  if (me.chat) {
    await dropBookingDraft(ctx, { conversationId: me.chat.id, bookedAs: booking.id })
    await notifyCustomer(ctx, me.chat.id, me.language, { event: 'booking.requested', bookingId: booking.id })
  }
  return presentOne(ctx, booking)
}
