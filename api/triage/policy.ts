import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { isSystem } from '../policy.ts'

/** What leaves the house and what it costs is an admin's matter. */
export function mustAdminister(ctx: Ctx): void {
  const { actor } = ctx
  if (!isSystem(actor) && !('role' in actor && actor.role === 'admin'))
    throw new Refusal('not_allowed', { action: 'triage_settings' })
}
