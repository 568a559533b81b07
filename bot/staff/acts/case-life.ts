import { claimCase } from '../../../api/cases/commands/claim-case.ts'
import { closeCase } from '../../../api/cases/commands/close-case.ts'
import { moveCase } from '../../../api/cases/commands/move-case.ts'
import { reopenCase } from '../../../api/cases/commands/reopen-case.ts'
import { Refusal } from '../../../api/errors.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { isOver } from '../card-acts.ts'
import { nobodysCase, since, staleCase, theCase, withCaseCard } from './present.ts'

export const workingStates = ['investigating', 'waiting_customer', 'waiting_provider', 'fixing'] as const

/** `times` is how often the case had been reopened when the button was made: an earlier life's button does nothing. */
export const ofEarlierLife = (it: { reopened: number }, times: string | undefined): boolean =>
  times !== undefined && times !== '' && Number(times) !== it.reopened

export async function takeCase(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const before = await theCase(turn, caseId)
  if (isOver(before)) return staleCase(turn, before)
  const it = await claimCase(turn.ctx, { caseId })
  return withCaseCard(turn, caseId, turn.copy.staff.claimed({ reference: it.reference, owner: turn.who.name }))
}

/** `seen` is the state the button was made in. */
export async function changeState(turn: StaffTurn, caseId: string, to: string, seen?: string): Promise<StaffAnswer> {
  const state = workingStates.find((it) => it === to)
  if (!state) throw new Refusal('not_found')
  const before = await theCase(turn, caseId)
  if (before.status === 'new' && state !== 'investigating' && (!seen || seen === 'new'))
    return nobodysCase(turn, before)
  if (since<string>(before.status, seen || undefined, state) !== 'fresh') return staleCase(turn, before)
  const it = await moveCase(turn.ctx, { caseId, to: state })
  const words = { reference: it.reference, status: turn.copy.staff.caseStatus[it.status], who: turn.who.name }
  return withCaseCard(turn, caseId, turn.copy.staff.moved(words))
}

export async function close(turn: StaffTurn, caseId: string, times?: string): Promise<StaffAnswer> {
  const before = await theCase(turn, caseId)
  if (before.status === 'closed' || ofEarlierLife(before, times)) return staleCase(turn, before)
  if (before.status === 'new') return nobodysCase(turn, before)
  if (before.status !== 'resolved') return withCaseCard(turn, caseId, turn.copy.acts.solveFirst(before.reference))
  const it = await closeCase(turn.ctx, { caseId })
  return withCaseCard(turn, caseId, turn.copy.staff.closed(it.reference))
}

export async function reopen(turn: StaffTurn, caseId: string, times?: string): Promise<StaffAnswer> {
  const before = await theCase(turn, caseId)
  if (!isOver(before) || ofEarlierLife(before, times)) return staleCase(turn, before)
  const it = await reopenCase(turn.ctx, { caseId })
  const words = { reference: it.reference, status: turn.copy.staff.caseStatus[it.status], who: turn.who.name }
  return withCaseCard(turn, caseId, turn.copy.staff.moved(words))
}
