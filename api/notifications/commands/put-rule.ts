import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { InvalidInput } from '../../http/problem.ts'
import { NotificationRule } from '../model.ts'
import { mustLead } from '../policy.ts'
import { forgetPlans } from '../queries/plan.ts'
import type { RuleInput } from '../schema.ts'

/** Switches news on or off for what the rule names; the same scope again changes its switch. */
export async function putRule(ctx: Ctx, it: RuleInput): Promise<NotificationRule> {
  mustLead(ctx, 'rule')
  await mustBeOurs(ctx, it)
  ctx.afterCommit(forgetPlans)
  return NotificationRule.query(ctx.trx)
    .insert({ ...it, id: ctx.newId(), tenantId: ctx.tenantId, updatedAt: ctx.now })
    .onConflict(['tenant_id', 'event', 'audience', 'channel_id', 'case_type_id', 'conversation_id'])
    .merge(['enabled', 'updated_at'])
    .returning('*')
}

/** A foreign key looks across tenants, so this must not be left to it. A chat must be one where staff read. */
async function mustBeOurs(ctx: Ctx, it: RuleInput): Promise<void> {
  const { rows } = (await ctx.trx.raw(
    `select exists (select 1 from channels where id = ?::uuid) as channel, exists (select 1 from case_types where id = ?::uuid) as type,
       exists (select 1 from conversations c where c.id = ?::uuid and (c.purpose = 'staff' or (c.kind = 'direct' and exists (
         select 1 from staff_identities i where i.channel_id = c.channel_id and i.external_id = c.source_id)))) as chat`,
    [it.channelId, it.caseTypeId, it.conversationId],
  )) as { rows: { channel: boolean; type: boolean; chat: boolean }[] }
  const found = rows[0]
  const wrong = [
    ...(it.channelId && !found?.channel ? [{ field: 'channelId', message: 'There is no such channel' }] : []),
    ...(it.caseTypeId && !found?.type ? [{ field: 'caseTypeId', message: 'There is no such case type' }] : []),
    ...(it.conversationId && !found?.chat
      ? [{ field: 'conversationId', message: 'This is neither a staff group nor the chat of a member of staff' }]
      : []),
  ]
  if (wrong.length > 0) throw new InvalidInput(wrong)
}

export async function dropRule(ctx: Ctx, it: { ruleId: string }): Promise<void> {
  mustLead(ctx, 'rule')
  const gone = await NotificationRule.query(ctx.trx).deleteById(it.ruleId)
  if (gone === 0) throw new Refusal('not_found')
  ctx.afterCommit(forgetPlans)
}
