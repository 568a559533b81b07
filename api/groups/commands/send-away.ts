import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { asSubject, lockConversation } from '../../conversations/commands/hand-over.ts'
import { Refusal } from '../../errors.ts'
import { forgetStaffGroups } from '../../notifications/queries/staff-groups.ts'
import { dropParcels } from '../../outbox/commands/drop.ts'
import { LEAVE_GROUP, post } from '../../outbox/commands/post.ts'
import { groupPolicy } from '../policy.ts'
import { groupById } from '../queries.ts'

/** An admin or manager sends the bot away: it says goodbye and then leaves, both by the outbox, in this order. */
export async function sendAway(
  ctx: Ctx,
  input: { conversationId: string; reply?: { token: string; at: Date } },
): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  const group = await groupById(ctx, it.id)
  if (!group) throw new Refusal('not_found')
  groupPolicy.must(ctx, 'purpose', it)
  await ctx.trx.raw('update conversations set purpose = null where id = ?', [it.id])
  await dropParcels(ctx, { conversationId: it.id, why: 'the bot leaves the group' })
  const parcel = { channelId: it.channelId, conversationId: it.id, language: group.language }
  post(ctx, {
    ...parcel,
    event: 'group.goodbye',
    messages: [{ type: 'notice', event: 'group.goodbye', audience: 'group', conversationId: it.id, facts: {} }],
    ...(input.reply && { reply: input.reply }),
  })
  post(ctx, { ...parcel, event: LEAVE_GROUP, messages: [] })
  record(ctx, asSubject(it), 'conversation.bot_sent_away', {})
  ctx.afterCommit(() => forgetStaffGroups(ctx.tenantId))
}
