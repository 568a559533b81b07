import type { BookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { priceOfMove } from '../../api/bookings/queries/price-of-move.ts'
import type { Price } from '../../api/catalogue/queries/prices.ts'
import type { CaseInFull } from '../../api/cases/queries/case-in-full.ts'
import type { Hands } from '../../api/conversations/queries/in-staff-hands.ts'
import type { NewestNote } from '../../api/conversations/queries/notes.ts'
import type { ChatWindow } from '../../api/whatsapp/schema.ts'
import { readYesNo } from '../../api/triage/slots/yes-no.ts'
import type { Act, Card } from '../../api/outbox/schema.ts'
import type { Asks, Language, Tenant } from '../../api/tenants/schema.ts'
import { type Copy, copyIn } from '../copy/copy.ts'
import { calendarDay, clockTime, dayWords, dueTime, money, wholeMoney } from '../copy/formats.ts'
import { cut } from '../cut.ts'
import { placeIn } from '../copy/places.ts'
import { slotLabel } from '../copy/slots.ts'
import { card, tapsOf } from '../messages.ts'
import { whenWords } from '../notices/offered-time.ts'
import { differenceWords } from '../notices/price-words.ts'
import { bookingActs, caseActs, handsAct, isOver, isWaiting } from './card-acts.ts'
import { cardFiles } from './card-files.ts'
import { firstStepFact } from './first-step.ts'

export type Reader = { tenant: Tenant; language: Language; now: Date; publicUrl: string }

const MOST_SAID = 300
const MOST_NOTED = 200

/** The one picture staff have of a case: who, what, how urgent, what was said, and what can be done now. */
export function caseCard(full: CaseInFull, reader: Reader, heading?: string): Card {
  const copy = copyIn(reader.language)
  const { it } = full
  const open = !isOver(it)
  const sent = cardFiles({ kind: 'case_files', id: it.id }, full.files, reader, copy)
  return card({
    ...sent.shown,
    title: `${it.reference} · ${nameIn(full.typeNames, reader.language)}`,
    ...((heading ?? open) && { subtitle: heading ?? copy.staff.caseStatus[it.status] }),
    badge: {
      text: open ? copy.severity[it.severity] : copy.caseStatus[it.status],
      tone: !open ? 'good' : it.severity === 'critical' ? 'critical' : it.severity === 'high' ? 'warning' : 'calm',
    },
    facts: [
      { label: copy.customer, value: whoAsks(full, copy) },
      ...(heading ? [{ label: copy.staff.state, value: copy.staff.caseStatus[it.status] }] : []),
      { label: copy.staff.owner, value: full.ownerName ?? copy.staff.nobody },
      ...(open && full.onShift.length ? [{ label: copy.acts.onShift, value: full.onShift.join(', ') }] : []),
      ...(open && it.slaDueAt ? [{ label: copy.staff.clock, value: clockOf(it.slaDueAt, reader, copy) }] : []),
      ...windowFact(full.window, reader),
      ...(open ? suggestedFact(full, copy, reader.language) : []),
      ...ordersFact(full, copy, reader.language),
      ...slotFacts(withoutOrder(it.slots), full.asks, copy, reader.language),
      ...(full.providerName ? [{ label: copy.acts.providerLabel, value: full.providerName }] : []),
      ...(full.causeNames ? [{ label: copy.staff.cause, value: nameIn(full.causeNames, reader.language) }] : []),
      ...sent.facts,
      ...withdrawnFact(full.withdrawn, copy),
      ...noteFact(full.note, reader),
      ...(open ? firstStepFact(full, reader) : []),
    ],
    ...(full.said.length && { body: `${copy.staff.said}: ${cutWords(full.said.join('\n'))}` }),
    acts: [...caseActs(full, copy, tapsOf(reader)), ...notesAct('case', it.id, full.note, reader), ...sent.acts],
  })
}

/** Which order it is about, whoever named it. */
function ordersFact({ it, asks }: CaseInFull, copy: Copy, language: Language): Card['facts'] {
  const said = it.slots['order_id']
  const named = typeof said === 'string' || typeof said === 'number' ? [String(said)].filter(Boolean) : []
  const orders = new Set([...named, ...it.orderRefs])
  const label = slotLabel('order_id', asks, language) || copy.acts.orders
  return orders.size > 0 ? [{ label, value: [...orders].join(', ') }] : []
}

const withoutOrder = (slots: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(slots).filter(([name]) => name !== 'order_id'))

/** The same for a booking. */
export function bookingCard(full: BookingInFull, reader: Reader, heading?: string): Card {
  const copy = copyIn(reader.language)
  const { it } = full
  // 'yes, send it' is no news
  const said = full.said.filter((words) => readYesNo(words) === undefined)
  const waits = isWaiting(it)
  const sent = cardFiles({ kind: 'booking_files', id: it.id }, full.files, reader, copy)
  return card({
    ...sent.shown,
    title: bookingTitle(full, reader),
    ...(heading && { subtitle: heading }),
    badge: bookingBadge(it, copy),
    facts: [
      { label: copy.customer, value: whoAsks(full, copy) },
      ...bookedFacts(full, reader),
      { label: copy.staff.owner, value: full.ownerName ?? copy.staff.nobody },
      ...(it.proposal ? [{ label: copy.acts.waitsForCustomer, value: offeredWords(full, reader) }] : []),
      ...(it.cancelAskedAt
        ? [
            {
              label: copy.acts.cancelAsked,
              value: dueTime(it.cancelAskedAt, reader.now, reader.language, reader.tenant.zone),
            },
          ]
        : []),
      ...((waits || it.cancelAskedAt) && it.slaDueAt && !it.answeredAt
        ? [{ label: copy.staff.clock, value: clockOf(it.slaDueAt, reader, copy) }]
        : []),
      ...windowFact(full.window, reader),
      ...noteFact(full.note, reader),
      ...sent.facts,
      ...withdrawnFact(full.withdrawn, copy),
    ],
    ...(said.length && { body: `${copy.staff.said}: ${cutWords(said.join('\n'))}` }),
    acts: [...bookingActs(full, copy, tapsOf(reader)), ...notesAct('booking', it.id, full.note, reader), ...sent.acts],
  })
}

/** What whoever booked keeps of it: what, when, for how many. Nothing of how we work on it. */
export const bookedCard = (full: BookingInFull, reader: Reader): Card =>
  card({
    title: bookingTitle(full, reader),
    badge: bookingBadge(full.it, copyIn(reader.language)),
    facts: bookedFacts(full, reader),
  })

/** Of a group it is said which: the answer goes there, and others read it. */
const whoAsks = (it: { contactName: string | null; groupName: string | null }, copy: Copy): string =>
  it.groupName ? `${it.contactName ?? copy.customer} (${it.groupName})` : (it.contactName ?? copy.customer)

const bookingTitle = (full: BookingInFull, { language }: Reader): string =>
  `${full.it.reference} · ${nameIn(full.kindNames, language)}`

const bookingBadge = (it: BookingInFull['it'], copy: Copy): NonNullable<Card['badge']> => ({
  text: copy.staff.stage[it.stage],
  tone: it.stage === 'confirmed' ? 'good' : isWaiting(it) ? 'warning' : 'calm',
})

function bookedFacts(full: BookingInFull, reader: Reader): Card['facts'] {
  const { language, now, tenant } = reader
  const copy = copyIn(language)
  const { it } = full
  const item = full.itemName && nameIn({ ...full.itemNames, en: full.itemName }, language)
  const when =
    full.startsAt &&
    `${dayWords(full.startsAt, now, language, tenant.zone)} ${clockTime(full.startsAt, language, tenant.zone)}`
  return [
    ...(item ? [{ label: copy.booking.item, value: item }] : []),
    ...(when ? [{ label: copy.booking.when, value: when }] : []),
    ...(it.seats ? [{ label: copy.staff.seats, value: `${it.seats}${seatsWord(it.seatsState, copy)}` }] : []),
    ...slotFacts(
      withoutShown(it.slots, full.itemName, full.startsAt !== null, it.seats !== null),
      full.asks,
      copy,
      language,
    ),
    ...(it.valueMinor && it.currency
      ? [{ label: copy.staff.value, value: money(it.valueMinor, it.currency, language) }]
      : []),
  ]
}

/** The time that was offered instead, for whoever reads it, and what it does to the price. */
export function offeredWords(full: BookingInFull, reader: Reader): string {
  const offer = full.it.proposal
  if (full.offeredStartsAt) return pricedWhen(full, { startsAt: full.offeredStartsAt }, reader)
  return offer?.date ? pricedWhen(full, { date: offer.date, time: offer.time }, reader) : ''
}

/** Another time for a booking, with what it would cost more or less than the present one. */
export function pricedWhen(full: BookingInFull, time: Parameters<typeof whenWords>[0], reader: Reader): string {
  const when = whenWords(time, reader)
  const differs = differenceTo(full, time, reader)
  if (!differs) return when
  return copyIn(reader.language).price.beside({ when, difference: differenceWords(differs, reader.language) })
}

/** What another time would do to the price of a booking. */
export function differenceTo(
  { it, priced, startsAt }: BookingInFull,
  to: { startsAt: Date } | { date: string },
  { tenant }: Pick<Reader, 'tenant'>,
): Price | undefined {
  const day = it.slots['date']
  const from = startsAt ? { startsAt } : { date: typeof day === 'string' ? day : null }
  return priceOfMove(it, priced, { from, to, zone: tenant.zone })
}

/** A customer's conversation that staff have in hand, or should look at. */
export function conversationCard(
  it: {
    conversationId: string
    name: string
    said: string[]
    heading: string
    files: { images: number; others: number }
    window: ChatWindow | null
    /** they asked to be forgotten */
    erasure?: boolean
    hands: Hands
  },
  reader: Reader,
): Card {
  const copy = copyIn(reader.language)
  const sent = cardFiles({ kind: 'chat_files', id: it.conversationId }, it.files, reader, copy)
  const tap = tapsOf(reader)
  return card({
    title: it.name,
    subtitle: it.heading,
    facts: [...windowFact(it.window, reader), ...sent.facts],
    ...(it.said.length && { body: newestWords(it.said) }),
    acts: [
      tap(copy.staff.reply, 'reply', 'conversation', it.conversationId),
      handsAct(it.conversationId, it.hands, copy, tap),
      ...(it.hands.mode === 'staff' ? [tap(copy.acts.outside, 'outside', 'conversation', it.conversationId)] : []),
      ...(it.erasure ? [tap(copy.acts.erase, 'erase', it.conversationId)] : []),
      ...sent.acts,
    ],
  })
}

/** What a model would have filed it as, where that is something else. */
function suggestedFact({ it, suggested, typeKey }: CaseInFull, copy: Copy, language: Language): Card['facts'] {
  if (!suggested || (suggested.type === typeKey && suggested.severity === it.severity)) return []
  const value = `${nameIn(suggested.names, language)} · ${copy.severity[suggested.severity]}`
  return [{ label: copy.acts.suggested, value }]
}

/** That something was taken back is all that stays of it. */
const withdrawnFact = (count: number, copy: Copy): Card['facts'] =>
  count > 0 ? [{ label: copy.staff.withdrawn, value: copy.staff.withdrawnCount(count) }] : []

/** What a colleague noted last, who and when. */
function noteFact(note: NewestNote | null, { language, now, tenant }: Reader): Card['facts'] {
  if (!note) return []
  const { acts } = copyIn(language)
  const words = cut(note.text.replaceAll(/\s*\n\s*/g, ' '), MOST_NOTED)
  const when = dueTime(note.at, now, language, tenant.zone)
  return [{ label: acts.newestNote(note.count), value: `${words} (${note.by ?? acts.aProgram}, ${when})` }]
}

/** The way to the rest of them, where the card does not show it all. */
function notesAct(kind: 'case' | 'booking', id: string, note: NewestNote | null, reader: Reader): Act[] {
  if (!note || (note.count === 1 && note.text.length <= MOST_NOTED)) return []
  return [tapsOf(reader)(copyIn(reader.language).acts.notes, 'notes', kind, id)]
}

const isOpen = (window: ChatWindow, now: Date): boolean => window.until !== null && window.until > now

/** Whether what staff write now goes as it is. */
export const mayWrite = (window: ChatWindow | null, now: Date): boolean =>
  !window || (isOpen(window, now) && !window.stopped)

/** How long staff may still write as they like, where the platform sets a limit. */
export function windowFact(window: ChatWindow | null, reader: Reader): { label: string; value: string }[] {
  if (!window) return []
  const copy = copyIn(reader.language)
  const until = isOpen(window, reader.now) ? window.until : null
  const open = until ? copy.whatsapp.windowOpen(leftWords(until, reader.now, copy)) : copy.whatsapp.windowClosed
  return [{ label: copy.whatsapp.window, value: window.stopped ? copy.whatsapp.windowStopped : open }]
}

/** `09:35 (3 min left)` */
export function clockOf(due: Date, reader: Reader, copy: Copy): string {
  return `${dueTime(due, reader.now, reader.language, reader.tenant.zone)} (${leftWords(due, reader.now, copy)})`
}

export function leftWords(due: Date, now: Date, copy: Copy): string {
  const minutes = Math.round((due.getTime() - now.getTime()) / 60_000)
  return minutes >= 0 ? copy.staff.left(minutes) : copy.staff.over(-minutes)
}

export const nameIn = (names: Record<string, string>, language: Language): string =>
  names[language] ?? names['en'] ?? Object.values(names)[0] ?? ''

/** What is known by name, as rows of a card. */
export const slotFacts = (
  slots: Record<string, unknown>,
  asks: Asks,
  copy: Copy,
  language: Language,
): { label: string; value: string }[] =>
  Object.entries(slots).flatMap(([name, value]) => {
    const label = slotLabel(name, asks, language)
    const isSaid = typeof value === 'string' ? value.trim() !== '' : value !== null
    return label && isSaid ? [{ label, value: slotWords(name, value as string | number, copy, language) }] : []
  })

export function slotWords(name: string, value: string | number, copy: Copy, language: Language): string {
  if (name === 'date') return calendarDay(String(value), language)
  if (name === 'party_size') return copy.people(value)
  if (name === 'destination' && typeof value === 'string') return placeIn(value, language)
  if (name === 'duration_nights' && typeof value === 'number') return copy.booking.nights(value)
  if (name === 'budget' || name === 'amount') return sumWords(String(value), copy, language)
  if (name === 'time') return copy.part[value as keyof Copy['part']] ?? String(value).replace('/', '–')
  return typeof value === 'number' ? value.toLocaleString('en') : value
}

/** `60000`, `50000/person`, `2000 USD/night`, `50 USDT`. */
function sumWords(value: string, copy: Copy, language: Language): string {
  const [, amount, currency, per] = /^(\d+(?:\.\d+)?)(?: ([A-Z]{3,4}))?(?:\/(person|night))?$/.exec(value) ?? []
  if (!amount) return value
  const number = Number(amount).toLocaleString('en')
  const price =
    currency?.length === 3
      ? wholeMoney(Number(amount), currency, language)
      : [number, currency].filter(Boolean).join(' ')
  if (per === 'person') return copy.booking.perPerson(price)
  return per === 'night' ? copy.booking.perNight(price) : price
}

const withoutShown = (slots: Record<string, string | number>, item: string | null, start: boolean, seats: boolean) =>
  Object.fromEntries(
    Object.entries(slots).filter(
      ([name, value]) =>
        !(item && (name === 'item' || value === item)) &&
        !(start && (name === 'date' || name === 'time')) &&
        !(seats && name === 'party_size'),
    ),
  )

const seatsWord = (state: string, copy: Copy): string =>
  state === 'held' ? ` (${copy.staff.held})` : state === 'booked' ? ` (${copy.staff.booked})` : ''

/** What somebody said last, whole if it can be, and of what they said before as much as there is room for. */
export function newestWords(said: string[]): string {
  const kept: string[] = []
  let room = MOST_SAID
  for (const words of said.toReversed()) {
    if (room < LEAST_SHOWN) break
    kept.unshift(cut(words, room))
    room -= words.length + 1
  }
  return kept.join('\n')
}
const LEAST_SHOWN = 20

export const cutWords = (words: string): string =>
  words.length > MOST_SAID ? `${words.slice(0, MOST_SAID).toWellFormed()}…` : words
