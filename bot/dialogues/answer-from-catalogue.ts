import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import {
  activeItems,
  type CatalogueItem,
  lengthOf,
  openSlotsOf,
  seatsLeft,
  type Slot,
} from '../../api/catalogue/queries.ts'
import { staffWroteLast } from '../../api/conversations/queries.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import type { Act, Card, Worded } from '../../api/outbox/schema.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import type { SlotName, Slots, Understanding } from '../../api/triage/understanding.ts'
import { type Answer, answer, type CustomerTurn, withoutDraft } from '../conversation/customer-turn.ts'
import { clausesOf } from '../conversation/words/clauses.ts'
import { plainSlots } from '../conversation/corrections.ts'
import { asksHowToBook, booksIt, sendsIt, takesIt } from '../conversation/words/loose-words.ts'
import { firstDayOf, lastDayOf } from '../conversation/questions.ts'
import { looksAsked } from '../conversation/words/set-words.ts'
import { isSpokenOf } from '../conversation/spoken-of.ts'
import { daysMeant } from '../conversation/words/which-day.ts'
import { wentWrong } from '../conversation/words/wishes-only.ts'
import { calendarDay } from '../copy/formats.ts'
import { placeIn } from '../copy/places.ts'
import { card, text } from '../messages.ts'
import { askWhichBooking, startBooking } from './book.ts'
import { areAkin } from './book-items.ts'
import type { Kind } from './booking-script.ts'
import { catalogueQuestion, type Facet } from './catalogue-question.ts'
import { type Asked, datesOf, hoursOf, listed, onSaleThen, priceOf, titleOf } from './item-facts.ts'
import { isCalledSo } from './kinds-of-things.ts'
import { asksForPart, namedInPart } from './named-in-part.ts'
import { itemOf, offersFor } from './offers.ts'
import { personAct } from './small-matters.ts'
import { inTwoBubbles } from './two-bubbles.ts'

const MOST_LIKELY = 3
const SPOKEN_OF_MS = 15 * 60_000

/** What the catalogue says to a question: `sure` when the very thing was named, else the likely ones are put forward. */
export type FromCatalogue = { sure: boolean; answer: Answer }

/** What can be booked here, and so may be spoken of: nothing that is out of sale or only kept by staff. */
async function onSale(turn: CustomerTurn): Promise<{ kinds: Kind[]; items: CatalogueItem[] }> {
  const kinds = (await activeBookingKinds(turn.ctx)).filter((it) => it.itemTypes.length > 0)
  const types = kinds.flatMap((it) => it.itemTypes)
  return { kinds, items: types.length > 0 ? await activeItems(turn.ctx, types) : [] }
}

/** Answers a question about what is on sale from the catalogue and its dates, and from nothing else. */
export async function answerFromCatalogue(
  turn: CustomerTurn,
  before: readonly Facet[] = [],
): Promise<FromCatalogue | undefined> {
  const mayNameDay = before.length === 0 && ENDS_ASKING.test(turn.said)
  const mayAsk = mayNameDay || (before.length === 0 && looksAsked(turn.said))
  if (!mayAsk && !catalogueQuestion(turn.said, [], before)) return undefined
  const { kinds, items } = await onSale(turn)
  if (items.length === 0) return undefined
  const read = slotsIn(turn, kinds)
  // 'knife class in december?' asks no more than whether there is one
  const namesDay = mayNameDay && read.item && read.date && !catalogueQuestion(turn.said)
  if (namesDay && catalogueQuestion(turn.said, stretchesOf(read), ['when'])?.rest.length !== 0) return undefined
  const inWords = catalogueQuestion(turn.said, stretchesOf(read), namesDay ? ['when'] : before)
  const inPart = inWords || turn.state.draft ? undefined : asksForPart(turn.said, stretchesOf(read), { items, kinds })
  const question = inWords ?? inPart
  if (!question) return undefined
  // 'and Japan in winter?': where to is what counts
  if (before.length > 0 && (read.item ?? read.destination ?? read.amount)) question.rest = []
  const [date, people, units, nights, destination] = [
    first(read, 'date'),
    first(read, 'party_size'),
    first(read, 'amount'),
    first(read, 'duration_nights'),
    first(read, 'destination') ?? placeSpokenOf(turn, read),
  ]
  const called = (read.item ?? read.destination)?.[0]?.text.toLowerCase()
  const asked: Asked = {
    ...question,
    turn,
    kinds,
    items,
    ...(called && { called }),
    ...(typeof date === 'string' && { date }),
    ...(typeof people === 'number' && { people }),
    ...(typeof units === 'number' && { units }),
    ...(typeof nights === 'number' && { nights }),
    ...(typeof destination === 'string' && { destination }),
  }
  const names = [...(read.item ?? []), ...(read.venue ?? [])].map((it) => String(it.value))
  const named = [...new Set(names.map((name) => itemOf({ item: name }, items)))]
  const missing = names.filter((name) => !itemOf({ item: name }, items))
  // a place where several things take place; what is not on sale is nobody's business
  const [place] = missing
  if (missing.length > 1 || (missing.length > 0 && read.item?.some((it) => it.value === place))) return undefined
  const told = await answerTo(
    { ...asked, ...(place && { place }) },
    named.filter((it) => it !== undefined),
  )
  return told && inPart ? { ...told, sure: false } : told
}

