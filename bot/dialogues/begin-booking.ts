import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems, type CatalogueItem } from '../../api/catalogue/queries.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { AIRPORT } from '../../api/triage/slots/rides.ts'
import { withCareTold } from '../conversation/care-told.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import {
  areaIn,
  arrivalIn,
  goalIn,
  houseNumbered,
  hotelIn,
  isOfFlight,
  isPartOfHotel,
  rideIn,
} from '../conversation/words/where.ts'
import { datesSaid } from '../conversation/words/dates-said.ts'
import { text } from '../messages.ts'
import { nameIn } from '../staff/cards.ts'
import { kindThatGoesThere, ofItsKind } from './book-items.ts'
import { continueBooking } from './book.ts'
import { type Kind, MOST_CHOICES } from './booking-script.ts'
import { catalogueQuestion } from './catalogue-question.ts'
import { tooYoungFor } from './for-which-age.ts'
import { namedOffer, offerAt } from './named-offer.ts'
import { itemOf } from './offers.ts'
import { getAPerson } from './small-matters.ts'
import { inTwoBubbles } from './two-bubbles.ts'
import { whatGoesAlong } from './what-goes-along.ts'

/** Begins a request to book with what was already said. */
export async function startBooking(
  begun: CustomerTurn,
  kind: string,
  said: Record<string, AnswerValue>,
): Promise<Answer> {
  const { answers, state } = withCareTold(begun, said)
  const turn = { ...begun, state }
  const draft: Draft = { id: turn.ctx.newId(), dialogue: 'book', kind, answers, startedAt: turn.at.toISOString() }
  const named = typeof answers['item'] === 'string' ? await ofItsKind(turn, draft, answers['item']) : draft
  const next = await continueBooking(turn, named)
  const young = next.state.draft?.asked === 'agreed' ? undefined : await tooYoungForIt(turn, next.state.draft ?? named)
  return young ? { ...next, say: inTwoBubbles(young, [], next.say) } : next
}

/** The finished request says it by itself. */
async function tooYoungForIt(turn: CustomerTurn, { kind, answers }: Draft): Promise<string | undefined> {
  const types = (await activeBookingKinds(turn.ctx)).find((it) => it.key === kind)?.itemTypes ?? []
  const item = itemOf(answers, types.length > 0 ? await activeItems(turn.ctx, types) : [])
  return tooYoungFor(item, `${turn.said}\n${String(answers['note'] ?? '')}`, turn.copy)
}

/** A way into booking for somebody who has not said what. */
export async function askWhichBooking(turn: CustomerTurn): Promise<Answer> {
  const kinds = await activeBookingKinds(turn.ctx)
  if (kinds.length === 0) return getAPerson(turn, 'unsure')
  const acts = kinds
    .slice(0, MOST_CHOICES)
    .map((it) => turn.tap(nameIn(it.names, turn.language), 'mean', 'booking', it.key))
  return answer(turn, [text(turn.copy.whichBooking(), acts)])
}

/** Where they said to go or be, where no place is known by that name: nobody is asked for it again. */
async function whereSaid(
  { ctx, said }: CustomerTurn,
  key: string,
  slots: Record<string, AnswerValue>,
): Promise<Record<string, AnswerValue>> {
  const kind = (await activeBookingKinds(ctx)).find((it) => it.key === key)
  const asks = (name: string) => kind?.requiredSlots.includes(name) === true && slots[name] === undefined
  const isRide = asks('destination') && kind?.requiredSlots.includes('time') && kind.optionalSlots.includes('venue')
  const ride = isRide ? rideIn(said) : undefined
  if (ride) return { destination: ride.to, venue: ride.from }
  const goal = asks('destination') && slots['item'] === undefined ? goalIn(said) : undefined
  if (goal) return { destination: goal }
  const mayBeSaid = kind?.optionalSlots.includes('venue') === true && !kind.requiredSlots.includes('destination')
  if (slots['venue'] !== undefined || slots['item'] !== undefined || !(asks('venue') || mayBeSaid)) return {}
  const items = asks('venue') && kind?.itemTypes.length ? await activeItems(ctx, kind.itemTypes) : []
  const area = areaIn(said)
  const there = area === undefined ? offerAt(said, items)?.name : (namedOffer(area, items)?.name ?? area)
  return there === undefined ? {} : { venue: there }
}

