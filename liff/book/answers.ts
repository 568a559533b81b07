import type { BookingFormView, RequestBookingInput } from '../../api/bookings/schema.ts'
import { isoDay, isoTime } from '../time/dates.ts'

/** What the customer has said so far, as typed: nothing is refused while they type. */
export type Answers = {
  kind: string
  /** '' nothing chosen yet, 'none' no preference */
  itemId: string
  /** '' nothing chosen yet, 'other' another date than those offered */
  slotId: string
  values: Record<string, string>
}

export type Kind = BookingFormView['kinds'][number]
export type Item = BookingFormView['items'][number]
export type Departure = Item['slots'][number]

const A_DAY = /^\d{4}-\d{2}-\d{2}$/
const A_TIME = /^\d{2}:\d{2}$/

/** From the chat's draft: exact values stand in their fields, vague ones ('December', 'morning', '4-6') are shown beside them. */
export function firstAnswers({ draft, kinds, items }: BookingFormView): Answers {
  const kind = kinds.find((it) => it.key === draft.kind) ?? (kinds.length === 1 ? kinds[0] : undefined)
  const values = Object.fromEntries(
    Object.entries(draft.slots).flatMap(([slot, value]) => {
      const exact = exactly(slot, String(value))
      return exact === undefined ? [] : [[slot, exact]]
    }),
  )
  const said = String(draft.slots['item'] ?? '').toLowerCase()
  const item = items.find(
    (it) => said !== '' && [it.id, it.name, ...Object.values(it.names)].some((name) => name.toLowerCase() === said),
  )
  return {
    kind: kind?.key ?? '',
    itemId: item && kind?.itemTypes.includes(item.type) ? item.id : '',
    slotId: '',
    values,
  }
}

/** A range is no answer: its first day would be sent as what they had said. */
function exactly(slot: string, value: string): string | undefined {
  if (slot === 'date' || slot === 'time') {
    const [first = '', last = first] = value.split('/')
    return first === last && (slot === 'date' ? A_DAY : A_TIME).test(first) ? first : undefined
  }
  if (isCount(slot) || isAmount(slot)) return /^\d+(\.\d+)?$/.exec(value)?.[0]
  return value
}

export type Days = { first: string; last: string }

/** The days that the chat has narrowed it down to ('2026-12', '2026-12-07/2026-12-13'), as far as they are still to come. */
export function daysSaid({ draft, today }: BookingFormView): Days | undefined {
  const [from = '', to = from] = String(draft.slots['date'] ?? '').split('/')
  const first = A_DAY.test(from) ? from : `${from}-01`
  const last = A_DAY.test(to) ? to : lastOfMonth(to)
  if (!A_DAY.test(first) || !last || last < today || last < first) return undefined
  return { first: first < today ? today : first, last }
}

function lastOfMonth(month: string): string | undefined {
  const [year = 0, nth = 0] = /^\d{4}-\d{2}$/.test(month) ? month.split('-').map(Number) : []
  return nth >= 1 && nth <= 12 ? new Date(Date.UTC(year, nth, 0)).toISOString().slice(0, 10) : undefined
}

export const isCount = (slot: string): boolean => slot === 'party_size' || slot === 'duration_nights'
export const isAmount = (slot: string): boolean => slot === 'amount' || slot === 'budget'

export type Chosen = { kind: Kind | undefined; items: Item[]; item: Item | undefined; departure: Departure | undefined }

/** The things behind the answers; what is no longer offered is not chosen. */
export function chosenIn(form: BookingFormView, answers: Answers): Chosen {
  const kind = form.kinds.find((it) => it.key === answers.kind)
  const items = form.items.filter((it) => kind?.itemTypes.includes(it.type))
  const item = items.find((it) => it.id === answers.itemId)
  return { kind, items, item, departure: item?.slots.find((slot) => slot.id === answers.slotId) }
}

const inFirstStep = ['destination', 'venue']
const aboutThem = ['name', 'phone', 'email']
const order = [
  ...inFirstStep,
  'item',
  'date',
  'time',
  'duration_nights',
  'party_size',
  'amount',
  'budget',
  ...aboutThem,
]

export type Asked = { slot: string; optional: boolean }

/** What each step asks, in the order people think; which of them, is the booking kind's. */
export function askedIn(step: 1 | 2, { kind, items, item, departure }: Chosen): Asked[] {
  if (!kind) return []
  const slots = [...kind.requiredSlots, ...kind.optionalSlots].toSorted((a, b) => place(a) - place(b))
  const byCard = items.length > 0 ? ['item'] : []
  // A departure has its day and hour; one that is chosen from a list is not typed too.
  const byDeparture = item && item.slots.length > 0 ? (departure ? ['date', 'time'] : ['date']) : []
  return slots
    .filter((slot) => (inFirstStep.includes(slot) || slot === 'item' ? step === 1 : step === 2))
    .filter((slot) => !byCard.includes(slot) && !byDeparture.includes(slot))
    .map((slot) => ({ slot, optional: !kind.requiredSlots.includes(slot) }))
}

const place = (slot: string) => (order.includes(slot) ? order.indexOf(slot) : order.length)

/** Whether the second step is about a day and a number of people, as it mostly is. */
export const asksWhen = ({ kind }: Chosen): boolean =>
  ['date', 'party_size'].every((slot) => kind?.requiredSlots.includes(slot))

export const isAboutThem = (slot: string): boolean => aboutThem.includes(slot)

/** What is sent: names as the catalogue has them, numbers as numbers, the departure's own day and hour. */
export function bodyOf(form: BookingFormView, answers: Answers): RequestBookingInput {
  const chosen = chosenIn(form, answers)
  const { kind, item, departure } = chosen
  const known = [...(kind?.requiredSlots ?? []), ...(kind?.optionalSlots ?? [])]
  const asked = [...askedIn(1, chosen), ...askedIn(2, chosen)].map(({ slot }) => slot)
  if (item && item.slots.length > 0 && answers.slotId === 'other' && known.includes('date')) asked.push('date')
  const typed = asked.flatMap((slot): [string, string | number][] => {
    const value = tidy(slot, answers.values[slot] ?? '')
    return value === '' ? [] : [[slot, isCount(slot) || isAmount(slot) ? Number(value) : value]]
  })
  const slots: RequestBookingInput['slots'] = Object.fromEntries(typed)
  // The desk refuses what this kind of booking does not know.
  const chose = (slot: string, value: string | undefined) => {
    if (value !== undefined && known.includes(slot)) slots[slot] = value
  }
  chose('item', item?.name)
  chose('date', departure && isoDay(new Date(departure.startsAt), form.zone))
  chose('time', departure && isoTime(new Date(departure.startsAt), form.zone))
  return {
    kind: answers.kind,
    ...(item ? { itemId: item.id } : {}),
    ...(departure ? { slotId: departure.id, seats: seatsOf(answers) } : {}),
    slots,
  }
}

export const seatsOf = (answers: Answers): number => Number(tidy('party_size', answers.values['party_size'] ?? '')) || 1

/** Digits of any script as 0-9 (๐-๙, ０-９), and numbers without the marks people put in them. */
export function tidy(slot: string, value: string): string {
  const plain = value.trim().replace(/[๐-๙０-９]/g, (digit) => String(((digit.codePointAt(0) ?? 0) % 16) % 10))
  if (isCount(slot) || isAmount(slot)) return plain.replace(/[,\s]/g, '')
  if (slot === 'phone') return plain.replace(/[\s().-]/g, '')
  return slot === 'email' ? plain.toLowerCase() : value.trim()
}