const ENDS_ASKING = /[?？]\s*$|(?:ล่ะ|ละ)(?:คะ|ครับ|คับ)?\s*$/

/** 'And to Japan?', after 'do you have tours to Korea?': the same of another thing or place that is named. */
export async function answerFollowing(turn: CustomerTurn, earlier: string): Promise<Answer | undefined> {
  const asks = catalogueQuestion(earlier)?.asks ?? []
  if (asks.length === 0) return undefined
  const read = slotsIn(turn, (await onSale(turn)).kinds)
  return read.item || read.destination || (read.amount && isSpokenOf(turn))
    ? (await answerFromCatalogue(turn, asks))?.answer
    : undefined
}

/** 'Any seats left on the 12th?' asks, whatever else the engine hears in it, and holds nothing that the catalogue could not answer. */
export async function askedOfCatalogue(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  if (it.severity === 'critical' || it.intent === 'handoff') return undefined
  if (it.intent === 'booking_request' && WISHES_TO_BOOK.test(turn.said)) return undefined
  // '4,000 of these, how much is that?' is as good as an order: its sum is read back
  if (it.intent === 'booking_request' && it.slots.amount !== undefined) return undefined
  const listed = await answerFromCatalogue(turn)
  return listed?.sure ? listed.answer : undefined
}
const WISHES_TO_BOOK =
  /\b(?:book|reserve|sign (?:me|us) up|enrol|join|i(?:'|’)?d like|i want|i need|we want|we need)\b|จอง|สมัคร|ขอลง|ลงทะเบียน|อยากไป|อยากเรียน|予約(?:し|を|お願い)|申し?込|预订|預訂|预约|報名|报名/i

async function answerTo(asked: Asked, named: CatalogueItem[]): Promise<FromCatalogue | undefined> {
  const { asks, items, turn } = asked
  const { catalogue } = turn.copy
  const [only, ...others] = named
  const rest = asked.rest.filter((word) => !named.some((it) => isPartOf(it, word)))
  if (only && rest.length === 0) {
    if (others.length > 0) return offered(asked, named.slice(0, MOST_LIKELY), catalogue.compare())
    const alike = ofTheirKind(asked, items)
    // 'the ramen course', where the short name is that of a workshop
    const called = alike.includes(only) ? [] : alike.filter((it) => isPartOf(it, asked.called))
    return called.length > 0
      ? offered(asked, [...called, only].slice(0, MOST_LIKELY), catalogue.which())
      : facts(asked, only)
  }
  if (only) return undefined
  if (rest.length > 0) {
    const whole = ofTheirKind(asked, items).filter((it) => rest.every((word) => isPartOf(it, word)))
    const likely =
      whole.length > 0 ? whole : namedInPart(turn.said, rest, { items: ofTheirKind(asked, items), kinds: asked.kinds })
    const [one, ...more] = likely.slice(0, MOST_LIKELY)
    if (!one) return undefined
    // when it takes place was asked, and of one thing alone that can be told
    const when = more.length === 0 && asked.date ? await facts(asked, one) : undefined
    if (when) return { ...when, sure: false }
    const some = await offered(asked, [one, ...more], more.length > 0 ? catalogue.which() : catalogue.thisOne())
    return asks.includes('what') ? surely(some) : some
  }
  const spoken = spokenOf(turn, items)
  if (spoken && !asked.destination && !asks.includes('what')) return facts(asked, spoken)
  return (await narrowed(asked)) ?? whichIsMeant(asked)
}

/** Of the thing that is being booked: what the words ask of it, if they ask of nothing else; in part, where they ask of its price or its hours and more. */
export async function factsInBooking(turn: CustomerTurn, draft: Draft, inPart = false): Promise<Answer | undefined> {
  const { kinds, items } = await onSale(turn)
  const [only, ...others] = draft.asked === 'item' ? (draft.offered ?? []) : []
  const item = itemOf(only && others.length === 0 ? { item: only } : draft.answers, items)
  const read = slotsIn(turn, kinds)
  const question = catalogueQuestion(turn.said, stretchesOf(read))
  if (!item || !question || question.asks.includes('what')) return undefined
  // whether there is room is asked of what is being booked, in however many words
  const isOfRoom = question.asks.every((it) => it === 'seats')
  const isOfMore = !isOfRoom && question.rest.some((word) => !isPartOf(item, word))
  if (isOfMore && !(inPart && question.asks.some((it) => it === 'price' || it === 'length' || it === 'until')))
    return undefined
  const [date, people] = [first(read, 'date') ?? draft.answers['date'], draft.answers['party_size']]
  const asked: Asked = {
    ...question,
    turn,
    kinds,
    items,
    ...(typeof date === 'string' && { date }),
    ...(typeof people === 'number' && { people }),
  }
  return (await facts(asked, item))?.answer
}

/** Numbers of children are left standing: what a child pays is another question. */
const OF_CHILDREN = /เด็ก|ลูก|หลาน|ทารก|kid|child|infant|bab|toddler|teen|子供|子ども|小人|幼児|小孩|孩|儿童|兒童/i
const READ: SlotName[] = ['item', 'venue', 'destination', 'date', 'time', 'party_size', 'duration_nights', 'amount']

/** What the words say, read as a wish for what is booked by its name. */
function slotsIn(turn: CustomerTurn, kinds: Kind[]): Slots {
  const kind = kinds.find((it) => it.requiredSlots.includes('item')) ?? kinds[0]
  return kind ? turn.slotsFor(turn.said, kind.key) : {}
}

const stretchesOf = (slots: Slots): string[] =>
  READ.flatMap((name) => slots[name] ?? [])
    .map((it) => it.text)
    .filter((said) => !OF_CHILDREN.test(said))
    .sort((a, b) => b.length - a.length)

const first = (slots: Slots, name: SlotName): AnswerValue | undefined => slots[name]?.[0]?.value

/** What was spoken of a moment ago, or is being booked: 'how much is it?' */
function spokenOf({ ctx, state }: CustomerTurn, items: CatalogueItem[]): CatalogueItem | undefined {
  const { draft, spokenOf: lately } = state
  const fresh = lately && ctx.now.getTime() - Date.parse(lately.at) <= SPOKEN_OF_MS ? lately.places : {}
  return itemOf(draft?.dialogue === 'book' ? draft.answers : fresh, items)
}

/** Where to, as it is being booked, when the question itself names nothing: 'what does it cost?' */
function placeSpokenOf({ state: { draft } }: CustomerTurn, read: Slots): AnswerValue | undefined {
  if (draft?.dialogue !== 'book' || read.item || read.venue || draft.answers['item']) return undefined
  return draft.answers['destination']
}

const isPartOf = ({ name, names, aliases }: CatalogueItem, word: string | undefined): boolean =>
  word !== undefined && [name, ...Object.values(names), ...aliases].some((it) => it.toLowerCase().includes(word))

function ofTheirKind({ kinds, turn }: Asked, items: CatalogueItem[]): CatalogueItem[] {
  const { draft } = turn.state
  const called = kinds.filter((it) => isCalledSo(turn.said, it))
  const underWay = draft?.dialogue === 'book' ? kinds.filter((it) => it.key === draft.kind) : []
  const types = (called.length > 0 ? called : underWay).flatMap((it) => it.itemTypes)
  const alike = items.filter((it) => types.includes(it.type))
  return alike.length > 0 ? alike : items
}

/** One thing, with all that is known of it: what was asked for first. */
async function facts(asked: Asked, item: CatalogueItem): Promise<FromCatalogue | undefined> {
  const { asks, turn } = asked
  const dates = await datesOf(asked, item)
  const told: Partial<Record<Facet, string>> = {}
  const price = priceOf(asked, item)
  if (price) told.price = turn.copy.catalogue.price(price)
  const length = turn.copy.catalogue.length(lengthOf(item))
  if (length) told.length = turn.copy.catalogue.long(length)
  if (dates) told.when = dates
  const until = asks.includes('until') ? await hoursOf(asked, item) : undefined
  if (until) told.until = until
  const wanted = [...new Set(asks.map((it) => (it === 'seats' ? 'when' : it)))].filter((it) => it !== 'what')
  if (wanted.length > 0 && wanted.every((it) => told[it] === undefined)) return undefined
  const order = [...wanted, ...(['price', 'length', 'when'] as const).filter((it) => !wanted.includes(it))]
  const lines = order.flatMap(
    (it) => told[it] ?? (wanted.includes(it) ? turn.copy.catalogue.unlisted[it] : undefined) ?? [],
  )
  const said = [titleOf(item, turn), ...lines].join('\n')
  return { sure: true, answer: remembered(asked, item, text(said, actsFor(asked, [item]))) }
}

/** Up to three, as cards to choose from. */
async function offered(asked: Asked, items: CatalogueItem[], words: string): Promise<FromCatalogue> {
  const { turn } = asked
  const ids = items.map((it) => it.id)
  const next = asked.date ? await onSaleThen(asked, items) : await openSlotsOf(turn.ctx, ids, MOST_LIKELY)
  const cards = items.map((item) => {
    const dates = next.filter((it) => it.itemId === item.id && seatsLeft(it) > 0).slice(0, MOST_LIKELY)
    return cardOf(asked, item, dates)
  })
  const [only, ...others] = items
  const list = { type: 'list' as const, text: words, cards, acts: [personAct(turn)] }
  return {
    sure: false,
    answer: only && others.length === 0 ? remembered(asked, only, list) : answer(turn, [list], { help: askedIn(turn) }),
  }
}

function cardOf(asked: Asked, item: CatalogueItem, dates: Slot[]): Card {
  const { people = 1, turn } = asked
  const { copy, language } = turn
  const where = item.destinations.map((place) => placeIn(place, language)).join(' → ')
  const when = dates.length > 0 ? listed(dates, people, turn) : ''
  const subtitle = [copy.catalogue.length(lengthOf(item)), priceOf({ turn }, item)].filter(Boolean).join(' · ')
  const body = [where, when].filter(Boolean).join('\n')
  return card({
    title: titleOf(item, turn),
    ...(subtitle && { subtitle }),
    ...(body && { body }),
    acts: mayBook(turn) ? [bookAct(asked, item)] : [],
  })
}

/** Nothing was named, but where to, how long or when: up to three that fit. */
async function narrowed(asked: Asked): Promise<FromCatalogue | undefined> {
  const { asks, date, destination, items, nights, turn } = asked
  const { catalogue } = turn.copy
  const alike = ofTheirKind(asked, items)
  const fitting = offersFor(
    {
      ...(destination && { destination }),
      ...(asked.people && { party_size: asked.people }),
      ...(nights && { duration_nights: nights }),
    },
    alike,
  )
  if (destination) {
    // a region may be no stop on the way, and still be what the trip is called by
    const going = fitting.length > 0 ? fitting : alike.filter((it) => isPartOf(it, asked.called))
    const there = date ? await openThen(asked, going) : going
    const best = (there.length > 0 ? there : going).slice(0, MOST_LIKELY)
    if (best.length === 0) return undefined
    const exact = !nights || best.some((it) => it.nights === nights)
    const [only, ...others] = best
    if (only && others.length === 0 && exact && !asks.includes('what')) return facts(asked, only)
    const where = catalogue.there(placeIn(destination, turn.language))
    const isFree = !date || there.length > 0
    const words = isFree ? where : `${catalogue.nothingOn(calendarDay(date, turn.language))} ${where}`
    return surely(await offered(asked, best, exact ? words : `${words} ${catalogue.noneSoLong(nights)}`))
  }
  if (date && asks.some((it) => it !== 'length' && it !== 'price')) {
    const open = (await openThen(asked, fitting)).slice(0, MOST_LIKELY)
    return open.length > 0
      ? surely(await offered(asked, open, catalogue.onThatDay(calendarDay(date, turn.language))))
      : undefined
  }
  const [only, ...others] = alike
  if (only && others.length === 0 && !asks.includes('what')) return facts(asked, only)
  const asksWhich = asks.includes('what') || asks.includes('when') || asks.includes('seats')
  const few = alike.length <= MOST_LIKELY ? alike : asksWhich ? await soonestOf(asked, fitting) : []
  if (few.length === 0) return undefined
  const some = await offered(asked, few, catalogue.some())
  return asks.includes('what') ? surely(some) : some
}

/** 'How many lessons is this course?', with none spoken of: an article on something near it would be no answer. */
const POINTS =
  /(?:คอร์ส|คลาส|หลักสูตร|ทัวร์|ทริป|โปรแกรม|แพ็?[กค]เ?กจ|เวิร์[กค]ช[็๊้]?อปป?)(?:นี้|นั้น|เนี่ย|ที่ว่า)|\b(?:this|that|the) (?:course|class|workshop|tour|trip|package)\b|(?:この|その)(?:コース|クラス|講座|ワークショップ|ツアー|プラン)|[这這那]个?個?(?:课程?|課程?|团|團|行程)/i

async function whichIsMeant(asked: Asked): Promise<FromCatalogue | undefined> {
  const { date, destination, items, turn } = asked
  if (date || destination || !POINTS.test(turn.said)) return undefined
  const some = await soonestOf(asked, ofTheirKind(asked, items))
  return some.length > 0 ? surely(await offered(asked, some, turn.copy.catalogue.which())) : undefined
}

/** Nothing else is asked than what there is: no article says it better. */
const surely = (it: FromCatalogue): FromCatalogue => ({ ...it, sure: true })

/** Those with room on the days asked about. */
async function openThen(asked: Asked, items: CatalogueItem[]): Promise<CatalogueItem[]> {
  const then = (await onSaleThen(asked, items)).filter((it) => seatsLeft(it) >= (asked.people ?? 1))
  return items.filter((item) => item.data['any_day'] || then.some((it) => it.itemId === item.id))
}

/** What can be had next; with a length that was said, what comes nearest to it. */
async function soonestOf({ nights, turn }: Asked, items: CatalogueItem[]): Promise<CatalogueItem[]> {
  if (nights) return items.filter((it) => it.nights !== null).slice(0, MOST_LIKELY)
  const next = await openSlotsOf(
    turn.ctx,
    items.map((it) => it.id),
    1,
  )
  const dated = next.flatMap((slot) => items.find((it) => it.id === slot.itemId) ?? [])
  return [...dated, ...items.filter((it) => !dated.includes(it))].slice(0, MOST_LIKELY)
}

/** In the middle of a booking its own buttons follow. */
const mayBook = ({ state }: CustomerTurn): boolean => state.draft?.dialogue !== 'book'

const bookAct = ({ date, people, turn }: Asked, item: CatalogueItem): Act =>
  turn.tap(turn.copy.catalogue.book, 'book_item', item.key, date ?? '', people ?? '')

const actsFor = (asked: Asked, items: CatalogueItem[]): Act[] => [
  ...(mayBook(asked.turn) ? items.map((it) => bookAct(asked, it)) : []),
  personAct(asked.turn),
]

/** What a question that follows goes on from. */
const askedIn = ({ ctx, said }: CustomerTurn) => ({
  text: said.slice(0, MOST_KEPT).toWellFormed(),
  at: ctx.now.toISOString(),
})
const MOST_KEPT = 2_000

/** What was spoken of is what 'book it' means a moment later. */
function remembered({ date, people, turn, units }: Asked, item: CatalogueItem, said: Worded): Answer {
  const at = turn.ctx.now.toISOString()
  const places = {
    item: item.name,
    ...(date && { date }),
    ...(people && { party_size: people }),
    ...(units && { amount: units }),
  }
  return answer(turn, [said], { spokenOf: { places, at }, help: askedIn(turn) })
}

/** 'Book it', 'the second weekend of May would be great', right after it was spoken of, and before anything was booked. */
export async function bookSpokenOf(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { about, draft, parked } = turn.state
  if (draft || parked || about?.bookingId || !turn.state.spokenOf) return undefined
  const { items, kinds } = await onSale(turn)
  const item = spokenOf(turn, items)
  if (!item) return undefined
  const sold = kinds.filter((one) => one.itemTypes.includes(item.type))
  // what has its price is ordered at it: nobody is asked what they would pay
  const kind = (item.priceMinor ? sold.find((one) => !one.requiredSlots.includes('budget')) : undefined) ?? sold[0]
  if (!kind) return undefined
  const { amount, date, party_size } = turn.state.spokenOf.places
  const known = {
    ...(amount !== undefined && { amount }),
    ...(date !== undefined && { date }),
    ...(party_size !== undefined && { party_size }),
    item: item.key,
  }
  const state = withoutDraft(turn.state)
  const takes = sendsIt(turn.said) || takesIt(turn.said) || booksIt(turn.said)
  // 'yes please', to a colleague who wrote since, is said to the colleague
  if ((takes && !(await staffWroteLast(turn.ctx, turn.conversationId))) || asksHowToBook(turn.said))
    return startBooking({ ...turn, state }, kind.key, known)
  // 'the 3rd, two of us. Is no fish a problem?' chooses, and asks beside it
  if (clausesOf(turn.said).every(looksAsked) || isOtherThanWish(it, turn.said)) return undefined
  const other = it.intent === 'booking_request' && it.bookingKind !== undefined && it.bookingKind !== kind.key
  // 'book us a dinner', after a question about a golf course
  if (other && (it.labelConfidence ?? 0) >= SURELY_NAMED && !(await areAkin(turn, it.bookingKind ?? '', kind.key)))
    return undefined
  const told: Record<string, AnswerValue> = {
    ...plainSlots(turn.slotsFor(turn.said, kind.key)),
    ...(await dayMeant(turn, item, date)),
  }
  if (!WHEN_AND_HOW_MANY.some((name) => told[name] !== undefined) || told['item'] !== undefined) return undefined
  return startBooking({ ...turn, state }, kind.key, { ...known, ...told, item: item.key })
}
/** 'The Saturday one', of the dates that were told just now. */
async function dayMeant(
  { ctx, said, tenant }: CustomerTurn,
  item: CatalogueItem,
  within: AnswerValue | undefined,
): Promise<{ date?: string }> {
  const dayOf = ({ startsAt }: Slot) => isoDay(today({ now: startsAt, zone: tenant.zone }))
  const days = [...new Set((await openSlotsOf(ctx, [item.id], MOST_TOLD)).map(dayOf))]
  const inside =
    typeof within === 'string' ? days.filter((it) => it >= firstDayOf(within) && it <= lastDayOf(within)) : []
  // of the days they asked about there may be none: then it is one of those that come
  const [day, ...others] = daysMeant(said, inside.length > 0 ? inside : days)
  return day && others.length === 0 ? { date: day } : {}
}
const MOST_TOLD = 10

const WHEN_AND_HOW_MANY = ['date', 'party_size', 'amount', 'time']

/** A trouble, a wish for a person or a question by itself, as far as one can tell. */
const isOtherThanWish = (it: Understanding, said: string): boolean =>
  it.intent !== 'booking_request' &&
  it.intent !== 'smalltalk' &&
  it.intentConfidence >= SURELY_OTHER &&
  // 'we are three, one is elderly' is like a complaint, and tells of nothing that went wrong
  (it.intent !== 'case_report' || wentWrong(said) || it.severity === 'critical')
const SURELY_OTHER = 0.6
const SURELY_NAMED = 0.75

/** A thing that was put before them is booked, with the day and the number they had named. */
export async function bookItem(turn: CustomerTurn, key: string, date: string, people: string): Promise<Answer> {
  const { kinds, items } = await onSale(turn)
  const item = items.find((it) => it.key === key)
  const kind = item && kinds.find((it) => it.itemTypes.includes(item.type))
  if (!item || !kind) {
    const others = await askWhichBooking(turn)
    return { ...others, say: inTwoBubbles(turn.copy.catalogue.gone(), [], others.say.slice(0, 1)) }
  }
  const { draft } = turn.state
  const state = draft?.dialogue === 'book' ? { ...withoutDraft(turn.state), parked: draft } : withoutDraft(turn.state)
  const count = Number(people)
  return startBooking({ ...turn, state }, kind.key, {
    item: item.key,
    ...(date && { date }),
    ...(Number.isInteger(count) && count > 0 && { party_size: count }),
  })
}
