import type { Ctx } from '../../context.ts'
import type { Recipients } from '../schema.ts'

/** Who can hear of the desk's news on a channel, and who does: its staff groups, and staff linked on it. */
export async function recipientsOf(ctx: Ctx, channelId: string): Promise<Recipients> {
  const { rows: groups } = (await ctx.trx.raw(
    `select c.id, g.name, c.created_at as since, c.alerts is not false as chosen
     from conversations c left join groups g on g.conversation_id = c.id
     where c.channel_id = ? and c.kind = 'group' and c.purpose = 'staff' order by c.created_at`,
    [channelId],
  )) as { rows: { id: string; name: string | null; since: Date; chosen: boolean }[] }
  const { rows: staff } = (await ctx.trx.raw(
    `select s.id, coalesce(s.names->>s.language, s.name) as name, s.role, coalesce(bool_or(c.alerts), false) as chosen
     from staff_identities i join staff s on s.id = i.staff_id and s.active
     left join conversations c on c.channel_id = i.channel_id and c.source_id = i.external_id and c.kind = 'direct'
     where i.channel_id = ? group by s.id order by s.key`,
    [channelId],
  )) as { rows: Recipients['staff'] }
  return { groups: groups.map((it) => ({ ...it, since: it.since.toISOString() })), staff }
}

/** Where a linked member of staff is reached on a channel. */
export async function addressesOfStaff(
  ctx: Ctx,
  it: { channelId: string; staffIds: string[] },
): Promise<{ staffId: string; externalId: string }[]> {
  const { rows } = (await ctx.trx.raw(
    `select i.staff_id as "staffId", i.external_id as "externalId" from staff_identities i join staff s on s.id = i.staff_id and s.active
     where i.channel_id = ? and i.staff_id = any(?::uuid[]) order by i.linked_at`,
    [it.channelId, it.staffIds],
  )) as { rows: { staffId: string; externalId: string }[] }
  return rows
}
