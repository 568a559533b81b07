import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'
import { Conversation } from '../model.ts'
import type { ConversationState } from '../schema.ts'
import { lockConversation } from './hand-over.ts'
import type { Spoken } from './open-session.ts'

/** A turn that does not come through the inbox: the conversation is ours until the commit. */
export const lockForTurn = (ctx: Ctx, conversationId: string): Promise<Conversation> =>
  lockConversation(ctx, conversationId)

export async function keepConversation(
  ctx: Ctx,
  it: { conversationId: string; state: ConversationState; language: Language; spoken: Spoken },
): Promise<void> {
  await Conversation.query(ctx.trx)
    .findById(it.conversationId)
    .patch({ state: it.state as Record<string, unknown>, language: it.language, lastMessageAt: ctx.now, ...it.spoken })
}
