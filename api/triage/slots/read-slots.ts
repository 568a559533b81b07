import type { Gazetteer, Intent, SlotName, Slots, SlotValue, TenantLabels } from '../understanding.ts'
import type { At } from './at.ts'
import type { Lean } from './calendar.ts'
import { readEmails, readPhones } from './contacts.ts'
import { dateValue, readDates } from './dates.ts'
import { type Named, readNamed } from './gazetteer.ts'
import { type MoneyReading, readMoney } from './money.ts'
import { readNames } from './names.ts'
import { readNights } from './nights.ts'
import { readPeople } from './people.ts'
import { plain } from './plain.ts'
import { readOrderIds, readReferences } from './references.ts'
import { type Found, overlaps, type Span } from './scan.ts'
import { readTimes } from './times.ts'

export type SlotContext = At & {
  intent: Intent
  caseType?: string
  bookingKind?: string
  labels: TenantLabels
  gazetteer: Gazetteer
}

const CHANGE = /change|reschedule|edit/
const NEAR = /change|cancel|reschedule|confirmation|document|roster|flight|edit|class_changed/

const leanOf = (it: SlotContext): Lean =>
  it.intent !== 'case_report' ? 'future' : NEAR.test(it.caseType ?? '') ? 'near' : 'past'

/** What the grammars find in one message, read in the light of its intent and label. */
export const readSlots = (text: string, context: SlotContext): Slots => {
  if (context.intent === 'smalltalk' || context.intent === 'other') return {}
  const known = knownSlots(context.labels)
  const low = plain(text)
  const references = readReferences(text)
  const orderIds = readOrderIds(text).filter((it) => !references.some((other) => overlaps(it, other)))
  const emails = readEmails(text)
  const phones = readPhones(text).filter((it) => !hits(it, references, orderIds))
  const links = spans(/https?:\/\/\S+/g, text)
  const fixed: Span[] = [...references, ...orderIds, ...emails, ...phones, ...links]
  const named = readNamed(text, context.gazetteer).filter((it) => !hits(it, fixed))
  const dates = wantedDates(
    low,
    readDates(text, context, leanOf(context)).filter((it) => !hits(it, fixed, named.filter(ownItem))),
    context,
  )
  const nights = readNights(text, [...fixed, ...dates])
  const times = readTimes(text, context, [...fixed, ...dates])
  const people = readPeople(text, [...fixed, ...dates, ...nights, ...times, ...named])
  const money = readMoney(text, [...fixed, ...dates, ...nights, ...people, ...times, ...named])
  const names = readNames(text, [...emails, ...links])

  const slots: Slots = {}
  put(slots, 'reference', plainValues(references))
  put(slots, 'order_id', plainValues(orderIds))
  put(slots, 'email', plainValues(emails))
  put(slots, 'phone', plainValues(phones))
  put(slots, 'name', plainValues(names))
  put(
    slots,
    'date',
    dates.flatMap((it) => valueOf(it.text, dateValue(it))),
  )
  put(
    slots,
    'time',
    vagueTimeMatters(context) ? plainValues(times) : plainValues(times.filter((it) => it.value.includes(':'))),
  )
  if (known.has('party_size')) put(slots, 'party_size', plainValues(people))
  if (known.has('duration_nights') && context.intent !== 'case_report')
    put(slots, 'duration_nights', plainValues(nights))
  placeNames(slots, low, named, context, known)
  placeMoney(slots, money, context)
  return slots
}

const placeNames = (
  slots: Slots,
  low: string,
  named: Found<Named>[],
  context: SlotContext,
  known: ReadonlySet<SlotName>,
): void => {
  const kind = context.labels.bookingKinds.find((it) => it.key === context.bookingKind)
  const isTransfer =
    kind?.requiredSlots.includes('destination') === true &&
    kind.optionalSlots.includes('venue') &&
    kind.requiredSlots.includes('time')
  for (const it of named) {
    const slot = isTransfer && it.value.slot !== 'item' ? endOfRide(low, it) : it.value.slot
    if (slot === 'destination' && !known.has('destination')) continue
    put(slots, slot, [{ text: it.text, value: it.value.value }])
  }
}

