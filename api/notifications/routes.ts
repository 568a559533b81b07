import { z } from 'zod'
import { setContactQuietHours } from '../contacts/commands.ts'
import { setChatQuietHours } from '../conversations/commands/set-quiet-hours.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN } from '../http/changed-meanwhile.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { updateSettings } from '../tenants/commands.ts'
import { settingsNow } from '../tenants/queries.ts'
import { dropRule, putRule } from './commands/put-rule.ts'
import { dropTemplate, putTemplate } from './commands/put-template.ts'
import { quietAnew } from './commands/quiet-anew.ts'
import { mustLead } from './policy.ts'
import { presentNews, presentRule, presentTemplate } from './presenter.ts'
import { forgetPlans } from './queries/plan.ts'
import { quotaOf } from './queries/quota.ts'
import { ownRule, ownRuleById, ownRules, ownTemplate, ownTemplateById, ownTemplates } from './queries/templates.ts'
import {
  NewsView,
  NotificationSettings,
  QuietHoursInput,
  QuotaView,
  RuleInput,
  RuleView,
  TemplateInput,
  TemplateView,
} from './schema.ts'

async function settingsOf(ctx: Ctx): Promise<NotificationSettings> {
  mustLead(ctx, 'settings')
  return NotificationSettings.parse(await settingsNow(ctx))
}

const about = { tag: 'notifications', access: 'staff', also: { 403: 'For admins and managers' } } as const

export const notificationRoutes: Endpoint[] = [
  endpoint('GET /v1/notification-templates', {
    ...about,
    summary: 'What people are told of, with the variables and your own texts of each',
    answer: z.object({ items: z.array(NewsView) }),
    handle: async (ctx) => {
      mustLead(ctx, 'template')
      return { items: presentNews(await ownTemplates(ctx)) }
    },
  }),
  endpoint('PUT /v1/notification-templates', {
    ...about,
    summary: 'Say it in your own words',
    description: `An unknown variable, or a required one that is missing, is refused by its name in \`facts.variable\`. ${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    body: TemplateInput,
    answer: TemplateView,
    also: { ...about.also, ...changedMeanwhile },
    shared: async (ctx, { body }) => {
      mustLead(ctx, 'template')
      const kept = await ownTemplate(ctx, body)
      return kept && presentTemplate(kept)
    },
    handle: async (ctx, { body }) => presentTemplate(await putTemplate(ctx, body)),
  }),
  endpoint('DELETE /v1/notification-templates/:templateId', {
    ...about,
    summary: 'Back to the built-in words',
    description: SEEN,
    params: z.object({ templateId: z.uuid() }),
    also: { ...about.also, ...changedMeanwhile },
    shared: async (ctx, { params }) => {
      mustLead(ctx, 'template')
      const kept = await ownTemplateById(ctx, params.templateId)
      return kept && presentTemplate(kept)
    },
    handle: async (ctx, { params }) => {
      await dropTemplate(ctx, params)
      return undefined
    },
  }),
  endpoint('GET /v1/notification-rules', {
    ...about,
    summary: 'What is switched on and off',
    answer: z.object({ items: z.array(RuleView) }),
    handle: async (ctx) => {
      mustLead(ctx, 'rule')
      return { items: (await ownRules(ctx)).map(presentRule) }
    },
  }),
  endpoint('PUT /v1/notification-rules', {
    ...about,
    summary: 'Switch news on or off',
    description: `By event, audience, channel, type of case and chat; what is left out stands for all, and the rule that names the most decides. Switched on for the chat of a linked member of staff, it reaches them there too. ${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    body: RuleInput,
    answer: RuleView,
    also: { ...about.also, ...changedMeanwhile },
    shared: async (ctx, { body }) => {
      mustLead(ctx, 'rule')
      const kept = await ownRule(ctx, body)
      return kept && presentRule(kept)
    },
    handle: async (ctx, { body }) => presentRule(await putRule(ctx, body)),
  }),
  endpoint('DELETE /v1/notification-rules/:ruleId', {
    ...about,
    summary: 'Forget a rule',
    description: SEEN,
    params: z.object({ ruleId: z.uuid() }),
    also: { ...about.also, ...changedMeanwhile },
    shared: async (ctx, { params }) => {
      mustLead(ctx, 'rule')
      const kept = await ownRuleById(ctx, params.ruleId)
      return kept && presentRule(kept)
    },
    handle: async (ctx, { params }) => {
      await dropRule(ctx, params)
      return undefined
    },
  }),
  endpoint('GET /v1/notification-settings', {
    ...about,
    summary: 'Quiet hours, and how news is gathered',
    answer: NotificationSettings,
    shared: true,
    handle: settingsOf,
  }),
  endpoint('PUT /v1/notification-settings', {
    ...about,
    summary: 'Change quiet hours, and how news is gathered',
    description: `What is left out stays. ${SEEN}`,
    body: NotificationSettings.partial(),
    answer: NotificationSettings,
    also: { ...about.also, ...changedMeanwhile },
    shared: settingsOf,
    handle: async (ctx, { body }) => {
      const changes = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
      const settings = await updateSettings(ctx, changes)
      if (body.quietHours) await quietAnew(ctx)
      return NotificationSettings.parse(settings)
    },
  }),
  endpoint('PUT /v1/contacts/:contactId/quiet-hours', {
    ...about,
    summary: 'When a person is not written to, unless it is critical or they wrote',
    params: z.object({ contactId: z.uuid() }),
    body: QuietHoursInput,
    handle: async (ctx, { params, body }) => {
      mustLead(ctx, 'quiet_hours')
      ctx.afterCommit(forgetPlans)
      await setContactQuietHours(ctx, { ...params, ...body })
      await quietAnew(ctx)
      return undefined
    },
  }),
  endpoint('PUT /v1/conversations/:conversationId/quiet-hours', {
    ...about,
    summary: 'When a staff chat hears of critical things only',
    params: z.object({ conversationId: z.uuid() }),
    body: QuietHoursInput,
    handle: async (ctx, { params, body }) => {
      mustLead(ctx, 'quiet_hours')
      ctx.afterCommit(forgetPlans)
      await setChatQuietHours(ctx, { ...params, ...body })
      await quietAnew(ctx)
      return undefined
    },
  }),
  endpoint('GET /v1/channels/:channelId/quota', {
    ...about,
    summary: 'How a LINE account’s month goes',
    params: z.object({ channelId: z.uuid() }),
    answer: QuotaView,
    handle: async (ctx, { params }) => {
      mustLead(ctx, 'quota')
      const quota = await quotaOf(ctx, params.channelId)
      if (!quota) throw new Refusal('not_found')
      return quota
    },
  }),
]
