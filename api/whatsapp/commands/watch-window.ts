import type { Ctx } from '../../context.ts'
import { owedTo } from '../../conversations/queries/owed.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { armTimer } from '../../timers/commands.ts'
import { windowOf } from '../queries.ts'

const HOUR_MS = 3_600_000
const WINDOW_MS = 24 * HOUR_MS
/** How long before a chat's window closes staff are told that the customer still waits. */
const NUDGE_BEFORE_MS = HOUR_MS

/** The customer wrote: their 24 hours begin anew, and with them the hour in which staff are reminded. */
export const watchWindow = (ctx: Ctx, it: { conversationId: string; heardAt: Date }): void =>
  armTimer(
    ctx,
    'conversation.window_closing',
    it.conversationId,
    new Date(it.heardAt.getTime() + WINDOW_MS - NUDGE_BEFORE_MS),
  )

/** Staff are told once of each customer who waits for a word of ours that can soon no longer be said freely. */
export async function tellOfClosingWindow(ctx: Ctx, conversationIds: string[]): Promise<void> {
  for (const conversationId of conversationIds) {
    const until = (await windowOf(ctx, conversationId))?.until
    if (!until || until <= ctx.now) continue
    const nudgeAt = new Date(until.getTime() - NUDGE_BEFORE_MS)
    // they wrote again, and their turn has not been taken yet
    if (nudgeAt > ctx.now) armTimer(ctx, 'conversation.window_closing', conversationId, nudgeAt)
    else {
      const owed = await owedTo(ctx, conversationId)
      if (owed) await notifyStaff(ctx, { event: 'conversation.window_closing', conversationId, ...owed })
    }
  }
}
