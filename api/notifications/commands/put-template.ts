import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { variablesIn } from '../fill.ts'
import { NotificationTemplate } from '../model.ts'
import { mustLead } from '../policy.ts'
import { forgetPlans } from '../queries/plan.ts'
import { newsEvents, type Audience, type NewsEvent, type TemplateInput, variablesOf } from '../schema.ts'

/** Keeps the tenant's own text for an occasion. One with a variable that is not there, or without one it needs, is refused by name. */
export async function putTemplate(ctx: Ctx, it: TemplateInput): Promise<NotificationTemplate> {
  mustLead(ctx, 'template')
  mustBeTold(it.event, it.audience)
  mustFit(it.text, it.event, it.audience)
  ctx.afterCommit(forgetPlans)
  return NotificationTemplate.query(ctx.trx)
    .insert({
      id: ctx.newId(),
      tenantId: ctx.tenantId,
      event: it.event,
      audience: it.audience,
      channelKind: it.channel,
      language: it.language,
      text: it.text,
      updatedAt: ctx.now,
    })
    .onConflict(['tenant_id', 'event', 'audience', 'channel_kind', 'language'])
    .merge(['text', 'updated_at'])
    .returning('*')
}

export function mustBeTold(event: NewsEvent, audience: Audience): void {
  const to: readonly Audience[] = newsEvents[event].to
  if (!to.includes(audience)) throw new Refusal('audience_unknown', { event, to }, 'audience')
}

export function mustFit(text: string, event: NewsEvent, audience: Audience): void {
  const { may, must } = variablesOf(event, audience)
  const used = variablesIn(text)
  const unknown = used.find((name) => !may.includes(name))
  if (unknown !== undefined) throw new Refusal('template_variable_unknown', { variable: unknown, may }, 'text')
  const missing = must.find((name) => !used.includes(name))
  if (missing !== undefined) throw new Refusal('template_variable_missing', { variable: missing, must }, 'text')
}

/** Back to the built-in words. */
export async function dropTemplate(ctx: Ctx, it: { templateId: string }): Promise<void> {
  mustLead(ctx, 'template')
  const gone = await NotificationTemplate.query(ctx.trx).deleteById(it.templateId)
  if (gone === 0) throw new Refusal('not_found')
  ctx.afterCommit(forgetPlans)
}
