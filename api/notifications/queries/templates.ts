import type { Ctx } from '../../context.ts'
import { NotificationRule, NotificationTemplate } from '../model.ts'

export const ownTemplates = (ctx: Ctx): Promise<NotificationTemplate[]> =>
  NotificationTemplate.query(ctx.trx).orderBy(['event', 'audience', 'channel_kind', 'language']).execute()

export const ownRules = (ctx: Ctx): Promise<NotificationRule[]> =>
  NotificationRule.query(ctx.trx).orderBy('id').execute()
