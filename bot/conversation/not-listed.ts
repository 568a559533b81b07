import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { activeItems } from '../../api/catalogue/queries.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { answerIfKnown } from '../dialogues/answer-question.ts'
import { beginBooking } from '../dialogues/begin-booking.ts'
import { withoutSort } from '../dialogues/kinds-of-things.ts'
import { helpBy } from '../dialogues/small-matters.ts'
import { meantOf, namesOf, waysToCall } from '../dialogues/things-meant.ts'
import { inTwoBubbles } from '../dialogues/two-bubbles.ts'
import { asksWhereTo } from './by-what-it-names.ts'
import { askWhich, likeliest } from './clarify.ts'
import { plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { looksAsked } from './words/set-words.ts'

/**
 * A yacht, of somebody who arranges golf and dinners, is no round of golf, though that is likeliest of what there is. It is said that there is none, and a person may
 * have one all the same: a yes is one to that.
 */
export async function notListed(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { unheard: thing, slots } = it
  const { about, draft } = turn.state
  if (thing === undefined || draft || about?.caseId || slots.item || slots.venue) return undefined
  const kinds = await activeBookingKinds(turn.ctx)
  const heard = kinds.find((one) => one.key === it.bookingKind)
  // what is chosen by where it goes may be called by any place
  if (!heard || asksWhereTo(heard)) return undefined
  const items = await activeItems(
    turn.ctx,
    kinds.flatMap((one) => one.itemTypes),
  )
  if (meantOf(withoutSort(thing), [...kinds.map(namesOf), ...items.map(waysToCall)]).length > 0) return undefined
  // the list of what there is says more than the kinds of it
  if (heard.requiredSlots.includes('item')) {
    const { say, ...begun } = await beginBooking(turn, heard.key, plainSlots(slots))
    return { ...begun, say: inTwoBubbles(turn.copy.noneCalledSo(thing), [], say) }
  }
  const known = looksAsked(turn.said) ? await answerIfKnown(turn, 'no guess') : undefined
  if (known) return known
  const asked = await askWhich(
    turn,
    turn.copy.notListed(thing),
    likeliest(it.alternatives).filter((one) => one.kind === 'booking'),
  )
  return { ...asked, state: { ...asked.state, ...helpBy(turn, 'person') } }
}
