import { record } from '../../activities/commands.ts'
import { asSubject, lockChannel } from '../../channels/commands/lock-channel.ts'
import type { Ctx } from '../../context.ts'
import { notifyLeads } from '../../notifications/commands/notify-leads.ts'
import type { Language } from '../../tenants/schema.ts'
import type { TemplateStatus } from '../schema.ts'

export type NewTemplate = {
  channelId: string
  event: string
  language: Language
  body: string
  variables: string[]
}

/** A template as the tenant wants it. Another wording is another template: it has to be approved anew. The same again changes nothing. */
export async function putTemplate(ctx: Ctx, it: NewTemplate): Promise<void> {
  const channel = await lockChannel(ctx, it.channelId)
  const { rowCount } = (await ctx.trx.raw(
    `insert into whatsapp_templates as t (id, tenant_id, channel_id, event, language, body, variables) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (channel_id, event, language) do update
       set body = excluded.body, variables = excluded.variables, content_sid = null, status = 'unsubmitted', reason = null
       where t.body <> excluded.body or t.variables <> excluded.variables`,
    [ctx.newId(), ctx.tenantId, it.channelId, it.event, it.language, it.body, it.variables],
  )) as { rowCount: number }
  if (rowCount > 0) record(ctx, asSubject(channel), 'channel.template_put', { event: it.event, language: it.language })
}

/** With these nothing can be sent until somebody changes something. */
const refusedBy: readonly TemplateStatus[] = ['rejected', 'paused', 'disabled']
const MOST_OF_A_REASON = 500

/** What the platform says of a template now. Staff hear of one that it will not have, or no longer. */
export async function noteTemplate(
  ctx: Ctx,
  it: { id: string; contentSid: string; status: TemplateStatus; reason: string | null },
): Promise<void> {
  const isRefused = refusedBy.includes(it.status)
  const reason = isRefused ? (it.reason?.slice(0, MOST_OF_A_REASON) ?? null) : null
  const { rows } = (await ctx.trx.raw(
    `update whatsapp_templates t set content_sid = ?, status = ?, reason = ? from (select id, status from whatsapp_templates where id = ? for update) was
     where t.id = was.id returning t.event, t.language, t.body, was.status <> t.status as changed`,
    [it.contentSid, it.status, reason, it.id],
  )) as { rows: { event: string; language: Language; body: string; changed: boolean }[] }
  const [now] = rows
  if (!now?.changed || !isRefused) return
  const { event, language, body } = now
  await notifyLeads(ctx, {
    event: 'template.refused',
    facts: { status: it.status, reason, news: event, language, begins: body.slice(0, MOST_SHOWN) },
  })
}

const MOST_SHOWN = 60
