import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { claimCase } from './claim-case.ts'
import { asSubject, lockCase } from './timeline.ts'

/** Somebody answered the customer where the desk cannot see it (LINE's own app, a call): who says so has the case, and the first response is made. */
export async function caseAnsweredOutside(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  casePolicy.must(ctx, 'answered_outside', found)
  const taken = found.status === 'new' ? await claimCase(ctx, { caseId: found.id }) : found
  record(ctx, asSubject(taken), 'case.answered_outside', {})
  return taken
}
