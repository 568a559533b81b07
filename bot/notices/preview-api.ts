import { z } from 'zod'
import { bookingInFull } from '../../api/bookings/queries/booking-in-full.ts'
import { caseInFull } from '../../api/cases/queries/case-in-full.ts'
import type { Ctx } from '../../api/context.ts'
import { conversationById } from '../../api/conversations/queries.ts'
import { Refusal } from '../../api/errors.ts'
import { type Endpoint, endpoint } from '../../api/http/endpoint.ts'
import { InvalidInput } from '../../api/http/problem.ts'
import { mustBeTold, mustFit } from '../../api/notifications/commands/put-template.ts'
import { filledIn, planOf, templateKey } from '../../api/notifications/queries/plan.ts'
import { TemplateKey } from '../../api/notifications/schema.ts'
import { post } from '../../api/outbox/commands/post.ts'
import { leads } from '../../api/policy.ts'
import { tenantById } from '../../api/tenants/queries.ts'
import { copyIn } from '../copy/copy.ts'
import { text } from '../messages.ts'
import type { Reader } from '../staff/cards.ts'
import { builtIn } from './built-in.ts'
import { sampleValues } from './sample.ts'
import { bookingValues, caseValues } from './values.ts'

const Input = TemplateKey.extend({
  text: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .optional()
    .meta({ description: 'Not saved yet; without it, what is said now' }),
  caseId: z.uuid().optional().meta({ description: 'With the values of this case instead of examples' }),
  bookingId: z.uuid().optional(),
})
type Input = z.infer<typeof Input>

const Preview = z
  .object({
    text: z.string(),
    template: z.string(),
    builtIn: z.string().meta({ description: 'Our own words, to begin with' }),
    own: z.boolean().meta({ description: 'Whether the tenant has a text of its own for this' }),
    values: z.record(z.string(), z.string()),
  })
  .meta({ id: 'NotificationPreview' })

const about = { tag: 'notifications', access: 'staff', also: { 403: 'For admins and managers' } } as const

/** How a text will read, before anybody gets it. */
export const previewRoutes = (publicUrl: string): Endpoint[] => [
  endpoint('POST /v1/notification-templates/preview', {
    ...about,
    summary: 'See a text with its values',
    body: Input,
    answer: Preview,
    handle: (ctx, { body }) => preview(ctx, body, publicUrl),
  }),
  endpoint('POST /v1/notification-templates/test', {
    ...about,
    summary: 'Send a text to a chat of yours',
    description: 'Marked as a test. Into a group it costs one for each member, as ever.',
    body: Input.extend({ conversationId: z.uuid() }),
    answer: z.object({ parcelId: z.uuid(), text: z.string() }),
    status: 202,
    async handle(ctx, { body }) {
      const { text: words } = await preview(ctx, body, publicUrl)
      const chat = await conversationById(ctx, body.conversationId)
      if (!chat) throw new InvalidInput([{ field: 'conversationId', message: 'There is no such chat' }])
      const parcelId = post(ctx, {
        channelId: chat.channelId,
        conversationId: chat.id,
        event: 'notification.test',
        messages: [text(copyIn(body.language).news.test(words))],
        language: body.language,
      })
      return { parcelId, text: words }
    },
  }),
]

async function preview(ctx: Ctx, it: Input, publicUrl: string): Promise<z.infer<typeof Preview>> {
  if (!leads(ctx.actor)) throw new Refusal('not_allowed', { action: 'preview' })
  mustBeTold(it.event, it.audience)
  if (it.text) mustFit(it.text, it.event, it.audience)
  const tenant = await tenantById(ctx.tenantId)
  const reader: Reader = { tenant, language: it.language, now: ctx.now, publicUrl }
  const own = (await planOf(ctx)).templates.get(templateKey(it))
  const ours = builtIn(it.event, it.audience, it.language)
  const template = it.text ?? own ?? ours
  const values = await valuesOf(ctx, it, reader)
  return { text: filledIn(template, values), template, builtIn: ours, own: own !== undefined, values }
}

async function valuesOf(ctx: Ctx, it: Input, reader: Reader): Promise<Record<string, string>> {
  if (it.caseId) {
    const full = await caseInFull(ctx, it.caseId)
    if (!full) throw new InvalidInput([{ field: 'caseId', message: 'There is no such case' }])
    return caseValues(full, reader, it)
  }
  if (it.bookingId) {
    const full = await bookingInFull(ctx, it.bookingId)
    if (!full) throw new InvalidInput([{ field: 'bookingId', message: 'There is no such booking' }])
    return bookingValues(full, reader)
  }
  return sampleValues(it.event, it.audience, reader)
}
