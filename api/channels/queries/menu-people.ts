import type { Ctx } from '../../context.ts'
import type { Language } from '../../tenants/schema.ts'

/** Who on a channel is known to read a language, by the platform's own ids; nobody who has blocked the account. */
export async function readersOf(ctx: Ctx, it: { channelId: string; language: Language }): Promise<string[]> {
  const { rows } = (await ctx.trx.raw(
    `select c.source_id as id from conversations c join contacts p on p.id = c.contact_id
     where c.channel_id = ? and c.kind = 'direct' and coalesce(c.language, p.language) = ? and p.blocked_at is null order by c.id`,
    [it.channelId, it.language],
  )) as { rows: { id: string }[] }
  return rows.map((row) => row.id)
}
