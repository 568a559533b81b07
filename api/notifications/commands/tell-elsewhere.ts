import type { Ctx } from '../../context.ts'
import { post } from '../../outbox/commands/post.ts'
import type { Language } from '../../tenants/schema.ts'

type Listener = { id: string; channel_id: string; language: Language }

/** News about a channel that cannot carry it: to whoever hears the desk's news on the tenant's other channels. Says how many that were. */
export async function tellElsewhere(
  ctx: Ctx,
  it: { notOn: string; event: string; text: (language: Language) => string },
): Promise<number> {
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.channel_id, coalesce(c.language, t.language) as language
     from conversations c join tenants t on t.id = c.tenant_id join channels h on h.id = c.channel_id
     where h.active and h.kind <> 'api' and h.token_state is distinct from 'refused' and c.channel_id <> ?
       and ((c.kind = 'group' and c.purpose = 'staff' and c.alerts is not false) or (c.kind = 'direct' and c.alerts))
     order by c.created_at`,
    [it.notOn],
  )) as { rows: Listener[] }
  for (const listener of rows)
    post(ctx, {
      channelId: listener.channel_id,
      conversationId: listener.id,
      event: it.event,
      messages: [{ type: 'text', text: it.text(listener.language) }],
      language: listener.language,
    })
  return rows.length
}
