import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems, type CatalogueItem } from '../../api/catalogue/queries.ts'
import type { CustomerTurn } from '../conversation/customer-turn.ts'
import type { Kind } from './booking-script.ts'
import { itemOf } from './offers.ts'

/** What can be booked here, and so may be spoken of: nothing that is out of sale or only kept by staff. */
export async function onSale(turn: CustomerTurn): Promise<{ kinds: Kind[]; items: CatalogueItem[] }> {
  const kinds = (await activeBookingKinds(turn.ctx)).filter((it) => it.itemTypes.length > 0)
  const types = kinds.flatMap((it) => it.itemTypes)
  return { kinds, items: types.length > 0 ? await activeItems(turn.ctx, types) : [] }
}

const SPOKEN_OF_MS = 15 * 60_000

/** What was spoken of a moment ago, or is being booked: 'how much is it?' */
export function spokenOf({ ctx, state }: CustomerTurn, items: CatalogueItem[]): CatalogueItem | undefined {
  const { draft, spokenOf: lately } = state
  const fresh = lately && ctx.now.getTime() - Date.parse(lately.at) <= SPOKEN_OF_MS ? lately.places : {}
  return itemOf(draft?.dialogue === 'book' ? draft.answers : fresh, items)
}

export const isPartOf = ({ name, names, aliases }: CatalogueItem, word: string | undefined): boolean =>
  word !== undefined && [name, ...Object.values(names), ...aliases].some((it) => it.toLowerCase().includes(word))
