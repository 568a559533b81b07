import type { Ctx } from '../../context.ts'
import { inTenant, system } from '../../context.ts'
import { tellOtherwise } from '../../outbox/commands/tell-otherwise.ts'
import { takeUntold, tenantsWithUntold, type Undelivered } from '../../outbox/commands/take-untold.ts'
import { reasonOf } from '../../outbox/schema.ts'
import { notifyStaff } from '../commands.ts'

const MOST_AT_ONCE = 200

/** Staff hear once of every message that did not arrive. */
export async function tellOfFailures(): Promise<void> {
  for (const tenantId of await tenantsWithUntold())
    await inTenant(tenantId, system, async (ctx) => tell(ctx, await takeUntold(ctx, MOST_AT_ONCE)))
}

/** The same at once, of one: who cannot be told here may be told elsewhere. */
export const tellOfFailure = (it: { id: string; tenantId: string }): Promise<void> =>
  inTenant(it.tenantId, system, async (ctx) => tell(ctx, await takeUntold(ctx, 1, it.id)))

async function tell(ctx: Ctx, failed: Undelivered[]): Promise<void> {
  const worth: Undelivered[] = []
  for (const it of failed) {
    // word of a failure that fails itself would go on for ever
    if (it.event !== 'message.failed' && !(await tellOtherwise(ctx, it))) worth.push(it)
  }
  for (const reason of new Set(worth.map(reasonOf))) {
    const those = worth.filter((it) => reasonOf(it) === reason)
    const [first] = those
    await notifyStaff(ctx, {
      event: 'message.failed',
      facts: { reason, count: those.length, ...(those.length === 1 && first && { parcelId: first.id }) },
      ...(those.length === 1 && first?.caseId && { caseId: first.caseId }),
      ...(those.length === 1 && first?.bookingId && { bookingId: first.bookingId }),
    })
  }
}
