import { z } from 'zod'
import { channelRow } from '../channels/queries.ts'
import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { changedMeanwhile, SEEN, Tag, tagOf } from '../http/changed-meanwhile.ts'
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
    description: `One for each event and language. Another wording is handed in anew; it is used once WhatsApp has approved it, which takes minutes, at times two days. ${SEEN} \`If-None-Match: *\` keeps it only where there is none yet.`,
    body: TemplateInput,
    answer: z.object({ items: z.array(TemplateView), etag: Tag.meta({ description: 'Of the one that was put' }) }),
    also: { 422: 'A placeholder without its variable, or at a place WhatsApp refuses', ...changedMeanwhile },
    shared: async (ctx, { params: { channelId }, body }) => {
      await mustBeWhatsApp(ctx, channelId)
      return templateFor(await templatesOf(ctx, channelId), body)
    },
    handle: async (ctx, { params: { channelId }, body }) => {
      await mustBeWhatsApp(ctx, channelId)
      await putTemplate(ctx, { channelId, ...body })
      const items = await templatesOf(ctx, channelId)
      return { items, etag: tagOf(templateFor(items, body)) }
    },
  }),
]

const templateFor = (items: TemplateView[], it: Pick<TemplateView, 'event' | 'language'>) =>
  items.find((one) => one.event === it.event && one.language === it.language)
