import { inTenant, system } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'

/** A message that kept crashing its handler was set aside: a person should look. */
export const tellStaffOfSetAside = (tenantId: string, troubleId: string): Promise<void> =>
  inTenant(tenantId, system, (ctx) => notifyStaff(ctx, { event: 'inbox.set_aside', facts: { troubleId } }))
