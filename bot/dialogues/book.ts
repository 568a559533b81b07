import { activeBookingKinds } from '../../api/bookings/queries/booking-in-full.ts'
import { requestBooking } from '../../api/bookings/commands/request-booking.ts'
import {
  activeItems,
  type CatalogueItem,
  hasSlots,
  openSlots,
  seatsLeft,
  type Slot,
  slotById,
} from '../../api/catalogue/queries.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { signLink } from '../../api/links.ts'
import type { Act } from '../../api/outbox/schema.ts'
import { type Answer, answer, type CustomerTurn, withDraft, withoutDraft } from '../conversation/customer-turn.ts'
import { askFor, firstDayOf, isStretch, lastDayOf } from '../conversation/questions.ts'
import { calendarDay, clockTime, dayWords } from '../copy/formats.ts'
import { placeIn } from '../copy/places.ts'
import { open, text } from '../messages.ts'
import { requestedWords } from '../notices/of-bookings.ts'
import { ownAnswer } from '../notices/own-words.ts'
import { nameIn } from '../staff/cards.ts'
import { endOfDay, itemCard, itemOf, offersFor, startOfDay } from './offers.ts'
import { readBack } from './read-back.ts'
import { inTwoBubbles } from './two-bubbles.ts'

type Kind = Awaited<ReturnType<typeof activeBookingKinds>>[number]
/** What the script knows at one run: everything it needs to find the first thing that is missing. */
type Script = { turn: CustomerTurn; draft: Draft; kind: Kind; items: CatalogueItem[]; item: CatalogueItem | undefined }

const FORM_HOURS = 24
const MOST_CHOICES = 10

/** Begins a request to book with what was already said. */
export async function startBooking(
  turn: CustomerTurn,
  kind: string,
  answers: Record<string, AnswerValue>,
): Promise<Answer> {
  const draft: Draft = { id: turn.ctx.newId(), dialogue: 'book', kind, answers, startedAt: turn.at.toISOString() }
  return continueBooking(
    turn,
    typeof answers['item'] === 'string' ? await ofItsKind(turn, draft, answers['item']) : draft,
  )
}

/** What was named by its own name says better than the rest of the words what kind of booking it is. */
async function ofItsKind(turn: CustomerTurn, draft: Draft, named: string): Promise<Draft> {
  const kinds = await activeBookingKinds(turn.ctx)
  const everything = await activeItems(
    turn.ctx,
    kinds.flatMap((it) => it.itemTypes),
  )
  const item = itemOf({ item: named }, everything)
  const now = kinds.find((it) => it.key === draft.kind)
  if (!item || now?.itemTypes.includes(item.type)) return choseItem(turn, draft, named)
  const sold = kinds.filter((it) => it.itemTypes.includes(item.type))
  const kind = sold.find((it) => it.requiredSlots.includes('item')) ?? sold[0]
  return kind ? { ...draft, kind: kind.key } : draft
}

/** Runs from the top: what is known passes by, the first thing that is missing is asked, and when nothing is missing it is read back. */
export async function continueBooking(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const kinds = await activeBookingKinds(turn.ctx)
  const kind = kinds.find((it) => it.key === draft.kind)
  if (!kind) return { say: [text(turn.copy.refusal.booking_kind_unknown)], state: withoutDraft(turn.state) }
  const items = kind.itemTypes.length ? await activeItems(turn.ctx, kind.itemTypes) : []
  const script: Script = { turn, draft, kind, items, item: itemOf(draft.answers, items) }

  for (const name of order(script)) {
    const asked = await missing(script, name)
    if (asked) return asked
  }
  const offered = await offer(script, kinds)
  if (offered) return offered
  const seats = await askForSlot(script)
  if (seats) return seats
  if (draft.answers['agreed'] === true) return request(script)
  return readBack(turn, { ...draft, asked: 'agreed' }, script.item)
}

/** As the tenant listed them; what is chosen before when, since it decides which days there are. */
function order({ kind }: Script): string[] {
  const first = ['item', 'venue', 'destination'].filter((name) => kind.requiredSlots.includes(name))
  return [...first, ...kind.requiredSlots.filter((name) => !first.includes(name))]
}

