import type { Ctx } from '../../context.ts'
import { owedTo } from '../../conversations/queries/owed.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { isCritical } from '../../notifications/schema.ts'
import { planOf } from '../../notifications/queries/plan.ts'
import { staffGroups } from '../../notifications/queries/staff-groups.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer } from '../../timers/commands.ts'
import { nudgeAt, usualNudge } from '../nudge-at.ts'
import { windowOf } from '../queries.ts'

const WINDOW_MS = 24 * 3_600_000
const EVENT = 'conversation.window_closing'

/** The customer wrote: their 24 hours begin anew, and with them the hour in which staff are reminded. */
export async function watchWindow(ctx: Ctx, it: { conversationId: string; heardAt: Date }): Promise<void> {
  armTimer(ctx, EVENT, it.conversationId, await tellAt(ctx, new Date(it.heardAt.getTime() + WINDOW_MS)))
}

/** Staff are told once of each customer who waits for a word of ours that can soon no longer be said freely. */
export async function tellOfClosingWindow(ctx: Ctx, conversationIds: string[]): Promise<void> {
  for (const conversationId of conversationIds) {
    const until = (await windowOf(ctx, conversationId))?.until
    if (!until || until <= ctx.now) continue
    const at = await tellAt(ctx, until)
    // they wrote again, and their turn has not been taken yet
    if (at > ctx.now) armTimer(ctx, EVENT, conversationId, at)
    else {
      const owed = await owedTo(ctx, conversationId)
      const late = usualNudge(until)
      // what no quiet holds back is told when it is time
      if (owed && late > ctx.now && isCritical({ event: EVENT, audience: 'staff', severity: owed.severity }))
        armTimer(ctx, EVENT, conversationId, late)
      else if (owed) await notifyStaff(ctx, { event: EVENT, conversationId, ...owed })
    }
  }
}

/** The latest instant at which at least one of the staff's groups hears of it in time. All that is asked here is remembered. */
async function tellAt(ctx: Ctx, until: Date): Promise<Date> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const usual = settings.quietHours.groups
  const { quietChats } = await planOf(ctx)
  const groups = await staffGroups(ctx)
  const hours = groups.length > 0 ? groups.map((it) => quietChats.get(it.id) ?? null) : [null]
  return new Date(Math.max(...hours.map((own) => nudgeAt(until, own, usual, zone).getTime())))
}
