import type { Ctx } from '../../context.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import type { Case } from '../model.ts'
import { warnAt } from '../sla.ts'

/** Sets the warning and the breach to the case's present deadline; a stopped or reached clock has neither. What it stood is no part of the time. */
export function armSla(ctx: Ctx, it: Case, warnShare: number): void {
  const running =
    it.slaDueAt && !it.slaStoppedAt && !it.slaBreachedAt && it.status !== 'resolved' && it.status !== 'closed'
  if (!running || !it.slaDueAt) return cancelTimers(ctx, it.id, ['case.sla_warning', 'case.sla_breach'])
  const from = new Date(it.slaStartedAt.getTime() + it.slaStoppedMs)
  const warning = warnAt(from, it.slaDueAt, warnShare)
  if (warning > ctx.now) armTimer(ctx, 'case.sla_warning', it.id, warning)
  else cancelTimers(ctx, it.id, ['case.sla_warning'])
  armTimer(ctx, 'case.sla_breach', it.id, it.slaDueAt)
}
