import type { Draft } from '../../api/conversations/schema.ts'
import { type Answer, type CustomerTurn, takenUp, withoutDraft } from '../conversation/customer-turn.ts'
import { text } from '../messages.ts'
import { continueBooking } from './book.ts'
import { backActs } from './booking-script.ts'
import { menuActs } from './small-matters.ts'
import { inTwoBubbles } from './two-bubbles.ts'

/** A booking that was set aside for something more urgent goes on where it was. */
export async function resumeBooking(turn: CustomerTurn, waiting: Draft): Promise<Answer> {
  const { behind: _, ...parked } = waiting
  const { state } = takenUp(turn.state)
  const again = await continueBooking({ ...turn, state }, parked)
  return { ...again, say: inTwoBubbles(turn.copy.booking.resumed(), [], again.say) }
}

/** The business under way is given up. A case that was opened stays open: only its question goes. */
export async function drop(turn: CustomerTurn): Promise<Answer> {
  if (turn.state.draft?.dialogue === 'report')
    return { say: [text(turn.copy.case.skipped(), backActs(turn, turn.state.parked))], state: withoutDraft(turn.state) }
  const { parked, state } = takenUp(withoutDraft(turn.state))
  if (turn.state.draft && parked?.follows) {
    const on = await continueBooking({ ...turn, said: '', state }, parked)
    return { ...on, say: inTwoBubbles(turn.copy.booking.droppedThis(), [], on.say) }
  }
  return { say: [text(turn.copy.booking.dropped(), menuActs(turn))], state }
}
