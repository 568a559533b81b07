import { inTenant, system } from '../../context.ts'
import { answersThatWaited } from '../../outbox/commands/gather.ts'
import { notifyStaff } from '../commands.ts'

type Sent = { id: string; tenantId: string }

/** The platform would not take what staff wrote, for the month is spent: they read that it waits. */
export const tellThatAnswerWaits = (it: Sent & { conversationId: string }): Promise<void> =>
  inTenant(it.tenantId, system, async (ctx) => {
    await notifyStaff(ctx, { event: 'conversation.answer_waits', conversationId: it.conversationId })
  })

/** What staff wrote, and what had to wait, has left with this parcel: they read that it has. */
export async function tellThatAnswersLeft(it: Sent): Promise<void> {
  const { count, conversationId } = await answersThatWaited(it)
  if (count === 0) return
  await inTenant(it.tenantId, system, async (ctx) => {
    await notifyStaff(ctx, { event: 'conversation.answer_left', conversationId })
  })
}
