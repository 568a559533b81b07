import type { Refusal } from '../../api/errors.ts'
import { askWhichProblem } from '../dialogues/report-problem.ts'
import { menuActs } from '../dialogues/small-matters.ts'
import { text } from '../messages.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'
import { afterSlotGone, afterTooMany } from './decide-tap.ts'

/** What cannot be as it was meant: something else is offered, where there is something. */
export function insteadOf(turn: CustomerTurn, trouble: Refusal): Answer | Promise<Answer> {
  switch (trouble.code) {
    case 'slot_full':
    case 'slot_closed':
      return afterSlotGone(turn)
    case 'hold_too_large':
      return afterTooMany(turn, trouble)
    // retired a moment ago, and the engine of this process has not heard of it yet
    case 'case_type_unknown':
      return askWhichProblem(turn)
    default:
      return answer(turn, [text(turn.copy.refusal[trouble.code], menuActs(turn))])
  }
}
