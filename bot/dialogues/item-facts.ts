import {
  type CatalogueItem,
  costOf,
  isLowestPrice,
  openSlotsOf,
  seatsLeft,
  type Slot,
  slotsOnSale,
  soldByDates,
  startTimesOf,
} from '../../api/catalogue/queries.ts'
import { isoDay, today } from '../../api/triage/slots/at.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { onWeekdays, weekdaysMeant } from '../conversation/words/which-weekdays.ts'
import { firstDayOf, lastDayOf } from '../conversation/questions.ts'
import { calendarDay, clockTime, dayWords, money } from '../copy/formats.ts'
import { nameIn } from '../staff/cards.ts'
import type { Kind } from './booking-script.ts'
import type { CatalogueQuestion } from './catalogue-question.ts'
import { endOfDay, startOfDay } from './offers.ts'

const MOST_DATES = 4
const MOST_ON_SALE = 200

/** Everything that an answer from the catalogue is made of. */
export type Asked = CatalogueQuestion & {
  turn: CustomerTurn
  kinds: Kind[]
  items: CatalogueItem[]
  /** a day, a stretch of days or a month */
  date?: string
  people?: number
  /** some of them are children, who may pay less */
  children?: boolean
  /** how many of what is sold by number */
  units?: number
  nights?: number
  destination?: string
  /** the name of a thing or a place as it was said */
  called?: string
  /** where it takes place, of several places */
  place?: string
}

export const titleOf = (item: CatalogueItem, { language }: CustomerTurn): string => {
  const name = nameIn({ ...item.names, en: item.name }, language)
  return item.code ? `${name} (${item.code})` : name
}

/** In people's words, with what it is for; for a party of theirs the sum, where nothing can make it more. */
export function priceOf(
  { children, people, turn, units }: Pick<Asked, 'children' | 'people' | 'turn' | 'units'>,
  item: CatalogueItem,
): string | undefined {
  const { copy, language } = turn
  if (!item.priceMinor || !item.currency) return undefined
  const price = money(item.priceMinor, item.currency, language)
  const words = copy.catalogue.per[item.pricePer ?? '']?.(price) ?? price
  if (isLowestPrice(item)) return copy.catalogue.from(words)
  const sum = item.pricePer === 'thousand' && units ? costOf(item, { amount: units }) : undefined
  if (sum && units)
    return `${words} · ${copy.catalogue.forUnits({ units, total: money(sum, item.currency, language) })}`
  const total = item.pricePer === 'person' && people && people > 1 ? costOf(item, { people }) : undefined
  if (!total || !people) return words
  const party = copy.catalogue.forParty({ people, total: money(total, item.currency, language) })
  return `${words} · ${children ? childrenApart(turn, item, party) : party}`
}

/** A sum at the full price for all, where children come along: what they pay a person confirms, and nobody is told a sum that may be wrong. */
export function childrenApart({ copy }: Pick<CustomerTurn, 'copy'>, item: CatalogueItem, sum: string): string {
  const part = item.data['child_price_factor']
  const percent = typeof part === 'number' && part > 0 && part < 1 ? Math.round(part * 100) : undefined
  return copy.catalogue.childrenApart({ sum, ...(percent !== undefined && { percent }) })
}

/** The dates it is sold by: of the days asked about, else the next. Nothing where it is not known to be sold by dates. */
export async function datesOf(asked: Asked, item: CatalogueItem): Promise<string | undefined> {
  const { date, people = 1, turn } = asked
  const { catalogue } = turn.copy
  const onSale = (await openSlotsOf(turn.ctx, [item.id], MOST_ON_SALE)).filter((it) => isThere(it, asked))
  const next = onWeekdays(weekdaysMeant(turn.said), onSale, (it) => dayOf(it, turn.tenant.zone))
  const soonest = next.slice(0, MOST_DATES)
  if (date) {
    const then = await onSaleThen(asked, [item])
    const day = calendarDay(date, turn.language)
    const open = then.filter((it) => seatsLeft(it) > 0)
    if (open.length > 0) return catalogue.yesOn(listed(open.slice(0, MOST_DATES), people, turn))
    if (then.length > 0 || next.length > 0) {
      const none = then.length > 0 ? catalogue.fullOn(day) : catalogue.nothingOn(day)
      return next.length > 0 ? `${none}\n${catalogue.next(listed(soonest, people, turn))}` : none
    }
  }
  if (next.length > 0) return catalogue.next(listed(soonest, people, turn))
  if (item.data['any_day']) return catalogue.anyDay()
  const starts = startTimesOf(item)
  if (starts.length > 0) return catalogue.startsAt(starts)
  if (asked.place || !(await soldByDates(turn.ctx, item.id))) return undefined
  const full = await slotsOnSale(turn.ctx, { itemIds: [item.id], from: turn.ctx.now, to: FOREVER, most: 1 })
  return full.length > 0 ? catalogue.allFull() : catalogue.noDates()
}
/** From when to when, on the days asked about, else the next time. */
export async function hoursOf(asked: Asked, item: CatalogueItem): Promise<string | undefined> {
  const { language, tenant } = asked.turn
  const then = asked.date ? await onSaleThen(asked, [item]) : await openSlotsOf(asked.turn.ctx, [item.id], 1)
  const [slot, ...others] = then
  if (!slot?.endsAt || others.length > 0) return undefined
  const isSameDay = isoDay(today({ now: slot.endsAt, zone: tenant.zone })) === dayOf(slot, tenant.zone)
  const end = isSameDay
    ? clockTime(slot.endsAt, 'en', tenant.zone)
    : dayWords(slot.endsAt, asked.turn.ctx.now, language, tenant.zone)
  return asked.turn.copy.catalogue.hours(`${whenOf(slot, asked.turn)}–${end}`)
}
const dayOf = ({ startsAt }: Slot, zone: string): string => isoDay(today({ now: startsAt, zone }))

const FOREVER = new Date('9000-01-01T00:00:00Z')

const isThere = (slot: Slot, { place }: Asked): boolean => place === undefined || slot.place === place

/** All dates of the days asked about, also those that are full. */
export async function onSaleThen(asked: Asked, items: CatalogueItem[]): Promise<Slot[]> {
  const { date = '', turn } = asked
  const slots = await slotsOnSale(turn.ctx, {
    itemIds: items.map((it) => it.id),
    from: startOfDay(firstDayOf(date), turn.tenant.zone),
    to: endOfDay(lastDayOf(date), turn.tenant.zone),
    most: MOST_ON_SALE,
  })
  return slots.filter((it) => isThere(it, asked))
}

export const listed = (slots: Slot[], people: number, turn: CustomerTurn): string =>
  slots
    .map((slot) =>
      turn.copy.catalogue.date({ when: whenOf(slot, turn), left: seatsLeft(slot), enough: seatsLeft(slot) >= people }),
    )
    .join(' · ')

function whenOf(slot: Slot, { ctx, language, tenant }: CustomerTurn): string {
  const day = dayWords(slot.startsAt, ctx.now, language, tenant.zone)
  const time = clockTime(slot.startsAt, 'en', tenant.zone)
  return time === '00:00' ? day : `${day} ${time}`
}
