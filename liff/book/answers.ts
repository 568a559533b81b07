import type { BookingFormView, RequestBookingInput } from '../../api/bookings/schema.ts'
import { isoDay, isoTime } from '../time/dates.ts'
import { choiceOf, type OpenForm, timeMeant, timesOn } from './days.ts'

/** What the customer has said so far, as typed: nothing is refused while they type. */
export type Answers = {
  kind: string
  /** '' nothing chosen yet, 'none' no preference */
  itemId: string
  /** '' nothing chosen yet, 'other' a day (and time) of their own */
  slotId: string
  values: Record<string, string>
}

export type Kind = BookingFormView['kinds'][number]
export type Item = BookingFormView['items'][number]
export type Departure = Item['slots'][number]

const A_DAY = /^\d{4}-\d{2}-\d{2}$/
const A_TIME = /^\d{2}:\d{2}$/

/** From the chat's draft: exact values stand in their fields, vague ones ('December', 'morning', '4-6') are shown beside them. */
export function firstAnswers(form: OpenForm): Answers {
  const { draft, kinds, items } = form
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
  const chosen = item && kind?.itemTypes.includes(item.type) ? item : undefined
  return {
    kind: kind?.key ?? '',
    itemId: chosen?.id ?? '',
    slotId: chosen ? slotFor(form, chosen, values) : '',
    values,
  }
}

/** What follows from the day (and time) they know already: a departure, the choice of one, or a day of their own. */
function slotFor(form: OpenForm, item: Item, values: Answers['values']): string {
  const date = values['date'] ?? ''
  if (date === '' || item.slots.length === 0) return ''
  const times = timesOn(form, item, date)
  return timeMeant(times, values['time'] ?? '', form.zone)?.id ?? (choiceOf(times).length > 0 ? '' : 'other')
}

/** Another item: the day goes with it if that is on sale then, or if it is what they told the chat. */
export function withItem(form: OpenForm, answers: Answers, itemId: string): Partial<Answers> {
  const item = form.items.find((it) => it.id === itemId)
  if (!item || item.slots.length === 0) return { itemId, slotId: '' }
  const { date: picked = '', ...rest } = answers.values
  const said = exactly('date', String(form.draft.slots['date'] ?? ''))
  const date = timesOn(form, item, picked).length > 0 ? picked : said
  const values = { ...rest, ...(date && { date }) }
  return { itemId, values, slotId: slotFor(form, item, values) }
}

/** A day of the list is its departure; where it has several, the time they know, or the next question. */
export function withDay(form: OpenForm, answers: Answers, item: Item, date: string): Partial<Answers> {
  const times = timesOn(form, item, date)
  const only = times.length === 1 ? times[0] : timeMeant(times, answers.values['time'] ?? '', form.zone)
  return { values: { ...answers.values, date }, slotId: only?.id ?? '' }
}

