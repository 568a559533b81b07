import { z } from 'zod'
import { channelRow } from '../channels/queries.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { isSystem, leads } from '../policy.ts'
import { putTemplate } from './commands/templates.ts'
import { templatesOf } from './queries.ts'
import { TemplateInput, TemplateView } from './schema.ts'

const about = { tag: 'channels', access: 'staff', params: z.object({ channelId: z.uuid() }) } as const

async function mustBeWhatsApp(ctx: Ctx, channelId: string): Promise<void> {
  if (!isSystem(ctx.actor) && !leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'templates' })
  const channel = await channelRow(ctx, channelId)
  if (!channel) throw new Refusal('not_found')
  if (channel.kind !== 'whatsapp') throw new Refusal('channel_kind_wrong', { kind: channel.kind })
}

/** What may be said on WhatsApp when the customer has not written for 24 hours. */
export const templateRoutes: Endpoint[] = [
  endpoint('GET /v1/channels/:channelId/templates', {
    ...about,
    summary: 'List a WhatsApp sender’s templates and what became of them',
    answer: z.object({ items: z.array(TemplateView) }),
    handle: async (ctx, { params: { channelId } }) => {
      await mustBeWhatsApp(ctx, channelId)
      return { items: await templatesOf(ctx, channelId) }
    },
  }),
  endpoint('PUT /v1/channels/:channelId/templates', {
    ...about,
    summary: 'Say what a template says',
    description:
      'One for each event and language. Another wording is handed in anew; it is used once WhatsApp has approved it, which takes minutes, at times two days.',
    body: TemplateInput,
    answer: z.object({ items: z.array(TemplateView) }),
    also: { 422: 'A placeholder without its variable, or at a place WhatsApp refuses' },
    handle: async (ctx, { params: { channelId }, body }) => {
      await mustBeWhatsApp(ctx, channelId)
      await putTemplate(ctx, { channelId, ...body })
      return { items: await templatesOf(ctx, channelId) }
    },
  }),
]
