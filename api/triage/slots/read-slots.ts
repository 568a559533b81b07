import type { CaseConcern } from '../../cases/schema.ts'
import {
  concernsOf,
  type Gazetteer,
  type Intent,
  isCalled,
  type SlotName,
  type Slots,
  type SlotValue,
  type TenantLabels,
} from '../understanding.ts'
import { ofBooking, ofCase } from './amounts.ts'
import type { At } from './at.ts'
import type { Lean } from './calendar.ts'
import { clean } from './clean.ts'
import { type DateReading, dateValue } from './dates.ts'
import { everySlotOf, findsIn, isItem } from './finds.ts'
import type { Named } from './gazetteer.ts'
import { privateClass } from './menus.ts'
import { plain } from './plain.ts'
import { endsOfRide, lodgingIn, namelessEnds } from './rides.ts'
import { ofAll } from './some-of-party.ts'
import type { Found } from './scan.ts'
import { wantedDates, wantedPeople, wantedTimes } from './wanted.ts'

export type SlotContext = At & {
  intent: Intent
  caseType?: string
  bookingKind?: string
  labels: TenantLabels
  gazetteer: Gazetteer
}

/** What such a trouble is about lies ahead: its days are the nearest. */
const NEAR: readonly CaseConcern[] = ['change', 'cancellation', 'upcoming', 'flight']
/** Cases in which the number of people is part of the matter. In others it counts the hurt, the late, the angry. */
const COUNTS_PEOPLE: readonly CaseConcern[] = ['change', 'party']

/** What was sent, paid or asked for lies behind, even for somebody who only asks how far it is. */
const IS_BEHIND =
  /โอน|ส่งไป|ส่งให้|แจ้งไว้|แจ้งไป|ขอไว้|ยื่น|ตั้งแต่|since|(?<![a-z])(?:sent|paid|filed|submitted|asked|reported|requested)(?![a-z])|付了|提交|振り込|送りました|依頼した/

const isAbout = (it: SlotContext, ...any: readonly CaseConcern[]): boolean =>
  concernsOf(it.labels, it.caseType).some((one) => any.includes(one))

const leanOf = (it: SlotContext, low: string): Lean =>
  it.intent === 'status_query' && IS_BEHIND.test(low)
    ? 'past'
    : it.intent !== 'case_report'
      ? 'future'
      : isAbout(it, ...NEAR)
        ? 'near'
        : 'past'

/** What the grammars find in one message, read in the light of its intent and label. */
export const readSlots = (written: string, context: SlotContext): Slots => {
  if (context.intent === 'smalltalk' || context.intent === 'other') return {}
  const { text, asWritten } = clean(written)
  const low = plain(text)

  const found = findsIn(text, context, leanOf(context, low))
  const { references, orderIds, emails, phones, named, nights, people, money, names } = found
  const wants = slotsOf(context, named.some(isItem), low.length <= BRIEF)
  const dates = wantedDates(low, found.dates, context)
  const times = wantedTimes(low, found.times, context)

  const slots: Slots = {}
  const put = (name: SlotName, found: readonly Found<string | number>[]) =>
    add(
      slots,
      name,
      found.map(asWritten).map(({ text: said, value }) => ({ text: said, value })),
    )

  put('reference', references)
  put('order_id', orderIds)
  put('email', emails)
  put('phone', phones)
  if (context.intent !== 'question' && context.intent !== 'status_query') put('name', names)
  if (wants.has('date')) put('date', dates.flatMap(dated))
  put('time', saysPartsOfDay(context) ? times : times.filter((it) => it.value.includes(':')))
  if (wants.has('party_size')) put('party_size', wantedPeople(low, ofAll(low, people), context))
  if (wants.has('duration_nights')) put('duration_nights', nights.slice(0, 1))
  placeNames(put, low, named, context, wants)
  const values = money.map(asWritten)
  if (context.intent === 'booking_request') {
    const { budget, amount } = ofBooking(values, wants.has('amount'), low)
    add(slots, 'budget', budget)
    add(slots, 'amount', amount)
  } else if (context.intent === 'case_report')
    add(slots, 'amount', ofCase(money, low, concernsOf(context.labels, context.caseType)))
  return context.intent === 'question' && low.length > BRIEF ? ofQuestion(slots) : slots
}

type Put = (name: SlotName, found: readonly Found<string | number>[]) => void

/** The slots that matter here: those of the kind that is booked, and for a case what tells where, when and what. */
const slotsOf = (context: SlotContext, hasItem: boolean, isBrief: boolean): ReadonlySet<SlotName> => {
  const known = everySlotOf(context.labels)
  const wanted = new Set<SlotName>(known)
  wanted.add('date').add('item').add('venue')
  if (context.intent === 'booking_request') {
    const kind = context.labels.bookingKinds.find((it) => it.key === context.bookingKind)
    const listed = kind && [...kind.requiredSlots, ...kind.optionalSlots]
    if (!listed) return wanted
    // what is named by its own name tells the kind of booking better than the rest of the words, where things are booked by name
    if (!listed.includes('item') && !sellsByName(context.labels)) wanted.delete('item')
    // where to and how long is the tour's own; while none was named it may help to find one
    const isOpen = kind.requiredSlots.includes('item') && !hasItem
    for (const name of isOpen ? STRICT : [...STRICT, ...OF_THE_ITEM]) if (!listed.includes(name)) wanted.delete(name)
    return wanted
  }
  if (context.intent !== 'question' && !isAbout(context, ...COUNTS_PEOPLE)) {
    wanted.delete('duration_nights')
    if (!isBrief) wanted.delete('party_size')
  }
  if (!isTravel(context.labels)) wanted.delete('destination')
  return wanted
}

