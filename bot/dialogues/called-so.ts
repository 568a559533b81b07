import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import { offersFor } from './offers.ts'
import { onSale } from './on-sale.ts'
import { likelyMeant, waysToCall } from './things-meant.ts'

/** 東北温泉ツアー, クラビの三世代ツアー: the only one that goes where they say, or of those there (of all, where they say no place) the only one that is called so. */
export async function onlyOneCalledSo(turn: CustomerTurn, place: unknown): Promise<CatalogueItem | undefined> {
  const { items } = await onSale(turn)
  const there = typeof place === 'string' ? offersFor({ destination: place }, items) : items
  if (there.length < 2) return there[0]
  const [likely, next] = likelyMeant(turn.said, there.map(waysToCall))
  return next ? undefined : there.find((it) => it.key === likely?.key)
}
