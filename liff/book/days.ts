import type { BookingFormView } from '../../api/bookings/schema.ts'
import { isoDay, isoTime } from '../time/dates.ts'
import type { Departure, Item } from './answers.ts'

/** The form as it is open: with what is on sale on a day of their own, which it does not list. */
export type OpenForm = BookingFormView & { named?: NamedDay | undefined }
export type NamedDay = { itemId: string; date: string; slots: Departure[] }

const A_DAY = /^\d{4}-\d{2}-\d{2}$/

type Days = { first: string; last: string }

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

export type DayOnSale = { date: string; times: Departure[] }

/** The days that the form lists of an item, soonest first, each with its times. */
export function daysOf(item: Item, zone: string): DayOnSale[] {
  const days = new Map<string, Departure[]>()
  for (const slot of item.slots) {
    const date = isoDay(new Date(slot.startsAt), zone)
    days.set(date, [...(days.get(date) ?? []), slot])
  }
  return [...days].map(([date, times]) => ({ date, times })).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** What is on sale of an item on a day, as far as we know. */
export function timesOn(form: OpenForm, item: Item, date: string): Departure[] {
  const listed = daysOf(item, form.zone).find((it) => it.date === date)?.times
  return listed ?? (form.named?.itemId === item.id && form.named.date === date ? form.named.slots : [])
}

/** Whether the day is one to ask the desk about: the form lists only the next ones and those that the chat knew were wished. */
export const mustBeAskedFor = (form: OpenForm, item: Item | undefined, date: string): item is Item =>
  item !== undefined &&
  item.slots.length > 0 &&
  A_DAY.test(date) &&
  date >= form.today &&
  daysOf(item, form.zone).every((it) => it.date !== date)

/** The one that is meant by a time, or by the day alone if it has no other; the desk takes the same one. */
export function timeMeant(times: Departure[], time: string, zone: string): Departure | undefined {
  const meant = time
    ? times.find((it) => isoTime(new Date(it.startsAt), zone) === time)
    : times.length === 1
      ? times[0]
      : undefined
  return meant && meant.seatsLeft > 0 ? meant : undefined
}

/** Several times, of which one is to be chosen; where all are full there is nothing to choose. */
export const choiceOf = (times: Departure[]): Departure[] =>
  times.length > 1 && times.some((it) => it.seatsLeft > 0) ? times : []

const AT_FIRST = 6

/** A long list begins with the days that the chat knows are wished, else with the next ones; the chosen one is always there. */
export function daysToShow(days: DayOnSale[], form: OpenForm, chosen: string): DayOnSale[] {
  if (days.length <= AT_FIRST) return days
  const said = daysSaid(form)
  const wished = said ? days.filter((it) => it.date >= said.first && it.date <= said.last) : []
  const first = wished.length > 0 ? wished : days.slice(0, AT_FIRST)
  return days.filter((it) => first.includes(it) || it.date === chosen)
}
