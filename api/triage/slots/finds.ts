import type { Gazetteer, SlotName, TenantLabels } from '../understanding.ts'
import type { At } from './at.ts'
import type { Lean } from './calendar.ts'
import { readEmails, readPhones } from './contacts.ts'
import { type DateReading, readDates } from './dates.ts'
import { type Named, readNamed } from './gazetteer.ts'
import { type MoneyReading, readMoney } from './money.ts'
import { readNames } from './names.ts'
import { type NightsReading, readNights } from './nights.ts'
import { type PeopleReading, readPeople } from './people.ts'
import { readOrderIds, readReferences } from './references.ts'
import { coverOf, type Found, type Span, touches } from './scan.ts'
import { readTimes, type TimeReading } from './times.ts'

type Among = At & { labels: TenantLabels; gazetteer: Gazetteer }

/** What the grammars find in some words, whatever these are about. */
type Finds = {
  references: readonly Found<string>[]
  orderIds: readonly Found<string>[]
  emails: readonly Found<string>[]
  phones: readonly Found<string>[]
  named: readonly Found<Named>[]
  dates: readonly DateReading[]
  nights: readonly NightsReading[]
  times: readonly TimeReading[]
  people: readonly PeopleReading[]
  money: readonly MoneyReading[]
  names: readonly Found<string>[]
}

/** The same words are read for one kind of booking after another, within a turn and by several turns at once. */
const lately = new WeakMap<Gazetteer, Map<string, Finds>>()
const MOST_KEPT = 200

export const findsIn = (text: string, among: Among, lean: Lean): Finds => {
  const kept = lately.get(among.gazetteer) ?? new Map<string, Finds>()
  lately.set(among.gazetteer, kept)
  const withPeople = everySlotOf(among.labels).has('party_size')
  const key = `${lean} ${withPeople} ${among.now.getTime()} ${among.zone} ${text}`
  const known = kept.get(key)
  if (known) return known
  const finds = searched(text, among, lean, withPeople)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, finds)
  return finds
}

const searched = (text: string, among: Among, lean: Lean, withPeople: boolean): Finds => {
  const references = readReferences(text)
  const orderIds = clearOf(readOrderIds(text), text.length, references)
  const emails = readEmails(text)
  const phones = clearOf(readPhones(text), text.length, references, orderIds)
  const links = spans(/https?:\/\/\S+|www\.\S+/g, text)
  const fixed: Span[] = [...references, ...orderIds, ...emails, ...phones, ...links]
  const named = clearOf(readNamed(text, among.gazetteer), text.length, fixed)
  const items = named.filter(isItem)
  const dates = clearOf(readDates(text, among, lean), text.length, fixed, items)
  const nights = readNights(text, [...fixed, ...dates])
  const times = readTimes(text, among, [...fixed, ...dates, ...items])
  const people = withPeople ? readPeople(text, [...fixed, ...dates, ...nights, ...times, ...named]) : []
  const money = readMoney(text, [...fixed, ...dates, ...nights, ...people, ...times, ...named])
  const names = readNames(text, [...emails, ...links, ...named, ...references, ...orderIds])
  return { references, orderIds, emails, phones, named, dates, nights, times, people, money, names }
}

export const isItem = (it: Found<Named>): boolean => it.value.slot === 'item'

/** All that any kind of booking here asks for. */
export const everySlotOf = (labels: TenantLabels): ReadonlySet<SlotName> => {
  const known =
    sets.get(labels) ?? new Set(labels.bookingKinds.flatMap((it) => [...it.requiredSlots, ...it.optionalSlots]))
  sets.set(labels, known)
  return known
}
const sets = new WeakMap<TenantLabels, ReadonlySet<SlotName>>()

const clearOf = <T extends Span>(found: T[], length: number, ...taken: (readonly Span[])[]): T[] => {
  const cover = coverOf(length, ...taken)
  return found.filter((it) => !touches(cover, it))
}

const spans = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map((it) => ({ index: it.index, text: it[0] }))
