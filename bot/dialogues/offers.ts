import { Temporal } from 'temporal-polyfill'
import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import type { AnswerValue } from '../../api/conversations/schema.ts'
import type { Act, Card } from '../../api/outbox/schema.ts'
import { saidName } from '../../api/triage/slots/names-of-things.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { money } from '../copy/formats.ts'
import { namesOf, placeIn } from '../copy/places.ts'
import { card } from '../messages.ts'
import { nameIn } from '../staff/cards.ts'
import { likelyMeant, waysToCall } from './things-meant.ts'

type Answers = Record<string, AnswerValue>

/** The item that was named, by its key, its name, or as the venue it is. */
export function itemOf(answers: Answers, items: CatalogueItem[]): CatalogueItem | undefined {
  const named = answers['item'] ?? answers['venue']
  const names = items.map((it) => it.name)
  return (
    items.find((it) => it.key === named || it.name === named) ?? items.find((it) => saidName(it.name, names) === named)
  )
}

/** What fits what is known: where to, and how many. Where nothing was said everything fits. */
export function offersFor(answers: Answers, items: CatalogueItem[]): CatalogueItem[] {
  const places = typeof answers['destination'] === 'string' ? answers['destination'].toLowerCase().split('; ') : []
  const people = typeof answers['party_size'] === 'number' ? answers['party_size'] : undefined
  const nights = typeof answers['duration_nights'] === 'number' ? answers['duration_nights'] : undefined
  const there = items.filter((it) => places.length === 0 || places.some((place) => goesTo(it, place)))
  const roomy = there.filter((it) => !people || !it.maxPeople || people <= it.maxPeople)
  if (nights === undefined) return roomy
  const distance = (it: CatalogueItem) => Math.abs((it.nights ?? 99) - nights)
  return roomy.toSorted((a, b) => distance(a) - distance(b))
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' })

/** The countries it goes to, where the business keeps them: `JP` is Japan. */
const countriesOf = ({ data }: Pick<CatalogueItem, 'data'>): string[] => {
  const codes: unknown = data['countries']
  return Array.isArray(codes)
    ? codes.flatMap((code) =>
        typeof code === 'string' && /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? []) : [],
      )
    : []
}

/** By a stop, by a country, or by its own name: 'Hokkaido' is where a tour goes, though no stop is called so. */
const goesTo = (it: CatalogueItem, place: string): boolean =>
  [...it.destinations, ...countriesOf(it)].some((one) => one.toLowerCase() === place) ||
  // a river by its name alone: 'Slow Mekong'
  ` ${it.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${place.replace(/ river$/, '')} `)

const wordsOf = new Intl.Segmenter('th', { granularity: 'word' })
const HAN = /\p{Script=Han}/u

const LEAST_RANK = 0.01

/** A word of its name, or of where it is, that few others have, as it was said: 'ラーメンのコース' means the ramen before any other course. */
export function namedFirst(said: string, items: CatalogueItem[]): CatalogueItem[] {
  const heard = said.toLowerCase()
  const spoken = new Map(items.map((it) => [it, namesIn(it).filter((word) => heard.includes(word))]))
  const having = new Map<string, number>()
  for (const words of spoken.values()) for (const word of words) having.set(word, (having.get(word) ?? 0) + 1)
  const weight = (it: CatalogueItem) =>
    Math.max(0, ...(spoken.get(it) ?? []).map((word) => word.length / (having.get(word) ?? 1)))
  // whatever else it is called by: ไลค์ is one spelling of many
  const alike = new Set(likelyMeant(said, items.map(waysToCall)).map((it) => it.key))
  const rank = (it: CatalogueItem) => weight(it) + (alike.has(it.key) && weight(it) === 0 ? LEAST_RANK : 0)
  return items.toSorted((a, b) => rank(b) - rank(a))
}

/** What a business sells stays the same object until it is changed. */
function namesIn(item: CatalogueItem): readonly string[] {
  const known = called.get(item)
  if (known) return known
  const { name, names, destinations } = item
  const words = [name, ...Object.values(names), ...destinations.flatMap(namesOf)].flatMap((it) =>
    [...wordsOf.segment(it.toLowerCase())]
      .map(({ segment }) => segment)
      .filter((word) => /\p{L}/u.test(word) && (word.length > 2 || HAN.test(word))),
  )
  const distinct = [...new Set(words)]
  called.set(item, distinct)
  return distinct
}
const called = new WeakMap<CatalogueItem, readonly string[]>()

export function itemCard(item: CatalogueItem, turn: CustomerTurn, act: Act): Card {
  const { copy, language } = turn
  const price = item.priceMinor && item.currency ? money(item.priceMinor, item.currency, language) : ''
  return card({
    title: nameIn({ ...item.names, en: item.name }, language),
    subtitle: [
      item.nights ? copy.booking.nights(item.nights) : '',
      price && (copy.catalogue.per[item.pricePer ?? '']?.(price) ?? price),
    ]
      .filter(Boolean)
      .join(' · '),
    ...(item.destinations.length && { body: item.destinations.map((place) => placeIn(place, language)).join(' → ') }),
    acts: [act],
  })
}

/** Midnight of a calendar day in the tenant's zone, as an instant. */
export const startOfDay = (day: string, zone: string): Date => instantOf(Temporal.PlainDate.from(day), zone)
export const endOfDay = (day: string, zone: string): Date => instantOf(lastOf(day).add({ days: 1 }), zone)

const instantOf = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone: zone }).epochMilliseconds)

/** `2026-12-31` as the end of a month may be a day that the month does not have. */
function lastOf(day: string): Temporal.PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'constrain' })
}