/** 'me and my wife' may answer a question, whatever else it may seem to be. */
const BRIEF = 24
const sellsByName = (labels: TenantLabels): boolean =>
  labels.bookingKinds.some((it) => it.requiredSlots.includes('item'))

/** Slots nobody fills in for a kind of booking that does not list them. */
const STRICT: SlotName[] = ['amount']
const OF_THE_ITEM: SlotName[] = ['destination', 'duration_nights']

/** Whether places are what the tenant sells; else a town in a complaint is only where somebody works. */
const isTravel = (labels: TenantLabels): boolean =>
  labels.bookingKinds.filter((it) => it.requiredSlots.includes('destination')).length * 2 >= labels.bookingKinds.length

const placeNames = (
  put: Put,
  low: string,
  named: readonly Found<Named>[],
  context: SlotContext,
  wants: ReadonlySet<SlotName>,
): void => {
  const kind = context.labels.bookingKinds.find((it) => it.key === context.bookingKind)
  const isRide =
    kind?.requiredSlots.includes('destination') === true &&
    kind.requiredSlots.includes('time') &&
    kind.optionalSlots.includes('venue')
  if (isRide) named = [...named, ...namelessEnds(low, named)].sort((a, b) => a.index - b.index)
  const ends = isRide
    ? endsOfRide(
        low,
        named.filter((it) => !isItem(it)),
      )
    : undefined
  const own = isCalled(context.labels, context.bookingKind, PRIVATE) ? privateClass(low, low) : undefined
  if (own && hasPrivateClass(context.gazetteer)) {
    put('item', [own])
    named = named.filter((it) => !isItem(it))
  }
  for (const it of named) {
    if (isItem(it)) {
      if (wants.has('item')) put('item', [nameOf(it)])
      continue
    }
    if (it.value.town && !ends && context.intent === 'booking_request') {
      if (wants.has('destination')) put('destination', [{ ...nameOf(it), value: it.value.town }])
      continue
    }
    const slot = ends?.get(it) ?? (it.value.stop ? 'venue' : it.value.slot)
    if (slot === 'destination' && !wants.has('destination')) continue
    if (slot === 'venue' && it.value.stop && !ends && context.intent !== 'case_report') continue
    if (!ends && isNotWanted(low, it, named)) continue
    if (isOldPlace(low, it, named, context)) continue
    const name = nameOf(it)
    const lodging =
      ends?.get(it) === 'venue' && !it.value.stop && it.value.slot === 'destination' ? lodgingIn(low, it) : name.value
    if (lodging !== undefined) put(slot, [{ ...name, value: lodging }])
  }
}

/** "Borneo rather than Bali", ไม่เอาเชียงรายแล้ว; or only where a day out is to begin. */
const isNotWanted = (low: string, it: Found<Named>, named: readonly Found<Named>[]): boolean =>
  named.length > 1 &&
  /(?:instead of|rather than|(?<![a-z])not|ไม่เอา|ไม่ไป|แทนที่จะไป|แทน|不去|(?:hotel )?pick[- ]?up (?:in|at|from)|pick us up (?:in|at)|รับที่)\s*(?:the |hotel )?$/.test(
    low.slice(Math.max(0, it.index - 20), it.index),
  )

/** In a move from one branch to another the new one is meant. */
const isOldPlace = (low: string, it: Found<Named>, named: readonly Found<Named>[], context: SlotContext): boolean =>
  context.intent === 'case_report' &&
  named.length > 1 &&
  /(?:จาก|(?<![a-z])from (?:the )?)$/.test(low.slice(Math.max(0, it.index - 10), it.index)) &&
  /^\S{0,12}\s*(?:ไป|เป็น|มา|to )/.test(low.slice(it.index + it.text.length, it.index + it.text.length + 20))

/** What is held for one party alone. */
const PRIVATE = /(?<![a-z])private(?![a-z])|ส่วนตัว|ไพรเวท|プライベート|貸切|個人レッスン|私人|包场/i

const hasPrivateClass = (gazetteer: Gazetteer): boolean => gazetteer.some((it) => /^private class\b/i.test(it.value))

const nameOf = ({ index, text, value }: Found<Named>): Found<string> => ({ index, text, value: value.value })

/** A question holds a slot or two by the way; it is about a booking only if it says when and who, or so much more. */
const ofQuestion = (slots: Slots): Slots => {
  const isPlan = slots.date !== undefined && (slots.party_size ?? slots.time ?? slots.duration_nights) !== undefined
  if (isPlan) return slots
  const { reference, order_id, phone, email, venue } = slots
  return {
    ...(reference && { reference }),
    ...(order_id && { order_id }),
    ...(phone && { phone }),
    ...(email && { email }),
    ...(venue && { venue }),
  }
}

/** A part of the day is a time only where a time is asked for. */
const saysPartsOfDay = (context: SlotContext): boolean => {
  const kind = context.labels.bookingKinds.find((it) => it.key === context.bookingKind)
  return !kind || kind.requiredSlots.includes('time') || kind.optionalSlots.includes('time')
}

const dated = (it: DateReading): Found<string>[] => {
  const value = dateValue(it)
  return value === undefined ? [] : [{ index: it.index, text: it.text, value }]
}

const add = (slots: Slots, name: SlotName, values: SlotValue[]): void => {
  const known = slots[name] ?? []
  const said = new Set(known.map((it) => it.value))
  for (const it of values) {
    if (said.has(it.value)) continue
    said.add(it.value)
    known.push(it)
  }
  if (known.length > 0) slots[name] = known
}
