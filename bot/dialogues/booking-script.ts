import type { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import type { CatalogueItem } from '../../api/catalogue/queries.ts'
import type { Draft } from '../../api/conversations/schema.ts'
import type { Act } from '../../api/outbox/schema.ts'
import type { MayKeep } from './consent.ts'
import type { Answer, CustomerTurn } from '../conversation/customer-turn.ts'

export type Kind = Awaited<ReturnType<typeof activeBookingKinds>>[number]

/** What the script of a booking knows at one run: everything it needs to find the first thing that is missing. */
export type Script = {
  turn: CustomerTurn
  draft: Draft
  kind: Kind
  items: CatalogueItem[]
  item: CatalogueItem | undefined
  /** whether contact details may be written down */
  mayKeep: MayKeep
  /** runs from the top with another draft */
  goOn: (draft: Draft) => Promise<Answer>
}

export const MOST_CHOICES = 10

export const cancelAct = (turn: CustomerTurn, draft: Draft): Act =>
  turn.tap(turn.copy.booking.cancel, 'answer', draft.id, 'cancel', 'yes')

/** The way back to a booking that was set aside, where there is one. */
export const backActs = (turn: CustomerTurn, parked: Draft | undefined): Act[] =>
  parked?.dialogue === 'book' ? [turn.tap(turn.copy.booking.back, 'menu', 'resume')] : []
