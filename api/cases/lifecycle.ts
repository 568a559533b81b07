import { Refusal } from '../errors.ts'
import type { CaseStatus } from './schema.ts'

/** Every move a case may make; anything else is refused. */
export const moves: Record<CaseStatus, readonly CaseStatus[]> = {
  new: ['investigating'],
  investigating: ['waiting_customer', 'waiting_provider', 'fixing', 'resolved'],
  waiting_customer: ['investigating', 'waiting_provider', 'fixing', 'resolved'],
  waiting_provider: ['investigating', 'waiting_customer', 'fixing', 'resolved'],
  fixing: ['investigating', 'waiting_customer', 'waiting_provider', 'resolved'],
  resolved: ['closed', 'investigating'],
  // new: only what its customer withdrew, and wants back
  closed: ['investigating', 'new'],
}

export const isOpen = (status: CaseStatus): boolean => status !== 'resolved' && status !== 'closed'

export function mustBeAllowed(from: CaseStatus, to: CaseStatus): void {
  if (!moves[from].includes(to)) throw new Refusal('case_move_not_allowed', { from, to }, 'status')
}