/** Of a ride: 'Sukhumvit 39' says more than the district does, and the time of a flight is not when to be fetched. */
async function asItIsRidden(
  { ctx, said, slotsFor }: CustomerTurn,
  key: string,
  slots: Record<string, AnswerValue>,
): Promise<Record<string, AnswerValue>> {
  const kind = (await activeBookingKinds(ctx)).find((it) => it.key === key)
  if (!kind?.requiredSlots.includes('destination') || !kind.requiredSlots.includes('time')) return slots
  const ends = rideIn(said)
  const hotel = ends ? undefined : hotelIn(said)
  const from = ends?.from
  const arrives = ends ? undefined : fromAirport(said, slots)
  if (arrives) return arrives
  const place =
    hotel &&
    ['destination', 'venue'].find((name) => slots[name] !== undefined && isPartOfHotel(slots[name], hotel, said))
  if (hotel && place) return { ...slots, [place]: hotel }
  const district = slots['venue']
  const isExact = typeof district === 'string' && from?.toLowerCase().startsWith(`${district.toLowerCase()} `)
  const street = typeof district === 'string' ? houseNumbered(said, slotsFor(said, key).venue?.[0]?.text) : undefined
  const exact = isExact && from ? { ...slots, venue: from } : street ? { ...slots, venue: street } : slots
  const times = slotsFor(said, key).time ?? []
  const flights = times.filter((it) => isOfFlight(said, it.text, slots['destination']))
  if (flights.length === 0) return exact
  const { time: _, ...rest } = exact
  const fetched = times.find((it) => !flights.includes(it))?.value
  return { ...rest, ...(fetched !== undefined && { time: fetched }), note: said.slice(0, LONGEST_NOTE).toWellFormed() }
}

/** Who lands is fetched at the airport they named, and taken to where they say, or are asked. */
function fromAirport(said: string, slots: Record<string, AnswerValue>): Record<string, AnswerValue> | undefined {
  const { destination, ...rest } = slots
  const arrival = AIRPORT.test(String(destination)) ? arrivalIn(said) : undefined
  if (!arrival || destination === undefined) return undefined
  return { ...rest, venue: destination, ...(arrival.to && { destination: arrival.to }) }
}

/**
 * What has a list price and is sold in the number they want needs no quote, and nobody who asks what it costs is asked what they would pay.
 * Of several things in one quote all stand in the note.
 */
async function asItIsSold(
  turn: CustomerTurn,
  key: string,
  slots: Record<string, AnswerValue>,
): Promise<{ sold: string; answers: Record<string, AnswerValue> }> {
  const kinds = await activeBookingKinds(turn.ctx)
  const wished = kinds.find((it) => it.key === key)
  const several = new Set(turn.slotsFor(turn.said, key).item?.map((it) => it.value)).size > 1
  const isOrder = wished?.requiredSlots.includes('item') && wished.requiredSlots.includes('amount')
  // an order is of one thing: of several only a quote can say what they come to
  const quote = several && wished && isOrder ? quoteAmong(kinds, wished) : wished
  if (!quote?.requiredSlots.includes('budget') || (slots['budget'] !== undefined && !several))
    return { sold: key, answers: several || namesPlaces(turn, wished) ? { ...slots, note: noteOf(turn.said) } : slots }
  const listed = kinds.find(
    (it) =>
      it.key !== quote.key &&
      it.itemTypes.some((type) => quote.itemTypes.includes(type)) &&
      it.requiredSlots.every((name) => slots[name] !== undefined),
  )
  const item = itemOf(slots, listed ? await activeItems(turn.ctx, listed.itemTypes) : [])
  if (listed && item?.priceMinor && !several && isSoldIn(item, slots['amount']))
    return { sold: listed.key, answers: slots }
  const note: Record<string, AnswerValue> = several ? { note: noteOf(turn.said) } : {}
  const asksPrice = catalogueQuestion(turn.said)?.asks.includes('price') ?? false
  const isOpen = slots['budget'] === undefined && (asksPrice || quote !== wished)
  return { sold: quote.key, answers: { ...slots, ...note, ...(isOpen && { budget: '' }) } }
}
const LONGEST_NOTE = 300
const noteOf = (said: string): string => said.slice(0, LONGEST_NOTE).toWellFormed()

