import type { Ctx } from '../../context.ts'
import { post } from '../../outbox/commands/post.ts'
import { groupById } from '../queries.ts'
import { sendAway } from './send-away.ts'
import { type Purpose, setGroupPurpose } from './set-purpose.ts'

/**
 * The same from outside the group, which is told. Nobody's dialogue goes on under another purpose: a turn that is being thought about
 * was read under the old one, so its lease is broken and it is taken again.
 */
export async function changeGroupPurpose(
  ctx: Ctx,
  input: { conversationId: string } & (Purpose | { purpose: 'leave' }),
): Promise<void> {
  if (input.purpose === 'leave') await sendAway(ctx, { conversationId: input.conversationId })
  else await setGroupPurpose(ctx, input)
  await ctx.trx.raw(
    `update conversations set state = '{}', lease_no = lease_no + case when lease_until > now() then 1 else 0 end,
       lease_owner = null, lease_until = null where id = ?`,
    [input.conversationId],
  )
  if (input.purpose === 'leave') return
  const group = await groupById(ctx, input.conversationId)
  if (!group || group.botLeftAt) return
  post(ctx, {
    channelId: group.channelId,
    conversationId: group.id,
    event: 'group.purpose_set',
    messages: [{ type: 'notice', event: 'group.purpose_set', audience: 'group', conversationId: group.id, facts: {} }],
    language: group.language,
  })
}
