import type { BookingStage } from '../../api/bookings/schema.ts'
import type { Language } from '../../api/tenants/schema.ts'
import type { Business, Departure, Item, PastBooking, PastCase, Person } from '../business.ts'
import type { Calendar } from '../calendar.ts'
import type { CaseRow, Catalogue, ProviderRow } from '../catalogue.ts'
import { paddedLineId } from '../line-ids.ts'
import { askedFor, EVERY_DAY, highest, hoursAfter, OPENED, open, phoneOf, restOf } from './shared.ts'

type Course = ProviderRow & {
  area: string
  tee_times: { players_per_slot: number; sample_allotment: Record<string, string[]> }
  house_rules: { closed_weekday: string | null }
}
type Spa = ProviderRow & {
  rate_card: { items: { key: string; name: string; price: number; leisure_credits: number }[] }
}
type Member = {
  key: string
  org: string
  name: string
  display: string
  language: Language
  line_user_id: string
  phone: string
}
type Organisation = { key: string; name: string; name_th?: string; account_manager: string; admin: { name: string } }
type Booking = {
  reference: string
  member: string
  kind: string
  provider: string
  date: string
  time: string
  party_size: number
  status: string
}

export function prime(catalogue: Catalogue, calendar: Calendar): Business {
  const organisations = catalogue['organisations'] as Organisation[]
  const members = catalogue['members'] as Member[]
  const bookings = catalogue['bookings'] as Booking[]
  return {
    settings: {
      references: { case: 'CS-{n}', booking: 'PB-{yymm}{nnnn}' },
      // the dawn desk opens at five
      hours: open(EVERY_DAY, '05:00', '22:00'),
    },
    references: [
      {
        pattern: 'CS-{n}',
        after: highest(
          catalogue.cases.map((it) => it.reference),
          /^CS-(\d+)$/,
        ),
      },
      {
        pattern: 'PB-2611{nnnn}',
        after: highest(
          bookings.map((it) => it.reference),
          /^PB-2611(\d+)$/,
        ),
      },
    ],
    items: [
      ...catalogue.providers
        .filter((it): it is Course => it.type === 'golf_course')
        .map((it) => teeTimes(it, calendar)),
      ...catalogue.providers.filter((it): it is Spa => it.type === 'spa').flatMap(treatments),
      ...rides,
      ...catalogue.items.map(
        (it): Item => ({
          key: it.key,
          type: it.key === 'addon_outing' ? 'outing' : it.type,
          name: it.name,
          nameTh: it.name_th,
          ...priceOf(it),
          ...(it.min_people && { minPeople: it.min_people }),
          data: { ...restOf(it), ...(it.from_price_per_person !== undefined && { price_is_from: true }) },
        }),
      ),
    ],
    organisations: organisations.map(({ key, name, name_th }) => ({
      key,
      name,
      names: { en: name, ...(name_th && { th: name_th }) },
    })),
    contacts: members.map((it) => contact(it, organisations)),
    bookings: bookings.map((it) => booking(it, catalogue.providers, calendar)),
    cases: catalogue.cases.map((it) => clubCase(it, { members, organisations, calendar })),
  }
}

/** Sold this far ahead. */
const DAYS_ON_SALE = 21
const DAY_MS = 86_400_000
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The course's name is the item: people ask for the place, not for "a tee time at". */
const teeTimes = (course: Course, calendar: Calendar): Item => ({
  key: `${course.key}_tee`,
  type: 'tee_time',
  name: course.name,
  nameTh: course.name_th ?? course.name,
  destinations: [course.area],
  minPeople: 1,
  maxPeople: course.tee_times.players_per_slot,
  data: {
    provider: course.key,
    rate_card: course['rate_card'],
    free_cancellation_hours: (course['rate_card'] as { free_cancellation_hours?: number }).free_cancellation_hours,
    house_rules: course.house_rules,
    notes: course['notes'],
  },
  departures: allotment(course, calendar),
})

/** The sample days as they stand; the days between repeat the sample of their kind (weekday, Saturday, Sunday). */
function allotment(course: Course, calendar: Calendar): Departure[] {
  const samples = course.tee_times.sample_allotment
  const first = Date.parse('2026-11-16T00:00Z')
  return Array.from({ length: DAYS_ON_SALE }, (_, index) => new Date(first + index * DAY_MS)).flatMap((date) => {
    const day = date.toISOString().slice(0, 10)
    const weekday = date.getUTCDay()
    if (WEEKDAYS[weekday] === course.house_rules.closed_weekday) return []
    const like = weekday === 6 ? '2026-11-28' : weekday === 0 ? '2026-11-22' : '2026-11-24'
    return (samples[day] ?? samples[like] ?? []).map((time) => ({
      startsAt: calendar.on(day, time),
      place: course.name,
      capacity: course.tee_times.players_per_slot,
      booked: 0,
    }))
  })
}