/** 'Taiwan on 11 March for 2, and Hokkaido on 12 January': one is written down, and nobody loses sight of the other. */
const namesPlaces = (turn: CustomerTurn, kind: Kind | undefined): boolean =>
  kind?.requiredSlots.includes('item') === true &&
  new Set(turn.slotsFor(turn.said, kind.key).destination?.map((it) => it.value)).size > 1

const quoteAmong = (kinds: Kind[], order: Kind): Kind =>
  kinds.find(
    (it) => it.requiredSlots.includes('budget') && it.itemTypes.some((type) => order.itemTypes.includes(type)),
  ) ?? order

function isSoldIn({ data }: Pick<CatalogueItem, 'data'>, amount: AnswerValue | undefined): boolean {
  const [least, most] = [data['min'], data['max']]
  if (typeof amount !== 'number') return false
  return (typeof least !== 'number' || amount >= least) && (typeof most !== 'number' || amount <= most)
}

type Told = { said: string; kind: string; slots: Record<string, AnswerValue> }

/** Two bookings told in one message: the first is gone through, and the other waits for its turn. */
export async function beginBoth(turn: CustomerTurn, first: Told, second: Told): Promise<Answer> {
  const begun = await beginBooking({ ...turn, said: first.said }, first.kind, first.slots)
  const other = { ...turn, said: second.said }
  const kinds = await activeBookingKinds(turn.ctx)
  const there = begun.state.draft?.answers['venue']
  const isRide = kinds.find((it) => it.key === second.kind)?.requiredSlots.includes('destination')
  // a ride that is told with a visit goes there, until they say another place; it is read back
  const goal: Record<string, AnswerValue> = isRide && there !== undefined ? { destination: there } : {}
  const told = await whatIsTold(other, second.kind, second.slots)
  const { sold, answers } = await asItIsSold(other, second.kind, { ...goal, ...told })
  const draft: Draft = {
    id: turn.ctx.newId(),
    dialogue: 'book',
    kind: sold,
    answers,
    startedAt: turn.at.toISOString(),
    follows: true,
  }
  const item = answers['item']
  const parked = typeof item === 'string' ? await ofItsKind(other, draft, item) : draft
  const named = (key: string | undefined) => {
    const kind = kinds.find((it) => it.key === key)
    return kind ? nameIn(kind.names, turn.language) : ''
  }
  const words = turn.copy.booking.both({
    first: named(begun.state.draft?.kind ?? first.kind),
    second: named(parked.kind),
  })
  return { ...begun, state: { ...begun.state, parked }, say: inTwoBubbles(words, [], begun.say) }
}

const whatIsTold = async (turn: CustomerTurn, key: string, slots: Record<string, AnswerValue>) => {
  const told = await asItIsRidden(turn, key, { ...(await whereSaid(turn, key, slots)), ...slots })
  const along = await whatGoesAlong(turn, key, told)
  return along.length > 0 ? { ...told, note: [told['note'], along.join(', ')].filter(Boolean).join('\n') } : told
}

/** An impossible date is asked about, not guessed: it never travels as a slot. */
export async function beginBooking(
  turn: CustomerTurn,
  kind: string,
  slots: Record<string, AnswerValue>,
): Promise<Answer> {
  const there = await kindThatGoesThere(turn, kind, slots)
  const { sold, answers } = await asItIsSold(turn, there, await whatIsTold(turn, there, slots))
  const begun = await startBooking(turn, sold, answers)
  const wrong = datesSaid(turn.said, { now: turn.ctx.now, zone: turn.tenant.zone }).find((it) => it.impossible)
  if (!wrong || slots['date'] !== undefined || !begun.state.draft) return begun
  const words = turn.copy.ask.impossibleDate(wrong.text)
  // another question comes first: that there is no such day is said now, and which day is meant is asked in its turn
  if (begun.state.draft.asked !== 'date') return { ...begun, say: inTwoBubbles(words, [], begun.say) }
  const [first, ...rest] = begun.say
  const asked = first && 'text' in first ? { ...first, text: words } : first
  return { ...begun, say: asked ? [asked, ...rest] : rest }
}
