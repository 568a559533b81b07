import { type CatalogueItem, lengthOf, openSlotsOf, seatsLeft, type Slot } from '../../api/catalogue/queries.ts'
import type { Act, Card, Worded } from '../../api/outbox/schema.ts'
import { type Answer, answer, type CustomerTurn } from '../conversation/customer-turn.ts'
import { placeIn } from '../copy/places.ts'
import { card, text } from '../messages.ts'
import type { Facet } from './catalogue-question.ts'
import { type Asked, datesOf, hoursOf, listed, onSaleThen, priceOf, titleOf } from './item-facts.ts'
import { personAct } from './small-matters.ts'
import { readIn, writtenDown } from './written-down.ts'

export const MOST_LIKELY = 3
/** What the catalogue says to a question: `sure` when the very thing was named, else the likely ones are put forward. */
export type FromCatalogue = { sure: boolean; answer: Answer }

/** One thing, with all that is known of it: what was asked for first. */
export async function facts(asked: Asked, item: CatalogueItem): Promise<FromCatalogue | undefined> {
  const { asks, turn } = asked
  const dates = await datesOf(asked, item)
  const told: Partial<Record<Facet, string>> = {}
  const price = priceOf(asked, item)
  if (price) told.price = turn.copy.catalogue.price(price)
  const length = turn.copy.catalogue.length(lengthOf(item))
  if (length) told.length = turn.copy.catalogue.long(length)
  if (dates) told.when = dates
  const about = aboutOf(asked, item)
  if (about) told.about = about
  const until = asks.includes('until') ? await hoursOf(asked, item) : undefined
  if (until) told.until = until
  const wanted = [...new Set(asks.map((it) => (it === 'seats' ? 'when' : it)))].filter((it) => it !== 'what')
  // of what it is, all that is known tells something
  const known = wanted.includes('about') ? Object.keys(told).length > 0 : wanted.some((it) => told[it] !== undefined)
  if (wanted.length > 0 && !known) return undefined
  const order = [...wanted, ...(['price', 'length', 'when'] as const).filter((it) => !wanted.includes(it))]
  const lines = order.flatMap(
    (it) => told[it] ?? (wanted.includes(it) ? turn.copy.catalogue.unlisted[it] : undefined) ?? [],
  )
  const said = [titleOf(item, turn), ...lines].join('\n')
  return { sure: true, answer: remembered(asked, item, text(said, actsFor(asked, [item]))) }
}

/** What it is, as the business has written it down, and where it goes. */
function aboutOf({ turn: { copy, language } }: Asked, { data, destinations }: CatalogueItem): string | undefined {
  const description = writtenDown(data['description'])
  const kept: unknown = data['highlights']
  const highlights = Array.isArray(kept) ? kept.flatMap((it) => writtenDown(it) ?? []) : []
  const lines = [
    ...(description ? [readIn(description, language)] : []),
    ...(destinations.length > 0 ? [destinations.map((place) => placeIn(place, language)).join(' → ')] : []),
    ...(highlights.length > 0 ? [copy.catalogue.highlights(highlights.map((it) => readIn(it, language)))] : []),
  ]
  return lines.length > 0 ? lines.join('\n') : undefined
}

/** Of one thing, in words of their own. */
export const saidOf = (asked: Asked, item: CatalogueItem, words: string): Answer =>
  remembered(asked, item, text(words, actsFor(asked, [item])))

/** Up to three, as cards to choose from. */
export async function offered(asked: Asked, items: CatalogueItem[], words: string): Promise<FromCatalogue> {
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
