import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import {
  activeItems,
  type CatalogueItem,
  hasSlots,
  seatsLeft,
  slotsOnSale,
  soldByDatesAmong,
} from '../../api/catalogue/queries.ts'
import type { AnswerValue, Draft } from '../../api/conversations/schema.ts'
import { type Answer, type CustomerTurn, withDraft } from '../conversation/customer-turn.ts'
import { plainSlots } from '../conversation/corrections.ts'
import { placeIn } from '../copy/places.ts'
import { cancelAct, type Kind, MOST_CHOICES, type Script } from './booking-script.ts'
import { isCalledSo } from './kinds-of-things.ts'
import { slotLabel } from '../copy/slots.ts'
import type { Asks } from '../../api/tenants/schema.ts'
import { calendarDay } from '../copy/formats.ts'
import { nameIn, slotWords } from '../staff/cards.ts'
import { endOfDay, itemCard, itemOf, namedFirst, offersFor, startOfDay } from './offers.ts'
import { inTwoBubbles } from './two-bubbles.ts'

/** What was named by its own name says better than the rest of the words what kind of booking it is. */
export async function ofItsKind(turn: CustomerTurn, draft: Draft, named: string): Promise<Draft> {
  const kinds = await activeBookingKinds(turn.ctx)
  const everything = await activeItems(
    turn.ctx,
    kinds.flatMap((it) => it.itemTypes),
  )
  const item = itemOf({ item: named }, everything)
  const now = kinds.find((it) => it.key === draft.kind)
  if (!item || now?.itemTypes.includes(item.type)) return choseItem(turn, draft, named)
  const alike = now && isCalledSo(turn.said, now) ? calledLike(turn.said, item, everything, now) : undefined
  if (alike) return choseItem(turn, draft, alike.key)
  const sold = kinds.filter((it) => it.itemTypes.includes(item.type))
  const kind = sold.find((it) => it.requiredSlots.includes('item')) ?? sold[0]
  return kind ? toldOfKind(turn, { ...draft, kind: kind.key }, kind) : draft
}

/** The kind guessed first may not have asked for all that they said: 'three nights' is read again for the one that does. */
function toldOfKind(turn: CustomerTurn, draft: Draft, { requiredSlots, optionalSlots }: Kind): Draft {
  const listed = new Set([...requiredSlots, ...optionalSlots])
  const read = Object.entries(plainSlots(turn.slotsFor(turn.said, draft.kind))).filter(([name]) => listed.has(name))
  return { ...draft, answers: { ...Object.fromEntries(read), ...draft.answers } }
}

/** A day out was guessed at, in a place where none of them goes and a tour does: then it is the tour, unless their words call it a day out. */
export async function kindThatGoesThere(
  turn: CustomerTurn,
  guessed: string,
  slots: Record<string, AnswerValue>,
): Promise<string> {
  const { destination, item } = slots
  const kinds = await activeBookingKinds(turn.ctx)
  const now = kinds.find((it) => it.key === guessed)
  if (typeof destination !== 'string' || item !== undefined || !now?.itemTypes.length || isCalledSo(turn.said, now))
    return guessed
  const goThere = async (kind: Kind) =>
    offersFor({ destination }, await activeItems(turn.ctx, kind.itemTypes)).length > 0
  if (await goThere(now)) return guessed
  for (const kind of kinds)
    if (
      kind.key !== guessed &&
      kind.requiredSlots.includes('item') &&
      kind.itemTypes.length > 0 &&
      (await goThere(kind))
    )
      return kind.key
  return guessed
}

/** 'A workshop on wagashi', where wagashi alone is the name of a course: the one workshop that is called by that word, too. */
function calledLike(said: string, named: CatalogueItem, items: CatalogueItem[], kind: Kind): CatalogueItem | undefined {
  const low = said.toLowerCase()
  const words = namesOfItem(named).filter((it) => low.includes(it))
  const alike = items.filter(
    (it) =>
      kind.itemTypes.includes(it.type) && namesOfItem(it).some((name) => words.some((word) => name.includes(word))),
  )
  return alike.length === 1 ? alike[0] : undefined
}

const namesOfItem = ({ name, names, aliases }: CatalogueItem): string[] =>
  [name, ...Object.values(names), ...aliases].map((it) => it.toLowerCase())

