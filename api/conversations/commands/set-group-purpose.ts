import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import type { GroupPurpose } from '../schema.ts'
import { asSubject, lockConversation } from './hand-over.ts'

/** A linked admin or manager says what a group is for. */
export async function setGroupPurpose(
  ctx: Ctx,
  input: { conversationId: string; purpose: GroupPurpose },
): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  if (it.kind !== 'group') throw new Refusal('not_found')
  const leads = ctx.actor.kind === 'system' || ('role' in ctx.actor && ['admin', 'manager'].includes(ctx.actor.role))
  if (!leads) throw new Refusal('not_allowed')
  await it.$query(ctx.trx).patch({ purpose: input.purpose })
  record(ctx, asSubject(it), 'conversation.purpose_set', { purpose: input.purpose })
}

/** The bot was removed from a group: nothing is sent there any more, and who adds it again says anew what it is for. */
export async function leaveGroup(ctx: Ctx, input: { conversationId: string }): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  await it.$query(ctx.trx).patch({ purpose: null })
  record(ctx, asSubject(it), 'conversation.bot_removed', {})
}
