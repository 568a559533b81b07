import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { type Part, partIn } from '../copy/parts-of-price.ts'
import { asksIncluded, besideParts, holds, partsIn } from './asks-included.ts'
import type { Kind } from './booking-script.ts'
import { titleOf } from './item-facts.ts'
import { itemOf, offersFor } from './offers.ts'
import { isPartOf, onSale, spokenOf } from './on-sale.ts'
import { type FromCatalogue, saidOf } from './tell-of-item.ts'
import { likelyMeant, waysToCall } from './things-meant.ts'
import { ofTheirKind } from './which-fit.ts'
import { readIn, textsOf, type Written, writtenDown } from './written-down.ts'

/** What its price holds and what it does not, as the business has written it down. */
const listOf = ({ data }: Pick<CatalogueItem, 'data'>, name: 'includes' | 'excludes'): Written[] => {
  const kept: unknown = data[name]
  return Array.isArray(kept) ? kept.flatMap((it) => writtenDown(it) ?? []) : []
}
const isOf = (entry: Written, part: Part): boolean => textsOf(entry).some((it) => holds(it, part))

/** What is told of it: the parts that were asked for first, by themselves; of what stands nowhere that it stands nowhere. `open` are those. */
export function includedIn(
  item: CatalogueItem,
  parts: readonly Part[],
  { copy, language }: Pick<CustomerTurn, 'copy' | 'language'>,
): { lines: string[]; open: Part[] } {
  const [holdsThese, leavesOut] = [listOf(item, 'includes'), listOf(item, 'excludes')]
  const among = (list: Written[]) => list.filter((entry) => parts.some((part) => isOf(entry, part)))
  const [inside, outside] = [among(holdsThese), among(leavesOut)]
  const open = parts.filter((part) => ![...inside, ...outside].some((entry) => isOf(entry, part)))
  const words = (list: Written[]) => list.map((it) => readIn(it, language))
  const isAll = inside.length === 0 && outside.length === 0
  const [told, not] = isAll ? [holdsThese, leavesOut] : [inside, outside]
  return {
    lines: [
      ...(told.length > 0 ? [copy.catalogue.includes(words(told))] : []),
      ...(not.length > 0 ? [copy.catalogue.excludes(words(not))] : []),
      ...open.map((part) => copy.catalogue.notWritten(partIn(part, language))),
    ],
    open,
  }
}

/** What is said of a thing, and which of the parts that were asked for stand nowhere. */
function toldOf(turn: CustomerTurn, item: CatalogueItem, asking: Asking): { words: string; open: Part[] } | undefined {
  if (listOf(item, 'includes').length + listOf(item, 'excludes').length === 0) return undefined
  // 'the boat trip' names the thing, and asks for no boat
  const named = [item.name, ...Object.values(item.names)].flatMap(partsIn)
  const others = asking.parts.filter((it) => !named.includes(it))
  const parts = others.length > 0 ? others : asking.parts
  const { lines, open } = includedIn(item, parts, turn)
  if (!asking.surely && (open.length > 0 || besideParts(turn.said).some((word) => !isPartOf(item, word))))
    return undefined
  return { words: [titleOf(item, turn), ...lines].join('\n'), open }
}

type Asking = { surely: boolean; parts: readonly Part[] }
type Included = FromCatalogue & { open: Part[] }

/**
 * 'Is lunch included?': sure where the catalogue says it of what was asked, else what it does say. `draft` is what is being booked; `earlier` the
 * question before this one, for 'and the flights?'
 */
export async function whatIsIncluded(
  turn: CustomerTurn,
  { draft, earlier }: { draft?: Draft; earlier?: string } = {},
): Promise<Included | undefined> {
  const again = earlier === undefined ? undefined : asksIncluded(earlier) && partsIn(turn.said)
  const asking = again && again.length > 0 ? { surely: true, parts: again } : asksIncluded(turn.said)
  if (!asking) return undefined
  const { kinds, items } = await onSale(turn)
  const item = thingMeant(turn, { kinds, items }, draft)
  const told = item && toldOf(turn, item, asking)
  if (!item || !told) return undefined
  const answer = saidOf({ asks: [], rest: [], turn, kinds, items }, item, told.words)
  return { sure: told.open.length === 0, open: told.open, answer }
}

/** What they name, the one that goes where they name, else what is being booked or was spoken of. */
export function thingMeant(
  turn: CustomerTurn,
  { kinds, items }: { kinds: Kind[]; items: CatalogueItem[] },
  draft: Draft | undefined,
): CatalogueItem | undefined {
  const kind = kinds.find((it) => it.requiredSlots.includes('item')) ?? kinds[0]
  const read = kind ? turn.slotsFor(turn.said, kind.key) : {}
  const [named, ...others] = [...new Set((read.item ?? []).map((it) => itemOf({ item: String(it.value) }, items)))]
  if (named && others.length === 0) return named
  const place =
    read.destination?.[0]?.value ?? (draft && !draft.answers['item'] ? draft.answers['destination'] : undefined)
  if (typeof place === 'string') {
    const there = ofTheirKind({ kinds, turn }, offersFor({ destination: place }, items))
    const [only, ...more] = there
    if (only && more.length === 0) return only
    const [likely, next] = likelyMeant(turn.said, there.map(waysToCall))
    return likely && !next ? there.find((it) => it.key === likely.key) : undefined
  }
  const [offered, ...more] = draft?.asked === 'item' ? (draft.offered ?? []) : []
  if (draft) return itemOf(offered && more.length === 0 ? { item: offered } : draft.answers, items)
  return spokenOf(turn, items)
}
