import { bookingInFull } from '../../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../../api/cases/queries/case-in-full.ts'
import { Refusal } from '../../../api/errors.ts'
import { tapsOf } from '../../messages.ts'
import { moreBookingActs, moreCaseActs } from '../card-acts.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose, staleBooking, staleCase } from './present.ts'

/** The second card: everything that is done less often. */
export async function more(turn: StaffTurn, kind: string, id: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const tap = tapsOf(reader.tenant.id)
  if (kind === 'booking') {
    const full = await bookingInFull(ctx, id)
    if (!full) throw new Refusal('not_found')
    if (['completed', 'cancelled', 'lost'].includes(full.it.stage)) return staleBooking(turn, full.it)
    return { say: choose(full.it.reference, copy.acts.whichMore, moreBookingActs(full, copy, tap)) }
  }
  const full = await caseInFull(ctx, id)
  if (!full) throw new Refusal('not_found')
  if (full.it.status === 'resolved' || full.it.status === 'closed') return staleCase(turn, full.it)
  return { say: choose(full.it.reference, copy.acts.whichMore, moreCaseActs(full, copy, tap)) }
}
