import type { Ctx } from '../../context.ts'
import { forgetStaffGroups } from '../../notifications/queries/staff-groups.ts'
import type { GroupPurpose } from '../schema.ts'

/** The conversation of a source on a channel, made if it is not there: for what does not come in by webhook (seeds, the API). */
export async function openConversation(
  ctx: Ctx,
  it: { channelId: string; kind: 'direct' | 'group'; sourceId: string; contactId?: string; purpose?: GroupPurpose },
): Promise<string> {
  const { rows } = (await ctx.trx.raw(
    `insert into conversations (id, tenant_id, channel_id, kind, source_id, contact_id, purpose) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (channel_id, source_id) do update set contact_id = coalesce(conversations.contact_id, excluded.contact_id),
       purpose = coalesce(conversations.purpose, excluded.purpose) returning id`,
    [ctx.newId(), ctx.tenantId, it.channelId, it.kind, it.sourceId, it.contactId ?? null, it.purpose ?? null],
  )) as { rows: { id: string }[] }
  if (it.purpose) ctx.afterCommit(() => forgetStaffGroups(ctx.tenantId))
  return rows[0]?.id as string
}