const thaiTreatments: Record<string, string> = {
  thai_120: 'นวดแผนไทย 120 นาที',
  aroma_90: 'นวดอโรมา 90 นาที',
  deep_90: 'นวดดีพทิชชู 90 นาที',
  onsen_day: 'บัตรออนเซ็นหนึ่งวัน',
  onsen_massage: 'ออนเซ็นพร้อมนวดเท้า',
}

const treatments = (spa: Spa): Item[] =>
  spa.rate_card.items.map((it) => ({
    key: it.key,
    type: 'spa_treatment',
    name: it.name,
    nameTh: thaiTreatments[it.key] ?? it.name,
    price: it.price,
    pricePer: 'person',
    currency: 'THB',
    data: { provider: spa.key, leisure_credits: it.leisure_credits },
  }))

const ride = (key: string, name: string, nameTh: string, price: number, maxPeople: number, provider: string): Item => ({
  key,
  type: 'transfer',
  name,
  nameTh,
  price,
  pricePer: 'total',
  currency: 'THB',
  maxPeople,
  data: { provider },
})

/** From the rate cards of the two chauffeur services. */
const rides: Item[] = [
  ride('airport_sedan', 'Airport transfer, sedan', 'รถเก๋งรับส่งสนามบิน', 1500, 3, 'silverline'),
  ride('airport_alphard', 'Airport transfer, Alphard', 'อัลพาร์ดรับส่งสนามบิน', 2900, 5, 'silverline'),
  ride('hua_hin_alphard', 'Hua Hin one way, Alphard', 'อัลพาร์ดไปหัวหินเที่ยวเดียว', 6500, 5, 'silverline'),
  { ...ride('hourly_van', 'Van by the hour', 'รถตู้รายชั่วโมง', 600, 9, 'silverline'), pricePer: 'hour' },
  ride('van_day', 'Van for a day (10 hours)', 'เหมารถตู้ทั้งวัน 10 ชั่วโมง', 3200, 9, 'wanchai_van'),
]

function priceOf(it: Catalogue['items'][number]): Pick<Item, 'price' | 'pricePer' | 'currency'> {
  const currency = it.currency ?? 'THB'
  if (it.price_per_year !== undefined) return { price: it.price_per_year, pricePer: 'year', currency }
  if (it.from_price_per_person !== undefined) return { price: it.from_price_per_person, pricePer: 'person', currency }
  return it.price === undefined ? {} : { price: it.price, pricePer: 'total', currency }
}

/** Members are registered with the LINE account they use, so their chat and their bookings are one person's. */
function contact(it: Member, organisations: Organisation[]): Person {
  const { key, org, name, display, language, line_user_id, phone, ...profile } = it
  return {
    key,
    name: language === 'en' ? name : display,
    language,
    profile: {
      ...profile,
      member: key,
      name_en: name,
      organisation: organisations.find((one) => one.key === org)?.name,
    },
    organisation: org,
    identities: [
      { kind: 'member', value: key },
      { kind: 'line', value: paddedLineId(line_user_id) },
      ...phoneOf(phone),
    ],
  }
}

const stageOf: Record<string, BookingStage> = { driver_assigned: 'confirmed', pending_partner: 'qualified' }

function booking(it: Booking, providers: ProviderRow[], calendar: Calendar): PastBooking {
  const start = calendar.on(it.date, it.time)
  const requestedAt = hoursAfter(askedFor(calendar, start), 12)
  return {
    reference: it.reference,
    kind: it.kind,
    stage: stageOf[it.status] ?? (it.status as BookingStage),
    contact: it.member,
    owner: 'mook',
    ...(it.kind === 'tee_time' && { item: `${it.provider}_tee` }),
    people: it.party_size,
    slots: {
      date: calendar.day(it.date),
      time: it.time,
      party_size: it.party_size,
      venue: providers.find((one) => one.key === it.provider)?.name ?? it.provider,
    },
    requestedAt,
    stageSince: hoursAfter(requestedAt, 1),
    source: 'line',
  }
}

function clubCase(
  row: CaseRow,
  it: { members: Member[]; organisations: Organisation[]; calendar: Calendar },
): PastCase {
  const named = it.organisations.find((one) => one.key === row.org)
  const member = it.members.find((one) => one.key === row.member || one.name === named?.admin.name)
  const organisation = named ?? it.organisations.find((one) => one.key === member?.org)
  const openedAt = it.calendar.at(row.opened ?? OPENED)
  return {
    reference: row.reference,
    type: row.case_type,
    status: row.status as PastCase['status'],
    openedAt,
    statusSince: hoursAfter(openedAt, row.status === 'closed' ? 6 : 2),
    breached: false,
    slots: {},
    source: 'line',
    ...(member && { contact: member.key }),
    ...(organisation && { owner: organisation.account_manager }),
    ...(row.root_cause && { rootCause: row.root_cause }),
  }
}
