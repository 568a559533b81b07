import { addDetail } from '../../api/cases/commands/add-detail.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { text } from '../messages.ts'
import { type Answer, answer, type CustomerTurn } from './customer-turn.ts'

const SURELY = 0.75

/** Staff asked something about a case: what is said next is the answer, unless it is clearly another matter. */
export async function answeredStaff(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const caseId = turn.state.about?.caseId
  if (!caseId || isAnotherMatter(it)) return undefined
  const found = await caseById(turn.ctx, caseId)
  if (found?.status !== 'waiting_customer' || found.contactId !== turn.contactId) return undefined
  await addDetail(turn.ctx, { caseId })
  return { ...answer(turn, [text(turn.copy.case.noted(found.reference))]), caseId }
}

const isAnotherMatter = (it: Understanding): boolean =>
  it.severity === 'critical' ||
  (['handoff', 'booking_request', 'status_query'].includes(it.intent) && it.intentConfidence >= SURELY)
