import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { cancelTimers } from '../../timers/commands.ts'
import { learnFromWork } from '../../triage/commands/learn-from-work.ts'
import { isOpen } from '../lifecycle.ts'
import type { Case } from '../model.ts'
import { casePolicy } from '../policy.ts'
import { type MistakenIntent, NOT_A_CASE } from '../schema.ts'
import { asSubject, lockCase, nextInterval } from './timeline.ts'

/** The bot opened a case of what was none: it is closed without a word to the customer, and what it was instead is learnt. */
export async function notACase(ctx: Ctx, input: { caseId: string; intent: MistakenIntent }): Promise<Case> {
  const found = await lockCase(ctx, input.caseId)
  if (found.status === 'closed' && found.rootCause === NOT_A_CASE) return found
  if (!isOpen(found.status)) throw new Refusal('case_not_open', { caseId: found.id, status: found.status })
  casePolicy.must(ctx, 'not_a_case', found)
  const closed = await found.$query(ctx.trx).patchAndFetch({
    status: 'closed',
    statusSince: ctx.now,
    rootCause: NOT_A_CASE,
    closedAt: ctx.now,
    slaStoppedAt: null,
    updatedAt: ctx.now,
  })
  nextInterval(ctx, closed)
  cancelTimers(ctx, closed.id, ['case.sla_warning', 'case.sla_breach', 'case.auto_close', 'case.provider_silent'])
  record(ctx, asSubject(closed), 'case.was_none', { from: found.status, intent: input.intent })
  await learnFromWork(ctx, { caseId: closed.id }, { intent: input.intent, label: null })
  return closed
}
