import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { Conversation } from '../model.ts'
import type { ConversationState } from '../schema.ts'
import { lockConversation } from './hand-over.ts'

/** A turn that does not come through the inbox: the conversation is ours until the commit. */
export const lockForTurn = async (ctx: Ctx, conversationId: string): Promise<ConversationState> =>
  (await lockConversation(ctx, conversationId)).state as ConversationState

export async function keepConversation(
  ctx: Ctx,
  it: { conversationId: string; state: ConversationState; language: Language },
): Promise<void> {
  await Conversation.query(ctx.trx)
    .findById(it.conversationId)
    .patch({ state: it.state as Record<string, unknown>, language: it.language, lastMessageAt: ctx.now })
}
