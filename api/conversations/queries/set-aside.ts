import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import type { Paged } from '../../http/lists.ts'

/** An event that could not be handled, without its words. */
export const SetAside = z
  .object({
    id: z.uuid(),
    channelId: z.uuid(),
    conversationId: z.uuid().nullable(),
    troubleId: z.string().nullable().meta({ description: 'What the staff were told, and the log repeats' }),
    attempts: z.int(),
    happenedAt: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
  })
  .meta({ id: 'SetAside' })

type Row = Omit<z.input<typeof SetAside>, 'happenedAt' | 'receivedAt'> & { happenedAt: Date; receivedAt: Date }

export async function listSetAside(
  ctx: Ctx,
  asked: Paged,
): Promise<{ items: z.input<typeof SetAside>[]; total: number }> {
  const { rows } = (await ctx.trx.raw(
    `select i.id, i.channel_id as "channelId", c.id as "conversationId", i.trouble_id as "troubleId", i.attempts,
       i.happened_at as "happenedAt", i.received_at as "receivedAt", count(*) over () as total
     from inbox i left join conversations c using (channel_id, source_id)
     where i.state = 'aside' order by i.received_at desc, i.id limit ? offset ?`,
    [asked.page_size, (asked.page - 1) * asked.page_size],
  )) as { rows: (Row & { total: number })[] }
  return {
    items: rows.map((it) => ({
      id: it.id,
      channelId: it.channelId,
      conversationId: it.conversationId,
      troubleId: it.troubleId,
      attempts: it.attempts,
      happenedAt: it.happenedAt.toISOString(),
      receivedAt: it.receivedAt.toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  }
}
