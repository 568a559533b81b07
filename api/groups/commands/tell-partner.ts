import type { Ctx } from '../../context.ts'
import { isAnswered } from '../../notifications/commands.ts'
import { post } from '../../outbox/commands/post.ts'
import type { Language } from '../../tenants/schema.ts'

/** News of a case for the provider it waits for: in each of their groups, without a word or the name of the customer. */
export async function tellPartner(ctx: Ctx, it: { event: string; caseId: string; providerId: string }): Promise<void> {
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.channel_id as "channelId", coalesce(c.language, t.language) as language
     from groups g join conversations c on c.id = g.conversation_id and c.purpose = 'partner' join tenants t on t.id = c.tenant_id
     where g.provider_id = ? order by c.created_at`,
    [it.providerId],
  )) as { rows: { id: string; channelId: string; language: Language }[] }
  for (const group of rows) {
    if (isAnswered(ctx, group.id)) continue
    post(ctx, {
      channelId: group.channelId,
      conversationId: group.id,
      event: it.event,
      messages: [{ type: 'notice', event: it.event, audience: 'partner', caseId: it.caseId, facts: {} }],
      language: group.language,
      caseId: it.caseId,
    })
  }
}