/** A day of their own, as typed; if it is on sale, its times are to choose from as those of any other. */
export function withOwnDay(form: OpenForm, answers: Answers, item: Item, date: string): Partial<Answers> {
  const isChoice = choiceOf(timesOn(form, item, date)).length > 0
  return { values: { ...answers.values, date }, slotId: isChoice ? '' : 'other' }
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

/** What a budget is counted in: what the item costs, or all that is offered. Nothing where that is several. */
export function currencyOf({ items }: BookingFormView, item: Item | undefined): string | undefined {
  if (item?.currency) return item.currency
  const all = new Set(items.flatMap((it) => it.currency ?? []))
  return all.size === 1 ? [...all][0] : undefined
}

export const isCount = (slot: string): boolean => slot === 'party_size' || slot === 'duration_nights'
export const isAmount = (slot: string): boolean => slot === 'amount' || slot === 'budget'

export type Chosen = {
  kind: Kind | undefined
  items: Item[]
  item: Item | undefined
  departure: Departure | undefined
  /** the times of the day they chose, where it has several */
  times: Departure[]
  /** a day (and time) of their own */
  ownDay: boolean
}

/** The things behind the answers; what is no longer offered is not chosen. */
export function chosenIn(form: OpenForm, { kind: key, itemId, slotId, values }: Answers): Chosen {
  const kind = form.kinds.find((it) => it.key === key)
  const items = form.items.filter((it) => kind?.itemTypes.includes(it.type))
  const item = items.find((it) => it.id === itemId)
  const ownDay = slotId === 'other'
  const thatDay = item ? timesOn(form, item, values['date'] ?? '') : []
  const departure = ownDay
    ? timeMeant(thatDay, values['time'] ?? '', form.zone)
    : [...(item?.slots ?? []), ...thatDay].find((slot) => slot.id === slotId)
  return { kind, items, item, departure, times: choiceOf(thatDay), ownDay }
}

export const knows = (kind: Kind | undefined, slot: string): boolean =>
  [...(kind?.requiredSlots ?? []), ...(kind?.optionalSlots ?? [])].includes(slot)

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

/** Where a place must be named and there is a list, the list is of places: whoever chooses a golf course has said where. */
export const isPlace = (kind: Kind): boolean => kind.requiredSlots.includes('venue') && kind.itemTypes.length > 0

/** What each step asks, in the order people think; which of them, is the booking kind's. */
export function askedIn(step: 1 | 2, { kind, items, item, ownDay }: Chosen): Asked[] {
  if (!kind) return []
  const slots = [...kind.requiredSlots, ...kind.optionalSlots].toSorted((a, b) => place(a) - place(b))
  const byCard = items.length > 0 ? ['item'] : []
  // A departure has its day and hour; what is chosen from a list is not typed too.
  const byDeparture = item && item.slots.length > 0 ? (ownDay ? ['date'] : ['date', 'time']) : []
  return slots
    .filter((slot) => (inFirstStep.includes(slot) || slot === 'item' ? step === 1 : step === 2))
    .filter((slot) => !byCard.includes(slot) && !byDeparture.includes(slot))
    .filter((slot) => slot !== 'venue' || !item || !isPlace(kind))
    .map((slot) => ({ slot, optional: !kind.requiredSlots.includes(slot) }))
}

const place = (slot: string) => (order.includes(slot) ? order.indexOf(slot) : order.length)

/** Whether the second step is about a day and a number of people, as it mostly is. */
export const asksWhen = ({ kind }: Chosen): boolean =>
  ['date', 'party_size'].every((slot) => kind?.requiredSlots.includes(slot))

export const isAboutThem = (slot: string): boolean => aboutThem.includes(slot)

/** What is sent: names as the catalogue has them, numbers as numbers, the departure's own day and hour. */
export function bodyOf(form: OpenForm, answers: Answers): RequestBookingInput {
  const chosen = chosenIn(form, answers)
  const { kind, item, departure, ownDay } = chosen
  const currency = currencyOf(form, item)
  const asked = [...askedIn(1, chosen), ...askedIn(2, chosen)].map(({ slot }) => slot)
  if (item && item.slots.length > 0 && ownDay && knows(kind, 'date')) asked.push('date')
  const typed = asked.flatMap((slot): [string, string | number][] => {
    const value = tidy(slot, answers.values[slot] ?? '')
    if (value === '') return []
    if (slot === 'budget' && currency) return [[slot, `${Number(value)} ${currency}`]]
    return [[slot, isCount(slot) || isAmount(slot) ? Number(value) : value]]
  })
  const slots: RequestBookingInput['slots'] = Object.fromEntries(typed)
  // The desk refuses what this kind of booking does not know.
  const chose = (slot: string, value: string | undefined) => {
    if (value !== undefined && knows(kind, slot)) slots[slot] = value
  }
  chose('item', item?.name)
  if (kind && isPlace(kind)) chose('venue', item?.name)
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
