import { bookingInFull } from '../../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../../api/cases/queries/case-in-full.ts'
import { handsOf } from '../../../api/conversations/queries/in-staff-hands.ts'
import { Refusal } from '../../../api/errors.ts'
import { tapsOf } from '../../messages.ts'
import { moreBookingActs, moreCaseActs } from '../card-acts.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose, staleBooking, staleCase } from './present.ts'

/** The second card: everything that is done less often. */
export async function more(turn: StaffTurn, kind: string, id: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const tap = tapsOf(reader)
  if (kind === 'booking') {
    const full = await bookingInFull(ctx, id)
    if (!full) throw new Refusal('not_found')
    if (['completed', 'cancelled', 'lost'].includes(full.it.stage)) return staleBooking(turn, full.it)
    const hands = await handsIn(turn, full.it.conversationId)
    return { say: choose(full.it.reference, copy.acts.whichMore, moreBookingActs(full, hands, copy, tap)) }
  }
  const full = await caseInFull(ctx, id)
  if (!full) throw new Refusal('not_found')
  if (full.it.status === 'resolved' || full.it.status === 'closed') return staleCase(turn, full.it)
  const hands = await handsIn(turn, full.it.conversationId)
  return { say: choose(full.it.reference, copy.acts.whichMore, moreCaseActs(full, hands, copy, tap)) }
}

const handsIn = async ({ ctx }: StaffTurn, conversationId: string | null) =>
  conversationId ? handsOf(ctx, conversationId) : undefined
