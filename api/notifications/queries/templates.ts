import type { Ctx } from '../../context.ts'
import { NotificationRule, NotificationTemplate } from '../model.ts'
import type { TemplateInput } from '../schema.ts'

export const ownTemplates = (ctx: Ctx): Promise<NotificationTemplate[]> =>
  NotificationTemplate.query(ctx.trx).orderBy(['event', 'audience', 'channel_kind', 'language']).execute()

/** The tenant's own text for one occasion. */
export const ownTemplate = (
  ctx: Ctx,
  it: Pick<TemplateInput, 'event' | 'audience' | 'channel' | 'language'>,
): Promise<NotificationTemplate | undefined> =>
  NotificationTemplate.query(ctx.trx)
    .findOne({ event: it.event, audience: it.audience, channel_kind: it.channel, language: it.language })
    .execute()

export const ownRules = (ctx: Ctx): Promise<NotificationRule[]> =>
  NotificationRule.query(ctx.trx).orderBy('id').execute()
