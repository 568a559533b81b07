import type { BookingStage } from '../api/bookings/schema.ts'
import type { CaseStatus, Severity } from '../api/cases/schema.ts'
import type { Identity } from '../api/contacts/commands.ts'
import type { Language, TenantSettings } from '../api/tenants/schema.ts'

/** A demo business in the desk's words, whatever its catalogue looks like. Dates are already moved to the present. */
export type Business = {
  settings: Pick<TenantSettings, 'references' | 'hours'> & Partial<Pick<TenantSettings, 'chatIds' | 'payments'>>
  /** highest references given so far, by dated pattern */
  references: { pattern: string; after: number }[]
  items: Item[]
  /** client companies whose members are contacts */
  organisations?: { key: string; name: string; names: Partial<Record<Language, string>> }[]
  contacts: Person[]
  bookings: PastBooking[]
  cases: PastCase[]
}

export type Item = {
  key: string
  code?: string
  type: string
  name: string
  nameTh: string
  destinations?: string[]
  nights?: number
  /** in the currency's main unit, as the catalogue says it */
  price?: number
  currency?: string
  pricePer?: 'person' | 'total' | 'hour' | 'thousand' | 'year'
  minPeople?: number
  maxPeople?: number
  active?: boolean
  data: Record<string, unknown>
  departures?: Departure[]
}

export type Departure = {
  key?: string
  startsAt: Date
  endsAt?: Date
  place?: string
  capacity: number
  booked: number
}

export type Person = {
  key: string
  name: string
  language: Language
  profile: Record<string, unknown>
  organisation?: string
  identities: Identity[]
}

export type PastBooking = {
  reference: string
  kind: string
  stage: BookingStage
  contact: string
  owner?: string
  item?: string
  /** start of the departure it has seats on; a booking without one has only its day */
  departsAt?: Date
  people?: number
  slots: Record<string, string | number>
  value?: number
  currency?: string
  requestedAt: Date
  stageSince: Date
  source: 'line' | 'whatsapp'
  why?: string
}

export type PastCase = {
  reference: string
  type: string
  severity?: Severity
  status: CaseStatus
  contact?: string
  owner?: string
  slots: Record<string, string | number>
  openedAt: Date
  statusSince: Date
  breached: boolean
  rootCause?: string
  note?: string
  source: 'line' | 'whatsapp'
}

/** Satang and cents alike: the demo's currencies have two decimals. */
export const minorUnits = (amount: number): number => Math.round(amount * 100)
