import type { BookingStage } from '../../api/bookings/schema.ts'
import type { Business, Departure, Item, PastBooking, PastCase } from '../business.ts'
import type { Calendar } from '../calendar.ts'
import type { CaseRow, Catalogue } from '../catalogue.ts'
import { wordsOfCourse } from '../words/of-courses.ts'
import { highest, hoursAfter, OPENED, open, phoneOf, restOf } from './shared.ts'

type Session = {
  id: string
  item: string
  date: string
  start: string
  end: string
  campus: string
  seats_total: number
  seats_taken: number
}
type Intake = Omit<Session, 'date' | 'start' | 'end'> & { start: string; days: string }
type Customer = { customer_id: string; member_id: string; name: string; phone: string | null }
type Order = { order_id: string; member_id: string; item: string; amount: number; status: string; created: string }

export function vschool(catalogue: Catalogue, calendar: Calendar): Business {
  const orders = catalogue['orders'] as Order[]
  const days = [...new Set(orders.map((it) => it.order_id.slice(0, 'ORD-20261118'.length)))]
  const items = catalogue.items.map(
    (it): Item => ({
      key: it.key,
      ...(it.code && { code: it.code }),
      type: it.type,
      name: it.name,
      nameTh: it.name_th,
      price: it.price ?? it.price_from ?? 0,
      pricePer: it.type === 'course' || it.type === 'workshop' ? 'person' : 'total',
      currency: it.currency ?? 'THB',
      ...(it.max_people && { maxPeople: it.max_people }),
      active: it.active ?? true,
      data: { ...restOf(it), ...wordsOfCourse(it), ...(it.price_from !== undefined && { price_is_from: true }) },
      departures: classesOf(it.key, catalogue, calendar),
    }),
  )
  return {
    settings: {
      references: { case: 'CS-{n}', booking: 'ORD-{yyyymmdd}-{nnn}' },
      chatIds: { conversation: '{ch}_TVS_{origin}_{ts}_{ext}', session: 'session_{yyyymmdd}_{hhmm}_{ext}' },
      hours: open([2, 3, 4, 5, 6, 7], '09:30', '20:30'),
    },
    references: [
      {
        pattern: 'CS-{n}',
        after: highest(
          catalogue.cases.map((it) => it.reference),
          /^CS-(\d+)$/,
        ),
      },
      ...days.map((day) => ({
        pattern: `${day}-{nnn}`,
        after: highest(
          orders.map((it) => it.order_id),
          new RegExp(`^${day}-(\\d+)$`),
        ),
      })),
    ],
    items,
    contacts: (catalogue['customers'] as Customer[]).map(({ name, phone, ...profile }) => ({
      key: profile.member_id,
      name,
      language: /[\u0e00-\u0e7f]/.test(name) ? 'th' : /[\u3040-\u9fff]/.test(name) ? 'ja' : 'en',
      profile,
      identities: [{ kind: 'member' as const, value: profile.member_id }, ...phoneOf(phone)],
    })),
    bookings: orders.flatMap((it) => enrolment(it, items, calendar) ?? []),
    cases: catalogue.cases.map((it) => schoolCase(it, orders, calendar)),
  }
}

function classesOf(item: string, catalogue: Catalogue, calendar: Calendar): Departure[] {
  const campuses = catalogue['campuses'] as { key: string; name: string }[]
  const place = (key: string) => campuses.find((it) => it.key === key)?.name ?? key
  const sessions = (catalogue['sessions'] as Session[])
    .filter((it) => it.item === item)
    .map((it) => ({
      key: it.id,
      startsAt: calendar.on(it.date, it.start),
      endsAt: calendar.on(it.date, it.end),
      place: place(it.campus),
      capacity: it.seats_total,
      booked: it.seats_taken,
    }))
  const intakes = (catalogue['intakes'] as Intake[])
    .filter((it) => it.item === item)
    .map((it) => ({
      key: it.id,
      startsAt: calendar.on(it.start, /\d\d:\d\d/.exec(it.days)?.[0]),
      place: place(it.campus),
      capacity: it.seats_total,
      booked: it.seats_taken,
    }))
  return [...sessions, ...intakes]
}

const stageOf: Record<string, BookingStage> = {
  awaiting_verification: 'accepted',
  deposit_paid: 'accepted',
  confirmed: 'confirmed',
  cancelled_refund_pending: 'cancelled',
}

/** Orders of the knife and ingredient store are no bookings. */
function enrolment(it: Order, items: Item[], calendar: Calendar): PastBooking | undefined {
  const item = items.find((one) => one.key === it.item)
  const stage = stageOf[it.status]
  if (!item || !stage || (item.type !== 'course' && item.type !== 'workshop')) return undefined
  const requestedAt = calendar.on(it.created, '11:00')
  return {
    reference: it.order_id,
    kind: item.type === 'course' ? 'course_enrolment' : 'workshop_seat',
    stage,
    contact: it.member_id,
    owner: 'mew',
    item: item.key,
    people: 1,
    slots: { item: item.name, party_size: 1 },
    value: it.amount,
    currency: 'THB',
    requestedAt,
    stageSince: hoursAfter(requestedAt, 1),
    source: 'line',
    ...(stage === 'cancelled' && { why: 'customer_request' }),
  }
}

function schoolCase(row: CaseRow, orders: Order[], calendar: Calendar): PastCase {
  const openedAt = calendar.at(OPENED)
  const order = row.case_type === 'cancel_refund_request' && orders.find((it) => it.member_id === row.member_id)
  return {
    reference: row.reference,
    type: row.case_type,
    status: row.status === 'waiting_finance' ? 'fixing' : (row.status as PastCase['status']),
    openedAt,
    statusSince: hoursAfter(openedAt, row.status === 'closed' ? 20 : 2),
    breached: false,
    slots: { ...(order && { order_id: order.order_id }) },
    source: 'line',
    owner: row.status === 'waiting_finance' ? 'yui' : 'jib',
    ...(row.member_id && { contact: row.member_id }),
    ...(row.status === 'closed' && { rootCause: 'customer_request' }),
    ...(row.note && { note: row.note }),
  }
}
