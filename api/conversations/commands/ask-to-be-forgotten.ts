import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { notifyStaff } from '../../notifications/commands.ts'
import { asSubject, lockConversation } from './hand-over.ts'

/** A customer wants their data deleted: it is on the timeline, and the staff are told. */
export async function askToBeForgotten(ctx: Ctx, input: { conversationId: string }): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  record(ctx, asSubject(it), 'conversation.erasure_asked', {})
  await notifyStaff(ctx, { event: 'conversation.erasure_asked', conversationId: it.id })
}