async function missing(script: Script, name: string): Promise<Answer | undefined> {
  const { draft, item, kind, turn } = script
  const known = draft.answers[name]
  if (name === 'item') return item ? undefined : askForItem(script, 'item')
  if (name === 'venue' && known === undefined && script.items.length > 0) return askForItem(script, 'venue')
  if (name === 'date' && item && !item.data['any_day'] && (await hasSlots(turn.ctx, item.id))) {
    if (kind.requiredSlots.includes('party_size') && draft.answers['party_size'] === undefined)
      return ask(script, 'party_size')
    return askForSlot(script)
  }
  if (name === 'time' && draft.answers['slot']) return undefined
  if (
    name === 'date' &&
    typeof known === 'string' &&
    isStretch(known) &&
    !kind.requiredSlots.includes('duration_nights')
  )
    return ask(script, 'date', known)
  if (name === 'party_size' && item && typeof known === 'number') {
    if (item.maxPeople && known > item.maxPeople)
      return again(script, 'party_size', turn.copy.ask.tooMany(item.maxPeople))
    if (item.minPeople && known < item.minPeople && !(await hasSlots(turn.ctx, item.id)))
      return again(script, 'party_size', turn.copy.ask.tooFew(item.minPeople))
  }
  return known === undefined ? ask(script, name) : undefined
}

function ask(script: Script, name: string, within?: string): Answer {
  const { turn, draft } = script
  const asked = { ...draft, asked: name }
  const message = askFor(name, {
    copy: turn.copy,
    language: turn.language,
    tenant: turn.tenant,
    now: turn.ctx.now,
    data: pickData(turn, draft, name),
    acts: [formAct(turn), cancelAct(turn, draft)],
    ...(within && { within }),
  })
  return { say: [message], state: withDraft(turn.state, asked) }
}

/** The date picker answers with its own parameter: the data only says which question it was. */
function pickData(turn: CustomerTurn, draft: Draft, name: string): string {
  const act = turn.tap(turn.copy.ask.pickDate, 'answer', draft.id, name, 'picked')
  return act.do === 'tap' ? act.data : ''
}

function again(script: Script, name: string, words: string): Answer {
  const { [name]: _, ...answers } = script.draft.answers
  return { say: [text(words)], state: withDraft(script.turn.state, { ...script.draft, answers, asked: name }) }
}

/** What can be had, as cards to choose from; a venue of one's own may still be typed. */
async function askForItem(script: Script, name: 'item' | 'venue'): Promise<Answer> {
  const { turn, draft, items } = script
  const fitting = offersFor(draft.answers, items).slice(0, MOST_CHOICES)
  const own = name === 'item' ? await madeToMeasure(turn, script.kind) : undefined
  if (fitting.length === 0 && own) return continueBooking(turn, { ...draft, kind: own.key })
  const made = own ? [turn.tap(turn.copy.booking.tailorMade, 'answer', draft.id, 'item', 'none')] : []
  const cards = fitting.map((item) =>
    itemCard(
      item,
      turn,
      turn.tap(turn.copy.booking.choose, 'answer', draft.id, name, name === 'item' ? item.key : item.name),
    ),
  )
  return {
    say: [{ type: 'list', text: turn.copy.ask[name](), cards, acts: [...made, cancelAct(turn, draft)] }],
    state: withDraft(turn.state, { ...draft, asked: name }),
  }
}

/** Where a trip is to be made to measure, the tours that go there are offered first, saying plainly what does not fit. */
async function offer(script: Script, kinds: Kind[]): Promise<Answer | undefined> {
  const { turn, draft, kind, items } = script
  const undecided =
    !kind.requiredSlots.includes('item') && kind.optionalSlots.includes('item') && draft.answers['item'] === undefined
  const place = draft.answers['destination']
  if (!undecided || typeof place !== 'string') return undefined
  const published = kinds.find(
    (it) => it.requiredSlots.includes('item') && it.itemTypes.some((type) => kind.itemTypes.includes(type)),
  )
  // a day out is chosen among days out; it needs no kind of its own
  const fitting =
    published || kind.itemTypes.length > 0 ? offersFor(draft.answers, items).slice(0, MOST_CHOICES - 1) : []
  if (fitting.length === 0) return undefined
  const nights = draft.answers['duration_nights']
  const where = placeIn(place, turn.language)
  const exact = typeof nights === 'number' && fitting.some((it) => it.nights === nights)
  const words = exact
    ? turn.copy.booking.offerExact({ place: where })
    : turn.copy.booking.offer({ place: where, ...(typeof nights === 'number' && { nights }) })
  const cards = fitting.map((item) =>
    itemCard(item, turn, turn.tap(turn.copy.booking.choose, 'answer', draft.id, 'item', item.key)),
  )
  return {
    say: [
      {
        type: 'list',
        text: words,
        cards,
        acts: [turn.tap(turn.copy.booking.tailorMade, 'answer', draft.id, 'item', 'none'), cancelAct(turn, draft)],
      },
    ],
    state: withDraft(turn.state, { ...draft, asked: 'item' }),
  }
}

