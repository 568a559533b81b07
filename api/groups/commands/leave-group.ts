import { record } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { asSubject, lockConversation } from '../../conversations/commands/hand-over.ts'
import { forgetStaffGroups } from '../../notifications/queries/staff-groups.ts'
import { dropParcels } from '../../outbox/commands/drop.ts'
import { groupById } from '../queries.ts'
import { tellLeads } from './tell-leads.ts'

/**
 * The bot is no longer in the group: nothing is sent there, its routes are dead, nobody's membership is known any more, and who adds it
 * again says anew what it is for. If staff worked there, whoever leads hears of it elsewhere.
 */
export async function leaveGroup(ctx: Ctx, input: { conversationId: string; at: Date }): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  const was = it.purpose
  await ctx.trx.raw('update conversations set purpose = null where id = ?', [it.id])
  await ctx.trx.raw(
    `insert into groups (conversation_id, tenant_id, bot_left_at) values (?, ?, ?)
     on conflict (conversation_id) do update set bot_left_at = excluded.bot_left_at,
       contact_id = null, organisation_id = null, provider_id = null`,
    [it.id, ctx.tenantId, ctx.now] as never[],
  )
  await ctx.trx.raw('update group_members set until = ? where conversation_id = ? and until is null', [input.at, it.id])
  await dropParcels(ctx, { conversationId: it.id, why: 'the bot was removed from the group' })
  record(ctx, asSubject(it), 'conversation.bot_removed', { purpose: was })
  // for this transaction too: the news must not go where the bot no longer is
  forgetStaffGroups(ctx.tenantId)
  ctx.afterCommit(() => forgetStaffGroups(ctx.tenantId))
  if (was === 'staff')
    await tellLeads(ctx, {
      event: 'group.bot_removed',
      facts: { group: (await groupById(ctx, it.id))?.name ?? null },
    })
}
