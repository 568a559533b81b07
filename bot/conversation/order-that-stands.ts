import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import { readOrderIds } from '../../api/triage/slots/references.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { askWhichProblem } from '../dialogues/report-problem.ts'
import { type Answer, type CustomerTurn, withoutDraft } from './customer-turn.ts'

/**
 * '1290933, I bought a thousand', while a new order is written down, for which no number is asked: it is of one that was made before. What is wrong with it
 * is asked, and nothing is ordered.
 */
export async function orderThatStands(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { copy, ctx, said, state } = turn
  const { draft } = state
  const orders = readOrderIds(said).map(({ value }) => value)
  if (draft?.dialogue !== 'book' || it.intent === 'case_report' || orders.length === 0) return undefined
  const kind = (await activeBookingKinds(ctx)).find((one) => one.key === draft.kind)
  const isOrder = kind?.requiredSlots.includes('amount') && !kind.requiredSlots.includes('order_id')
  if (!isOrder || draft.asked === 'order_id') return undefined
  const isSum = turn.slotsFor(said, draft.kind).amount?.some(({ value }) => orders.includes(String(value)))
  if (isSum) return undefined
  const waiting = { ...withoutDraft(state), clarifying: { text: said, at: ctx.now.toISOString() } }
  return askWhichProblem({ ...turn, state: waiting }, copy.whichMatter())
}