/** The kind that is planned for one party alone, beside one that is chosen from a list. */
async function madeToMeasure(turn: CustomerTurn, listed: Kind): Promise<Kind | undefined> {
  const kinds = await activeBookingKinds(turn.ctx)
  const alike = (it: Kind) => it.itemTypes.some((type) => listed.itemTypes.includes(type))
  return kinds.find(
    (it) =>
      it.key !== listed.key && !it.requiredSlots.includes('item') && it.optionalSlots.includes('item') && alike(it),
  )
}

/** Whether two kinds are ways to the same things: a tour from the list, and one made to measure. */
export async function areAkin(turn: CustomerTurn, one: string, other: string): Promise<boolean> {
  const kinds = await activeBookingKinds(turn.ctx)
  const [first, second] = [kinds.find((it) => it.key === one), kinds.find((it) => it.key === other)]
  return !first || !second || first.itemTypes.some((type) => second.itemTypes.includes(type))
}

/** A tour that was chosen is booked as a published one: another kind, with its own questions. */
export async function choseItem(turn: CustomerTurn, draft: Draft, key: string): Promise<Draft> {
  const kinds = await activeBookingKinds(turn.ctx)
  const now = kinds.find((it) => it.key === draft.kind)
  const answers = { ...draft.answers, item: key }
  if (key === 'none' && now?.requiredSlots.includes('item')) {
    const own = await madeToMeasure(turn, now)
    return { ...draft, ...(own && { kind: own.key }), answers }
  }
  if (key === 'none' || now?.requiredSlots.includes('item')) return { ...draft, answers }
  const published = kinds.find(
    (it) => it.requiredSlots.includes('item') && it.itemTypes.some((type) => now?.itemTypes.includes(type)),
  )
  if (!published) return { ...draft, answers }
  // how long it takes and where it goes is the tour's own
  const { duration_nights: _, destination: __, ...own }: Draft['answers'] = answers
  return { ...draft, kind: published.key, answers: own }
}

/** For what is sold by dates: which of the departures or times that still have room. */
async function askForSlot(script: Script): Promise<Answer | undefined> {
  const { turn, draft, item, kind } = script
  if (!item || !(await hasSlots(turn.ctx, item.id))) return undefined
  const seats = typeof draft.answers['party_size'] === 'number' ? draft.answers['party_size'] : 1
  const chosen = typeof draft.answers['slot'] === 'string' ? await slotById(turn.ctx, draft.answers['slot']) : undefined
  if (chosen && chosen.itemId === item.id) {
    if (seatsLeft(chosen) >= seats) return undefined
    if (draft.answers['agreed']) return askSlotAgain(turn, draft)
  }
  const day = typeof draft.answers['date'] === 'string' ? draft.answers['date'] : undefined
  const inDay = day ? await slotsWithin(turn, item.id, firstDayOf(day), lastDayOf(day), seats) : []
  const atTime = inDay.filter((slot) => isAt(slot, draft.answers['time'], turn))
  const only =
    atTime.length === 1 ? atTime[0] : inDay.length === 1 && draft.answers['time'] === undefined ? inDay[0] : undefined
  if (only && day && !isStretch(day)) {
    draft.answers = { ...draft.answers, slot: only.id }
    return undefined
  }
  // a request for a day that is not on sale by time may still be made: people look for it
  if (day && inDay.length === 0 && (item.data['any_day'] || !kind.requiredSlots.includes('item'))) return undefined
  const open = inDay.length
    ? atTime.length
      ? atTime
      : inDay
    : await openSlots(turn.ctx, { itemId: item.id, from: turn.ctx.now, seats, most: MOST_CHOICES })
  const name = nameIn({ ...item.names, en: item.name }, turn.language)
  if (open.length === 0) {
    const { item: _, slot: __, ...answers } = draft.answers
    return {
      say: [text(turn.copy.booking.fullyBooked(name), [cancelAct(turn, draft)])],
      state: withDraft(turn.state, { ...draft, answers, asked: kind.requiredSlots.includes('item') ? 'item' : 'date' }),
    }
  }
  const words =
    day && inDay.length === 0
      ? turn.copy.ask.departureInstead({ item: name, day: calendarDay(day, turn.language) })
      : turn.copy.ask.departure(name)
  const acts = open
    .slice(0, MOST_CHOICES)
    .map((slot) => turn.tap(slotLabel(slot, turn), 'answer', draft.id, 'slot', slot.id))
  return {
    say: [text(words, [...acts, cancelAct(turn, draft)])],
    state: withDraft(turn.state, { ...draft, asked: 'slot' }),
  }
}

const slotsWithin = (turn: CustomerTurn, itemId: string, from: string, to: string, seats: number): Promise<Slot[]> =>
  openSlots(turn.ctx, {
    itemId,
    from: startOfDay(from, turn.tenant.zone),
    to: endOfDay(to, turn.tenant.zone),
    seats,
    most: MOST_CHOICES,
  })

