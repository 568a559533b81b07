import type { Ctx } from '../../context.ts'
import { forgetStaffGroups } from '../../notifications/queries/staff-groups.ts'

/** The bot was invited: whoever leads says anew what the group is for. */
export async function enterGroup(ctx: Ctx, input: { conversationId: string; name?: string }): Promise<void> {
  await ctx.trx.raw(
    `insert into groups (conversation_id, tenant_id, name) values (?, ?, ?)
     on conflict (conversation_id) do update set name = coalesce(excluded.name, groups.name), bot_left_at = null,
       contact_id = null, organisation_id = null, provider_id = null`,
    [input.conversationId, ctx.tenantId, input.name ?? null] as never[],
  )
  await ctx.trx.raw('update conversations set purpose = null where id = ?', [input.conversationId])
  ctx.afterCommit(() => forgetStaffGroups(ctx.tenantId))
}
