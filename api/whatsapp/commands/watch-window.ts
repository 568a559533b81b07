import type { Ctx } from '../../context.ts'
import { owedTo } from '../../conversations/queries/owed.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { whenToNudge } from '../../notifications/queries/when-to-nudge.ts'
import { isCritical } from '../../notifications/schema.ts'
import { armTimer } from '../../timers/commands.ts'
import { windowOf } from '../queries.ts'

const WINDOW_MS = 24 * 3_600_000
const EVENT = 'conversation.window_closing'

/** The customer wrote: their 24 hours begin anew, and with them the hour in which staff are reminded. */
export async function watchWindow(ctx: Ctx, it: { conversationId: string; heardAt: Date }): Promise<void> {
  const { at } = await whenToNudge(ctx, new Date(it.heardAt.getTime() + WINDOW_MS))
  armTimer(ctx, EVENT, it.conversationId, at)
}

/** Staff are told once of each customer who waits for a word of ours that can soon no longer be said freely. */
export async function tellOfClosingWindow(ctx: Ctx, conversationIds: string[]): Promise<void> {
  for (const conversationId of conversationIds) {
    const until = (await windowOf(ctx, conversationId))?.until
    if (!until || until <= ctx.now) continue
    const { at, usual } = await whenToNudge(ctx, until)
    // they wrote again, and their turn has not been taken yet
    if (at > ctx.now) armTimer(ctx, EVENT, conversationId, at)
    else {
      const owed = await owedTo(ctx, conversationId)
      // what no quiet holds back is told when it is time
      if (owed && usual > ctx.now && isCritical({ event: EVENT, audience: 'staff', severity: owed.severity }))
        armTimer(ctx, EVENT, conversationId, usual)
      else if (owed) await notifyStaff(ctx, { event: EVENT, conversationId, ...owed })
    }
  }
}
