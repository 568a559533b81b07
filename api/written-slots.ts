import { z } from 'zod'

const MOST_SLOTS = 40

const MOST_AMOUNT = 1_000_000_000

type Written = Record<string, string | number>
const isWhole = (it: string | number, least: number, most: number): boolean =>
  typeof it === 'number' && Number.isInteger(it) && it >= least && it <= most

/** A day that is in the calendar. */
export function isDay(it: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(it)) return false
  const at = new Date(`${it}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(it)
}
const isMonth = (it: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(it)
const isTime = (it: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(it)

function isOneOrTwo(it: string | number, is: (one: string) => boolean): boolean {
  const parts = String(it).split('/')
  return parts.length <= 2 && parts.every(is)
}

/** The forms in which the chat keeps them, too; what other slots say is free. */
const forms: Record<string, { is: (it: string | number) => boolean; message: string }> = {
  date: {
    is: (it) => isOneOrTwo(it, (day) => isDay(day) || isMonth(day)),
    message: 'Is a day of the calendar (YYYY-MM-DD) or a month (YYYY-MM), or two with a slash between',
  },
  time: {
    is: (it) => isOneOrTwo(it, isTime),
    message: 'Is a time of day (HH:mm), or two with a slash between',
  },
  party_size: { is: (it) => isWhole(it, 1, 500), message: 'Is a whole number from 1 to 500' },
  amount: {
    is: (it) => typeof it !== 'number' || (it > 0 && it <= MOST_AMOUNT),
    message: 'Is more than nothing, and a thousand million at most',
  },
  duration_nights: { is: (it) => isWhole(it, 0, 365), message: 'Is a whole number from 0 to 365' },
}

/** What cannot be meant by slots that somebody wrote, by name; the empty name stands for all of them. */
export function wrongIn(slots: Written): { slot: string; message: string }[] {
  if (Object.keys(slots).length > MOST_SLOTS) return [{ slot: '', message: `Has ${MOST_SLOTS} fields at most` }]
  return Object.entries(slots).flatMap(([slot, it]) => {
    const form = Object.hasOwn(forms, slot) ? forms[slot] : undefined
    return form && !form.is(it) ? [{ slot, message: form.message }] : []
  })
}

/** The same as a schema: each wrong slot is an issue of its own. */
export const WrittenSlots = z
  .record(
    z.string().max(40),
    z.union([z.string().max(500), z.number()], { error: 'Is a text of up to 500 characters, or a number' }),
  )
  .superRefine((slots: Written, check) => {
    for (const { slot, message } of wrongIn(slots))
      check.addIssue({ code: 'custom', path: slot ? [slot] : [], message })
  })