/** What can be had, as cards to choose from; a venue of one's own may still be typed. */
export async function askForItem(script: Script, name: 'item' | 'venue'): Promise<Answer> {
  const { turn, draft, items } = script
  const asked = turn.state.draft
  const isAskedAgain = asked?.id === draft.id && asked.asked === name
  const fitting = inOrder(
    turn,
    isAskedAgain ? asked : undefined,
    await onThatDay(turn, draft, offersFor(draft.answers, items)),
  ).slice(0, MOST_CHOICES)
  const own = name === 'item' ? await madeToMeasure(turn, script.kind) : undefined
  if (fitting.length === 0 && own) {
    const next = await script.goOn({ ...draft, kind: own.key })
    const place = draft.answers['destination']
    if (typeof place !== 'string') return next
    return { ...next, say: inTwoBubbles(turn.copy.booking.noneThere(placeIn(place, turn.language)), [], next.say) }
  }
  const [only, ...others] = fitting
  // one alone goes where they want to go, or has room for them: it is read back, and may still be changed
  const isOnlyOne = typeof draft.answers['destination'] === 'string' || isOnlyWithRoom(draft, items)
  if (name === 'item' && only && others.length === 0 && isOnlyOne)
    return script.goOn(await choseItem(turn, draft, only.key))
  // nothing else takes place that day: it is told, and still read back
  const isOnly = name === 'item' && others.length === 0 && fitting.length < offersFor(draft.answers, items).length
  if (only && isOnly && !own) {
    const next = await script.goOn(await choseItem(turn, draft, only.key))
    const named = nameIn({ ...only.names, en: only.name }, turn.language)
    const day = calendarDay(String(draft.answers['date']), turn.language)
    return { ...next, say: inTwoBubbles(turn.copy.booking.onlyThatDay({ item: named, day }), [], next.say) }
  }
  const question = name === 'item' ? offerWords(turn, draft, fitting, own) : turn.copy.ask.venue()
  const made = own ? [turn.tap(turn.copy.booking.tailorMade, 'answer', draft.id, 'item', 'none')] : []
  const cards = fitting.map((item) =>
    itemCard(
      item,
      turn,
      // by its key: a button cannot hold a long name
      turn.tap(turn.copy.booking.choose, 'answer', draft.id, name, item.key),
    ),
  )
  return {
    say: [
      {
        type: 'list',
        text: isAskedAgain ? withWhatIsNew(turn, asked, draft, script.kind, question) : question,
        cards,
        acts: [...made, cancelAct(turn, draft)],
      },
    ],
    state: withDraft(turn.state, {
      ...draft,
      asked: name,
      offered: fitting.map((it) => (name === 'item' ? it.key : it.name)),
    }),
  }
}

/** Of several the one that so many people fit into. */
function isOnlyWithRoom({ answers }: Draft, items: CatalogueItem[]): boolean {
  const { party_size: people, ...others } = answers
  return people !== undefined && offersFor(answers, items).length === 1 && offersFor(others, items).length > 1
}

/** Of what is sold by dates only what takes place on the day they named; all of it where nothing does. */
async function onThatDay(turn: CustomerTurn, { answers }: Draft, items: CatalogueItem[]): Promise<CatalogueItem[]> {
  const date = answers['date']
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return items
  const slots = await slotsOnSale(turn.ctx, {
    itemIds: items.map((it) => it.id),
    from: startOfDay(date, turn.tenant.zone),
    to: endOfDay(date, turn.tenant.zone),
    most: MOST_SLOTS,
  })
  const open = new Set(slots.filter((it) => seatsLeft(it) > 0).map((it) => it.itemId))
  if (open.size === 0) return items
  const dated = await soldByDatesAmong(
    turn.ctx,
    items.map((it) => it.id),
  )
  return items.filter((it) => open.has(it.id) || it.data['any_day'] || !dated.has(it.id))
}
const MOST_SLOTS = 200

/** What was named first; once the cards stand in an order they keep it. */
function inOrder(turn: CustomerTurn, before: Draft | undefined, items: CatalogueItem[]): CatalogueItem[] {
  const offered = before?.offered
  if (!offered) return namedFirst(turn.said, items)
  const place = (it: CatalogueItem) => {
    const at = offered.findIndex((one) => one === it.key || one === it.name)
    return at < 0 ? offered.length : at
  }
  return items.toSorted((a, b) => place(a) - place(b))
}

/** The same question once more: with what was understood meanwhile, so that nobody thinks it was lost. */
export function withWhatIsNew(turn: CustomerTurn, before: Draft, now: Draft, asks: Asks, question: string): string {
  const { copy, language } = turn
  const noted = Object.entries(now.answers).flatMap(([slot, value]) =>
    before.answers[slot] === value ||
    slot === 'note' ||
    typeof value === 'boolean' ||
    value === '' ||
    !slotLabel(slot, asks, language)
      ? []
      : [slotWords(slot, value, copy, language)],
  )
  return noted.length > 0 ? copy.ask.noted(noted.join(' · '), question) : question
}