const hoursOf: Record<string, [string, string]> = {
  morning: ['04:00', '11:59'],
  noon: ['11:00', '13:59'],
  afternoon: ['12:00', '17:29'],
  evening: ['16:30', '20:59'],
  night: ['18:00', '23:59'],
}

/** At this very time, between two, or in this part of the day. */
function isAt(slot: Slot, time: AnswerValue | undefined, turn: CustomerTurn): boolean {
  if (typeof time !== 'string') return false
  const starts = clockTime(slot.startsAt, 'en', turn.tenant.zone)
  const [from = '', to = from] = hoursOf[time] ?? time.split('/')
  return from <= starts && starts <= to
}

const slotLabel = (slot: Slot, turn: CustomerTurn): string => {
  const day = dayWords(slot.startsAt, turn.ctx.now, turn.language, turn.tenant.zone)
  const time = clockTime(slot.startsAt, 'en', turn.tenant.zone)
  return time === '00:00' ? `${day} (${seatsLeft(slot)})` : `${day} ${time}`
}

async function request(script: Script): Promise<Answer> {
  const { turn, draft, item } = script
  const { agreed: _, slot, item: __, ...slots } = draft.answers
  const seats = typeof slots['party_size'] === 'number' ? slots['party_size'] : 1
  const booking = await requestBooking(turn.ctx, {
    kind: draft.kind,
    contactId: turn.contactId,
    conversationId: turn.conversationId,
    slots: { ...(slots as Record<string, string | number>), ...(item && { item: item.name }) },
    requestedAt: turn.at,
    source: turn.source,
    language: turn.language,
    ...(item && { itemId: item.id }),
    ...(item && typeof slot === 'string' && { slotId: slot, seats }),
  })
  const reader = { tenant: turn.tenant, language: turn.language, now: turn.ctx.now, publicUrl: turn.publicUrl }
  const state = { ...withoutDraft(turn.state), about: { bookingId: booking.id } }
  const back = backActs(turn, turn.state.parked)
  const own = await ownAnswer(turn, 'booking.requested', booking.id)
  return { say: [text(own ?? requestedWords({ it: booking }, reader), back)], state, bookingId: booking.id }
}

/** The slot has just gone: everything else that was answered is kept, and the day is asked again. */
export async function askSlotAgain(turn: CustomerTurn, draft: Draft): Promise<Answer> {
  const { slot: _, agreed: __, date: ___, ...answers } = draft.answers
  const next = await continueBooking(turn, { ...draft, answers })
  const others = next.state.draft?.asked === 'slot'
  const words = others ? turn.copy.booking.slotGone() : turn.copy.booking.slotGoneAll()
  return { ...next, say: others ? inTwoBubbles(words, [], next.say) : [text(words, [cancelAct(turn, draft)])] }
}

export const cancelAct = (turn: CustomerTurn, draft: Draft): Act =>
  turn.tap(turn.copy.booking.cancel, 'answer', draft.id, 'cancel', 'yes')

function formAct(turn: CustomerTurn): Act {
  const expiresAt = new Date(turn.ctx.now.getTime() + FORM_HOURS * 3_600_000)
  const ref = signLink({ kind: 'form', tenantId: turn.tenant.id, subjectId: turn.conversationId, expiresAt })
  return open(
    turn.copy.booking.form,
    `${turn.publicUrl}/liff/book/?channel=${encodeURIComponent(turn.channelKey)}&ref=${ref}`,
  )
}

/** A booking that was set aside for something more urgent goes on where it was. */
export async function resumeBooking(turn: CustomerTurn, parked: Draft): Promise<Answer> {
  const { parked: _, ...state } = turn.state
  const again = await continueBooking({ ...turn, state }, parked)
  return { ...again, say: inTwoBubbles(turn.copy.booking.resumed(), [], again.say) }
}

/** The way back to a booking that was set aside, where there is one. */
export const backActs = (turn: CustomerTurn, parked: Draft | undefined): Act[] =>
  parked?.dialogue === 'book' ? [turn.tap(turn.copy.booking.back, 'menu', 'resume')] : []

/** A way into booking for somebody who has not said what. */
export async function askWhichBooking(turn: CustomerTurn): Promise<Answer> {
  const kinds = await activeBookingKinds(turn.ctx)
  const acts = kinds
    .slice(0, MOST_CHOICES)
    .map((it) => turn.tap(nameIn(it.names, turn.language), 'mean', 'booking', it.key))
  return answer(turn, [text(turn.copy.whichBooking(), acts)])
}
