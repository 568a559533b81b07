import type { BookingStage } from '../../api/bookings/schema.ts'
import type { Language, TenantSettings } from '../../api/tenants/schema.ts'
import type { Business, Departure, Item, PastBooking, PastCase } from '../business.ts'
import type { Calendar } from '../calendar.ts'
import type { CaseRow, Catalogue, ItemRow } from '../catalogue.ts'
import { askedFor, emailOf, highest, hoursAfter, OPENED, open, phoneOf, restOf } from './shared.ts'

type Customer = { key: string; name: string; email?: string; phone?: string; language: Language }
type Booking = {
  reference: string
  customer: string
  kind?: string
  item: string | null
  start: string
  end?: string
  pax: number
  stage: string
  owner: string
  value: number | null
  currency?: string
}

type Trips = {
  references: TenantSettings['references']
  source: 'line' | 'whatsapp'
  currency: string
  departuresOf: (item: ItemRow) => Departure[]
}

/** A tour leaves from the meeting point in the morning, local time of the business. */
const LEAVES = '08:00'

export const departure = (
  calendar: Calendar,
  item: ItemRow,
  it: { day: string; capacity: number; booked: number },
): Departure => {
  const startsAt = calendar.on(it.day, LEAVES)
  return {
    startsAt,
    ...(item.nights !== undefined && { endsAt: hoursAfter(startsAt, item.nights * 24 + 10) }),
    capacity: it.capacity,
    booked: it.booked,
  }
}

/** Both tour companies keep the same catalogue; what differs is given. */
export function tripsBusiness(catalogue: Catalogue, calendar: Calendar, it: Trips): Business {
  const customers = catalogue['customers'] as Customer[]
  const rows = catalogue['bookings'] as Booking[]
  const prefix = it.references.booking.replace('{n}', '')
  const items = catalogue.items.map((row) => tour(row, it))
  return {
    settings: { references: it.references, hours: open([1, 2, 3, 4, 5, 6], '09:00', '18:00') },
    references: [
      {
        pattern: it.references.case,
        after: highest(
          catalogue.cases.map((one) => one.reference),
          /^CS-(\d+)$/,
        ),
      },
      {
        pattern: it.references.booking,
        after: highest(
          rows.map((one) => one.reference),
          new RegExp(`^${prefix}(\\d+)$`),
        ),
      },
    ],
    items,
    contacts: customers.map(({ key, name, email, phone, language, ...profile }) => ({
      key,
      name,
      language,
      profile: { ...profile, key },
      identities: [...phoneOf(phone), ...emailOf(email)],
    })),
    bookings: rows.map((row) => booking(row, { ...it, calendar, items })),
    cases: catalogue.cases.map((row) =>
      tripCase(row, { calendar, source: it.source, booking: rows.find((one) => one.reference === row.booking) }),
    ),
  }
}

const tour = (row: ItemRow, it: Trips): Item => ({
  key: row.key,
  ...(row.code && { code: row.code }),
  type: row.type,
  name: row.name,
  nameTh: row.name_th,
  destinations: row.destinations ?? [],
  ...(row.nights !== undefined && { nights: row.nights }),
  ...(row.price_per_person !== undefined && { price: row.price_per_person, pricePer: 'person' as const }),
  currency: row.currency ?? it.currency,
  ...(row.min_people !== undefined && { minPeople: row.min_people }),
  ...(row.max_people !== undefined && { maxPeople: row.max_people }),
  active: row.active ?? true,
  data: restOf(row),
  departures: it.departuresOf(row),
})

const stageOf: Record<string, BookingStage> = {
  contacted: 'qualified',
  quoting: 'qualified',
  quote_sent: 'quoted',
  deposit_paid: 'accepted',
  travelling: 'in_progress',
}

function booking(row: Booking, it: Trips & { calendar: Calendar; items: Item[] }): PastBooking {
  const item = it.items.find((one) => one.code === row.item)
  const start = it.calendar.on(row.start, LEAVES)
  const stage = stageOf[row.stage] ?? (row.stage as BookingStage)
  const requestedAt = stage === 'new' ? it.calendar.fromNow('2026-11-20T08:30:00+07:00') : askedFor(it.calendar, start)
  const dated = item?.departures?.some((one) => one.startsAt.getTime() === start.getTime())
  return {
    reference: row.reference,
    kind: row.kind ?? 'catalog_tour',
    stage,
    contact: row.customer,
    owner: row.owner,
    ...(item && { item: item.key }),
    ...(dated && { departsAt: start }),
    people: row.pax,
    slots: {
      ...(item && { item: item.name }),
      date: it.calendar.day(row.start),
      party_size: row.pax,
      ...(row.end && { duration_nights: nightsBetween(row.start, row.end) }),
    },
    ...(row.value !== null && { value: row.value }),
    currency: row.currency ?? it.currency,
    requestedAt,
    stageSince: stage === 'new' ? requestedAt : hoursAfter(requestedAt, 48),
    source: it.source,
    ...(stage === 'cancelled' && { why: 'customer_request' }),
  }
}

const nightsBetween = (start: string, end: string): number =>
  Math.round((Date.parse(`${end}T00:00Z`) - Date.parse(`${start}T00:00Z`)) / 86_400_000)

const causeOf: Record<string, string> = { travel_document_error: 'document_error' }

function tripCase(
  row: CaseRow,
  it: { calendar: Calendar; source: 'line' | 'whatsapp'; booking: Booking | undefined },
): PastCase {
  const closedAt = row.closed ? it.calendar.at(row.closed) : undefined
  const openedAt = closedAt ? hoursAfter(closedAt, -26) : it.calendar.at(OPENED)
  return {
    reference: row.reference,
    type: row.case_type,
    status: row.status as PastCase['status'],
    openedAt,
    statusSince: closedAt ?? hoursAfter(openedAt, row.status === 'closed' ? 3 : 1),
    breached: false,
    slots: { ...(row.booking && { order_id: row.booking }) },
    source: it.source,
    ...(it.booking && { contact: it.booking.customer, owner: it.booking.owner }),
    ...(row.status === 'closed' && { rootCause: causeOf[row.case_type] ?? 'customer_request' }),
    ...(row.note && { note: row.note }),
  }
}
