import type { Ctx } from '../../context.ts'

/** What still waits to go to a conversation will not go any more, and says why. What is being sent this moment ends as the platform says. */
export async function dropParcels(ctx: Ctx, it: { conversationId: string; why: string }): Promise<void> {
  await ctx.trx.raw(
    `update outbox set state = 'dead', hold = null, trouble = ?, next_at = null, settled_at = desk_now(), lease_owner = null, lease_until = null
     where conversation_id = ? and (state in ('ready', 'again') or (state = 'sending' and lease_until < now()))`,
    [it.why, it.conversationId],
  )
}
