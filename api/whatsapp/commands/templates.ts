import { record } from '../../activities/commands.ts'
import { asSubject, lockChannel } from '../../channels/commands/lock-channel.ts'
import type { Ctx } from '../../context.ts'
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
       set body = excluded.body, variables = excluded.variables, content_sid = null, status = 'unsubmitted'
       where t.body <> excluded.body or t.variables <> excluded.variables`,
    [ctx.newId(), ctx.tenantId, it.channelId, it.event, it.language, it.body, it.variables],
  )) as { rowCount: number }
  if (rowCount > 0) record(ctx, asSubject(channel), 'channel.template_put', { event: it.event, language: it.language })
}

/** What the platform says of a template now. */
export async function noteTemplate(
  ctx: Ctx,
  it: { id: string; contentSid: string; status: TemplateStatus },
): Promise<void> {
  await ctx.trx.raw('update whatsapp_templates set content_sid = ?, status = ? where id = ?', [
    it.contentSid,
    it.status,
    it.id,
  ])
}
