import type { Ctx } from '../../context.ts'
import { NotificationRule, NotificationTemplate } from '../model.ts'
import type { RuleInput, TemplateInput } from '../schema.ts'

export const ownTemplates = (ctx: Ctx): Promise<NotificationTemplate[]> =>
  NotificationTemplate.query(ctx.trx).orderBy(['event', 'audience', 'channel_kind', 'language']).execute()

/** The tenant's own text for one occasion. */
export const ownTemplate = (
  ctx: Ctx,
  it: Pick<TemplateInput, 'event' | 'audience' | 'channel' | 'language'>,
): Promise<NotificationTemplate | undefined> =>
  NotificationTemplate.query(ctx.trx)
    .findOne({ event: it.event, audience: it.audience, channel_kind: it.channel, language: it.language })
    .forUpdate()
    .execute()

export const ownTemplateById = (ctx: Ctx, id: string): Promise<NotificationTemplate | undefined> =>
  NotificationTemplate.query(ctx.trx).findById(id).forUpdate().execute()

/** What is switched for exactly this, nothing wider. */
export const ownRule = (ctx: Ctx, it: Omit<RuleInput, 'enabled'>): Promise<NotificationRule | undefined> =>
  NotificationRule.query(ctx.trx)
    .findOne({
      event: it.event,
      audience: it.audience,
      channel_id: it.channelId,
      case_type_id: it.caseTypeId,
      conversation_id: it.conversationId,
    })
    .forUpdate()
    .execute()

export const ownRuleById = (ctx: Ctx, id: string): Promise<NotificationRule | undefined> =>
  NotificationRule.query(ctx.trx).findById(id).forUpdate().execute()

export const ownRules = (ctx: Ctx): Promise<NotificationRule[]> =>
  NotificationRule.query(ctx.trx).orderBy('id').execute()