/** Where a trip is to be made to measure, the tours that go there are offered first, saying plainly what does not fit. */
export async function offer(script: Script, kinds: Kind[]): Promise<Answer | undefined> {
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
  const [only, ...others] = fitting
  if (!only) return undefined
  // what can be had on its own needs no choice: it is read back with its price
  if (!published && others.length === 0) return script.goOn(await choseItem(turn, draft, only.key))
  const asked = turn.state.draft
  const words = offerWords(turn, draft, fitting, kind)
  const cards = fitting.map((item) =>
    itemCard(item, turn, turn.tap(turn.copy.booking.choose, 'answer', draft.id, 'item', item.key)),
  )
  return {
    say: [
      {
        type: 'list',
        text: asked?.id === draft.id && asked.asked === 'item' ? withWhatIsNew(turn, asked, draft, kind, words) : words,
        cards,
        acts: [turn.tap(turn.copy.booking.tailorMade, 'answer', draft.id, 'item', 'none'), cancelAct(turn, draft)],
      },
    ],
    state: withDraft(turn.state, { ...draft, asked: 'item', offered: fitting.map((it) => it.key) }),
  }
}

/** The tours that go where they want and leave on the very day they named, before it is asked for how long. */
export async function offerThatDay(script: Script, kinds: Kind[]): Promise<Answer | undefined> {
  const { turn, draft, items } = script
  const { date, duration_nights: nights } = draft.answers
  if (nights !== undefined || typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  // the one we put before them, which leaves on whichever day they like
  const suggested = items.find((it) => it.name === turn.state.spokenOf?.places['item'])
  const isOpenAnyDay = suggested && goesThere(suggested, draft) && !(await hasSlots(turn.ctx, suggested.id))
  if (isOpenAnyDay && draft.answers['item'] === undefined)
    return script.goOn(await choseItem(turn, draft, suggested.key))
  const leaving = await slotsOnSale(turn.ctx, {
    itemIds: items.map((it) => it.id),
    from: startOfDay(date, turn.tenant.zone),
    to: endOfDay(date, turn.tenant.zone),
    most: MOST_SLOTS,
  })
  const open = new Set(leaving.filter((it) => seatsLeft(it) > 0).map((it) => it.itemId))
  const there = items.filter((it) => open.has(it.id))
  // of which we have just spoken: the day chooses it, and it is read back
  const spokenOf = there.find((it) => it.name === turn.state.spokenOf?.places['item'])
  if (spokenOf && draft.answers['item'] === undefined) return script.goOn(await choseItem(turn, draft, spokenOf.key))
  return there.length > 0 ? offer({ ...script, items: there }, kinds) : undefined
}

const goesThere = (item: CatalogueItem, { answers }: Draft): boolean =>
  typeof answers['destination'] === 'string' && offersFor({ destination: answers['destination'] }, [item]).length > 0

/** Which of these they would like; where they said where to and for how long, what does not fit is told plainly. */
function offerWords(turn: CustomerTurn, draft: Draft, fitting: CatalogueItem[], own: Kind | undefined): string {
  const { copy, language } = turn
  const { destination, duration_nights: nights } = draft.answers
  if (typeof destination !== 'string' || !own || fitting.length === 0) return copy.ask.item()
  const place = placeIn(destination, language)
  const isExact = typeof nights === 'number' && fitting.some((it) => it.nights === nights)
  return isExact
    ? copy.booking.offerExact({ place })
    : copy.booking.offer({ place, ...(typeof nights === 'number' && { nights }) })
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

/** The request as one that is planned for them alone, where the business does so and it is not one yet. */
export async function madeForThem(turn: CustomerTurn, draft: Draft): Promise<Draft | undefined> {
  const kinds = await activeBookingKinds(turn.ctx)
  const listed = kinds.filter((it) => it.requiredSlots.includes('item') && it.itemTypes.length > 0)
  const own = (await Promise.all(listed.map((it) => madeToMeasure(turn, it)))).flatMap((it) => it ?? [])
  const [made] = own
  if (!made || own.some((it) => it.key !== made.key) || made.key === draft.kind) return undefined
  const { slot: _, agreed: __, ...answers } = draft.answers
  return toldOfKind(turn, { ...draft, kind: made.key, misses: 0, answers: { ...answers, item: 'none' } }, made)
}

/** Whether two kinds are ways to the same things: a tour from the list, and one made to measure. */
export async function areAkin(turn: CustomerTurn, one: string, other: string): Promise<boolean> {
  const kinds = await activeBookingKinds(turn.ctx)
  const [first, second] = [kinds.find((it) => it.key === one), kinds.find((it) => it.key === other)]
  return !first || !second || first.itemTypes.some((type) => second.itemTypes.includes(type))
}

/** A venue is kept as people call it; of an older button, or one that is no longer listed, what it says. */
export async function choseVenue(turn: CustomerTurn, draft: Draft, key: string): Promise<Draft> {
  const kind = (await activeBookingKinds(turn.ctx)).find((it) => it.key === draft.kind)
  const listed = (await activeItems(turn.ctx, kind?.itemTypes ?? [])).find((it) => it.key === key)
  return { ...draft, misses: 0, answers: { ...draft.answers, venue: listed?.name ?? key } }
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
