import { record } from '../../activities/commands.ts'
import { channelById } from '../../channels/queries.ts'
import { bookingAnswered } from '../../bookings/commands/booking-answered.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { answeredByPerson } from '../../knowledge/commands/answered-by-person.ts'
import { post } from '../../outbox/commands/post.ts'
import { works } from '../../policy.ts'
import { tenantById } from '../../tenants/queries.ts'
import { asSubject, isErased, keepInStaffHands, lockConversation } from './hand-over.ts'
import { keepMessage } from './keep-message.ts'
import { openSession } from './open-session.ts'

/**
 * A member of staff writes to a customer, in the chat or the customers' group they spoke in. A first answer to a case is noted on the timeline. Answers the draft that has
 * become of it, when it answers what nobody had written down.
 */
export async function answerCustomer(
  ctx: Ctx,
  input: { conversationId: string; text: string; caseId?: string; bookingId?: string },
): Promise<{ draftId: string | undefined }> {
  if (!works(ctx.actor)) throw new Refusal('not_allowed', { action: 'answer' })
  const it = await lockConversation(ctx, input.conversationId)
  if ((it.kind !== 'direct' && it.purpose !== 'vip') || isErased(it)) throw new Refusal('no_conversation')
  const [tenant, channel] = [await tenantById(ctx.tenantId), await channelById(it.channelId)]
  const spoken = openSession(ctx, tenant, { ...it, channel: channel?.kind ?? 'line' }, ctx.now)
  await it.$query(ctx.trx).patch(spoken)
  const about = {
    ...(input.caseId && { caseId: input.caseId }),
    ...(input.bookingId && { bookingId: input.bookingId }),
  }
  post(ctx, {
    channelId: it.channelId,
    conversationId: it.id,
    event: 'staff.answered',
    messages: [{ type: 'text', text: input.text }],
    language: it.language ?? tenant.language,
    // rather than lost when the month's quota is spent
    mayWait: true,
    ...about,
  })
  keepMessage(ctx, {
    conversationId: it.id,
    sessionId: spoken.sessionId,
    direction: 'out',
    author: 'staff',
    ...(ctx.actor.kind === 'staff' && { staffId: ctx.actor.id }),
    kind: 'text',
    body: input.text,
    happenedAt: ctx.now,
    ...about,
  })
  if (input.bookingId) await bookingAnswered(ctx, { bookingId: input.bookingId })
  record(ctx, asSubject(it), 'conversation.answered', about)
  if (it.mode === 'staff') await keepInStaffHands(ctx, it.id)
  const draftId = await answeredByPerson(ctx, {
    conversationId: it.id,
    contactId: it.contactId,
    withStaff: it.mode === 'staff',
    text: input.text,
  })
  return { draftId }
}
