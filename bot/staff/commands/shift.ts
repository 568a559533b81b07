import { endShift, startShift } from '../../../api/shifts/commands.ts'
import { peopleOnShift } from '../../../api/shifts/queries.ts'
import { text } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { leftWith } from './lists.ts'

export async function beginShift(turn: StaffTurn): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  if (!(await startShift(ctx))) return { say: [text(copy.acts.shiftRuns(who.name))] }
  const others = (await peopleOnShift(ctx)).map((it) => it.name).join(', ')
  return { say: [text(copy.acts.shiftStarted({ who: who.name, others }))] }
}

export async function finishShift(turn: StaffTurn): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  if (!(await endShift(ctx))) return { say: [text(copy.acts.noShift(who.name))] }
  return { say: [text(copy.acts.shiftEnded({ who: who.name, left: await leftWith(turn, who.id) }))] }
}
