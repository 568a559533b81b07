import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { post } from '../../outbox/commands/post.ts'
import { works } from '../../policy.ts'
import { asSubject, keepInStaffHands, lockConversation } from './hand-over.ts'
import { keepMessage } from './keep-message.ts'

/** A member of staff writes to a customer, in the chat or the customers' group they spoke in. A first answer to a case is noted on the timeline. */
export async function answerCustomer(
  ctx: Ctx,
  input: { conversationId: string; text: string; caseId?: string; bookingId?: string },
): Promise<void> {
  if (ctx.actor.kind !== 'staff' || !works(ctx.actor)) throw new Refusal('not_allowed', { action: 'answer' })
  const it = await lockConversation(ctx, input.conversationId)
  if (it.kind !== 'direct' && it.purpose !== 'vip') throw new Refusal('no_conversation')
  const about = {
    ...(input.caseId && { caseId: input.caseId }),
    ...(input.bookingId && { bookingId: input.bookingId }),
  }
  post(ctx, {
    channelId: it.channelId,
    conversationId: it.id,
    event: 'staff.answered',
    messages: [{ type: 'text', text: input.text }],
    language: it.language ?? 'th',
    ...about,
  })
  keepMessage(ctx, {
    conversationId: it.id,
    direction: 'out',
    author: 'staff',
    staffId: ctx.actor.id,
    kind: 'text',
    body: input.text,
    happenedAt: ctx.now,
    ...about,
  })
  record(ctx, asSubject(it), 'conversation.answered', about)
  if (it.mode === 'staff') await keepInStaffHands(ctx, it.id)
}
