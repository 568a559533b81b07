import type { Ctx } from '../../context.ts'

/** Of a channel's staff groups and one-to-one chats, exactly these hear the desk's news. The caller has checked who may be among them. */
export async function chooseAlerted(ctx: Ctx, it: { channelId: string; conversationIds: string[] }): Promise<void> {
  await ctx.trx.raw(
    `update conversations set alerts = (id = any(:chosen::uuid[]))
     where channel_id = :channelId and (alerts is distinct from (id = any(:chosen::uuid[])))
       and ((kind = 'group' and purpose = 'staff') or alerts or id = any(:chosen::uuid[]))`,
    { chosen: it.conversationIds, channelId: it.channelId },
  )
}
