import type { Ctx } from '../../context.ts'

/**
 * Staff asked about a case: what the customer says next is about it, unless it is clearly something else. The chat is the caller's until
 * the commit; a turn that is being thought about now was read without this, so its lease is broken and it is taken again.
 */
export async function speakOfCase(ctx: Ctx, it: { conversationId: string; caseId: string }): Promise<void> {
  await ctx.trx.raw(
    `update conversations set state = state || jsonb_build_object('about', jsonb_build_object('caseId', ?::text)),
       lease_no = lease_no + case when lease_until > now() then 1 else 0 end, lease_owner = null, lease_until = null where id = ?`,
    [it.caseId, it.conversationId],
  )
}
