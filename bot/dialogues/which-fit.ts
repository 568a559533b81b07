import { type CatalogueItem, openSlotsOf, seatsLeft } from '../../api/catalogue/queries.ts'
import { calendarDay } from '../copy/formats.ts'
import { placeIn } from '../copy/places.ts'
import { type Asked, onSaleThen } from './item-facts.ts'
import { isCalledSo } from './kinds-of-things.ts'
import { offersFor } from './offers.ts'
import { isPartOf } from './on-sale.ts'
import { MOST_LIKELY, type FromCatalogue, facts, offered } from './tell-of-item.ts'
import { thingCalled } from './thing-called.ts'
import { likelyMeant, waysToCall } from './things-meant.ts'

export function ofTheirKind({ kinds, turn }: Pick<Asked, 'kinds' | 'turn'>, items: CatalogueItem[]): CatalogueItem[] {
  const { draft } = turn.state
  const called = kinds.filter((it) => isCalledSo(turn.said, it))
  const underWay = draft?.dialogue === 'book' ? kinds.filter((it) => it.key === draft.kind) : []
  const types = (called.length > 0 ? called : underWay).flatMap((it) => it.itemTypes)
  const alike = items.filter((it) => types.includes(it.type))
  return alike.length > 0 ? alike : items
}

/** Nothing was named, but where to, how long or when: up to three that fit. */
export async function narrowed(asked: Asked): Promise<FromCatalogue | undefined> {
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

export async function whichIsMeant(asked: Asked): Promise<FromCatalogue | undefined> {
  const { date, destination, items, turn } = asked
  if (date || destination || !POINTS.test(turn.said)) return undefined
  const some = await soonestOf(asked, ofTheirKind(asked, items))
  return some.length > 0 ? surely(await offered(asked, some, turn.copy.catalogue.which())) : undefined
}

/** 'How much is the bread class?', where there is none by that name: that is said, and what there is. An article may know better. */
export async function notOnSale(asked: Asked, rest: readonly string[]): Promise<FromCatalogue | undefined> {
  const { items, turn } = asked
  const [word, ...others] = rest
  const name = word && others.length === 0 && !turn.state.draft ? thingCalled(turn.said, word) : undefined
  if (name === undefined || likelyMeant(name, items.map(waysToCall)).length > 0) return undefined
  const some = await soonestOf(asked, ofTheirKind(asked, items))
  return some.length > 0 ? offered(asked, some, turn.copy.catalogue.notOnSale(name)) : undefined
}

/** Nothing else is asked than what there is: no article says it better. */
export const surely = (it: FromCatalogue): FromCatalogue => ({ ...it, sure: true })

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
