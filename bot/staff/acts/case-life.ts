import { claimCase } from '../../../api/cases/commands/claim-case.ts'
import { closeCase } from '../../../api/cases/commands/close-case.ts'
import { moveCase } from '../../../api/cases/commands/move-case.ts'
import { reopenCase } from '../../../api/cases/commands/reopen-case.ts'
import { resolveCase } from '../../../api/cases/commands/resolve-case.ts'
import { rootCauses } from '../../../api/cases/queries/cases-of-contact.ts'
import { Refusal } from '../../../api/errors.ts'
import { tapsOf } from '../../messages.ts'
import { nameIn } from '../cards.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose, since, staleCase, theCase, withCaseCard } from './present.ts'

export const workingStates = ['investigating', 'waiting_customer', 'waiting_provider', 'fixing'] as const

/** `times` is how often the case had been reopened when the button was made: an earlier life's button does nothing. */
const ofEarlierLife = (it: { reopened: number }, times: string | undefined): boolean =>
  times !== undefined && times !== '' && Number(times) !== it.reopened
const isOver = (it: { status: string }): boolean => it.status === 'resolved' || it.status === 'closed'

export async function takeCase(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const it = await claimCase(turn.ctx, { caseId })
  return withCaseCard(turn, caseId, turn.copy.staff.claimed({ reference: it.reference, owner: turn.who.name }))
}

/** `seen` is the state the button was made in. */
export async function changeState(turn: StaffTurn, caseId: string, to: string, seen?: string): Promise<StaffAnswer> {
  const state = workingStates.find((it) => it === to)
  if (!state) throw new Refusal('not_found')
  const before = await theCase(turn, caseId)
  if (since<string>(before.status, seen || undefined, state) !== 'fresh') return staleCase(turn, before)
  const it = await moveCase(turn.ctx, { caseId, to: state })
  const words = { reference: it.reference, status: turn.copy.staff.caseStatus[it.status], who: turn.who.name }
  return withCaseCard(turn, caseId, turn.copy.staff.moved(words))
}

export async function askCause(turn: StaffTurn, caseId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const it = await theCase(turn, caseId)
  if (isOver(it)) return staleCase(turn, it)
  const tap = tapsOf(reader)
  const acts = (await rootCauses(ctx)).map((cause) =>
    tap(nameIn(cause.names, reader.language), 'resolve', caseId, cause.key, it.reopened),
  )
  return { say: choose(it.reference, copy.staff.whichCause(), acts) }
}

export async function resolve(
  turn: StaffTurn,
  caseId: string,
  rootCause: string,
  times?: string,
): Promise<StaffAnswer> {
  const before = await theCase(turn, caseId)
  if (isOver(before) || ofEarlierLife(before, times)) return staleCase(turn, before)
  const it = await resolveCase(turn.ctx, { caseId, rootCause })
  return withCaseCard(turn, caseId, turn.copy.staff.resolved({ reference: it.reference, who: turn.who.name }))
}

export async function close(turn: StaffTurn, caseId: string, times?: string): Promise<StaffAnswer> {
  const before = await theCase(turn, caseId)
  if (before.status === 'closed' || ofEarlierLife(before, times)) return staleCase(turn, before)
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
