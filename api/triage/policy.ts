import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { isAdmin, isSystem, leads } from '../policy.ts'

/** What leaves the house and what it costs is an admin's matter. */
export function mustAdminister(ctx: Ctx): void {
  if (!isAdmin(ctx.actor)) throw new Refusal('not_allowed', { action: 'triage_settings' })
}

/** What the engine learns from holds customers' words, and decides how the next ones are understood: for admins and managers. */
export function mustTeach(ctx: Ctx): void {
  if (!isSystem(ctx.actor) && !leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'triage_examples' })
}