/** A ride has two ends: where it picks up (venue) and where it drops off (destination). */
const endOfRide = (low: string, it: Found<Named>): 'venue' | 'destination' => {
  const before = low.slice(Math.max(0, it.index - 22), it.index)
  const after = low.slice(it.index + it.text.length, it.index + it.text.length + 8)
  if (/^\s*(?:から|発|出発|->|→|to |ไป|ส่ง)/.test(after)) return 'venue'
  if (/^\s*(?:まで|へ|行き)/.test(after)) return 'destination'
  if (/(?:ไปส่ง|ไปลง|ส่งที่|ส่ง|ถึง|ไปที่|ไป|to|to the|->|→|drop(?:[ -]?off)?(?: at)?)\s*(?:the )?\S{0,8}\s?$/.test(before))
    return 'destination'
  return /(?:รับ|จาก|from|at|pick(?:ed)?(?: me| us)?[ -]?up|ที่)\s*(?:ที่|จาก|the|our|at|from)?\s*(?:hotel|โรงแรม|คอนโด)?\s*\S{0,6}$/.test(
    before,
  )
    ? 'venue'
    : 'destination'
}

const placeMoney = (slots: Slots, money: MoneyReading[], context: SlotContext): void => {
  if (context.intent === 'booking_request') {
    const kind = context.labels.bookingKinds.find((it) => it.key === context.bookingKind)
    const counts = kind !== undefined && [...kind.requiredSlots, ...kind.optionalSlots].includes('amount')
    const budgets = money.filter((it) => it.role === 'budget' || it.currency !== undefined)
    put(slots, 'budget', budgets.slice(0, 1).map(moneyValue))
    if (counts)
      put(
        slots,
        'amount',
        money
          .filter((it) => !budgets.includes(it))
          .slice(0, 2)
          .map((it) => ({ text: it.text, value: it.value, unit: 'qty' as const })),
      )
    return
  }
  const paid = money.filter(
    (it) => it.role === 'money' || it.role === 'budget' || (it.role === 'bare' && it.value >= 100),
  )
  put(slots, 'amount', paid.map(moneyValue))
}

const moneyValue = ({ text, value, currency, per }: MoneyReading): SlotValue => ({
  text,
  value,
  ...(currency ? { currency } : {}),
  ...(per ? { per } : {}),
})

/** In "from Wednesday to Friday" of a change the wanted day counts, and a loose "weekend" gives way to a real date. */
const wantedDates = <T extends Span & { to?: string }>(low: string, dates: T[], context: SlotContext): T[] => {
  if (dates.length < 2) return dates
  const exact = dates.filter((it) => !/^(?:weekend|the weekend|เสาร์.?อาทิตย์)$/i.test(it.text))
  const kept = exact.length > 0 ? exact : dates
  if (!CHANGE.test(context.caseType ?? '') || kept.length < 2) return kept
  const wanted = kept.filter(
    (it) =>
      !/(?:จาก|จากวันที่|from|from the|ของ|จองไว้|booked for|ลงไว้|คลาส\S{0,10}|not)\s*$/.test(low.slice(0, it.index)) &&
      !/^\s*(?:ไม่ว่าง|ไปไม่ได้|ไม่ได้แล้ว|の予約|を|から(?!で))/.test(low.slice(it.index + it.text.length)),
  )
  return wanted.length > 0 ? wanted : kept
}

const ownItem = (it: Found<Named>): boolean => it.value.slot === 'item'

const vagueTimeMatters = (it: SlotContext): boolean => it.intent === 'booking_request' || CHANGE.test(it.caseType ?? '')

const knownSlots = (labels: TenantLabels): ReadonlySet<SlotName> => {
  const known =
    sets.get(labels) ?? new Set(labels.bookingKinds.flatMap((it) => [...it.requiredSlots, ...it.optionalSlots]))
  sets.set(labels, known)
  return known
}
const sets = new WeakMap<TenantLabels, ReadonlySet<SlotName>>()

const hits = (span: Span, ...others: (readonly Span[])[]): boolean =>
  others.some((some) => some.some((it) => overlaps(span, it)))

const spans = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map((it) => ({ index: it.index, text: it[0] }))

const plainValues = (found: Found<string | number>[]): SlotValue[] => found.map(({ text, value }) => ({ text, value }))

const valueOf = (text: string, value: string | undefined): SlotValue[] => (value === undefined ? [] : [{ text, value }])

const put = (slots: Slots, name: SlotName, values: SlotValue[]): void => {
  const before = slots[name] ?? []
  const fresh = values.filter((it, i) => ![...before, ...values.slice(0, i)].some((other) => other.value === it.value))
  if (fresh.length > 0) slots[name] = [...before, ...fresh]
}
