import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { leads } from '../policy.ts'

/** What people are told, and when, is decided by those who answer for the desk. */
export function mustLead(ctx: Ctx, action: string): void {
  if (!leads(ctx.actor)) throw new Refusal('not_allowed', { action })
}
