import type { Copy } from '../copy/en.ts'
import { type Answers, askedIn, chosenIn, isAmount, isCount, knows, seatsOf, tidy } from './answers.ts'
import type { OpenForm } from './days.ts'

export type Fault =
  | 'missing'
  | 'date_past'
  | 'date'
  | 'time'
  | 'number'
  | 'at_least_one'
  | 'phone'
  | 'email'
  | 'too_long'
  | 'refused'
  | { tooMany: number }

export type Faults = Record<string, Fault>

/** What is wrong in a step, by field; nothing, and the next one may come. */
export function faultsIn(step: 1 | 2, form: OpenForm, answers: Answers): Faults {
  const chosen = chosenIn(form, answers)
  const { kind, items, item, departure, times, ownDay } = chosen
  if (!kind) return { kind: 'missing' }
  const faults: Faults = {}
  const note = (field: string, fault: Fault | undefined) => {
    if (fault) faults[field] ??= fault
  }
  if (step === 1 && items.length > 0 && kind.requiredSlots.includes('item') && !item) note('item', 'missing')
  if (step === 2 && item && item.slots.length > 0 && !departure) {
    // A date of their own is typed only after 'another date', and a time only after 'another time'.
    if (times.length > 0 && !(ownDay && knows(kind, 'time'))) note('time', 'missing')
    else note('date', ownDay ? faultOf('date', false, form, answers) : 'missing')
  }
  for (const { slot, optional } of askedIn(step, chosen)) note(slot, faultOf(slot, optional, form, answers))
  const most = departure?.seatsLeft ?? item?.maxPeople
  if (step === 2 && typeof most === 'number' && seatsOf(answers) > most) note('party_size', { tooMany: most })
  return faults
}

function faultOf(slot: string, optional: boolean, form: OpenForm, answers: Answers): Fault | undefined {
  const value = tidy(slot, answers.values[slot] ?? '')
  if (value === '') return optional ? undefined : 'missing'
  if (value.length > 500) return 'too_long'
  if (slot === 'date') return faultOfDate(value, form.today)
  if (slot === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : 'time'
  if (isCount(slot)) return /^\d{1,4}$/.test(value) ? (Number(value) < 1 ? 'at_least_one' : undefined) : 'number'
  if (isAmount(slot))
    return /^\d{1,12}(\.\d{1,2})?$/.test(value) ? (Number(value) > 0 ? undefined : 'at_least_one') : 'number'
  if (slot === 'phone') return /^\+?\d{9,15}$/.test(value) ? undefined : 'phone'
  if (slot === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'email'
  return undefined
}

const faultOfDate = (value: string, today: string): Fault | undefined =>
  !/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))
    ? 'date'
    : value < today
      ? 'date_past'
      : undefined

/** A fault as the sentence under its field. */
export function inWords(field: string, fault: Fault | undefined, { book }: Copy): string | undefined {
  if (fault === undefined) return undefined
  if (typeof fault === 'object') return book.wrong.too_many(fault.tooMany)
  if (fault === 'missing') return book.wrong.missing[field] ?? book.wrong.missingAny
  return fault === 'refused' ? book.refusedField : book.wrong[fault]
}

/** The desk's name of a field ('slots.date', 'slotId') as the form's, and the step it stands in. */
export function whereIs(field: string, form: OpenForm, answers: Answers): { field: string; step: 1 | 2 } | undefined {
  const names: Record<string, string> = { itemId: 'item', slotId: 'date', seats: 'party_size' }
  const name = names[field] ?? field.replace(/^(body\.)?slots\./, '')
  const chosen = chosenIn(form, answers)
  if (name === 'kind' || name === 'item' || askedIn(1, chosen).some(({ slot }) => slot === name))
    return { field: name, step: 1 }
  if (name === 'date' || name === 'time' || askedIn(2, chosen).some(({ slot }) => slot === name))
    return { field: name, step: 2 }
  return undefined
}
