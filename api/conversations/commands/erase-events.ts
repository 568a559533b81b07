import type { Ctx } from '../../context.ts'
import { keepPeriods } from '../../keep-periods.ts'

/** LINE lets people take a message back for a day, paying members for a week; what is older was answered long ago, and thrown away. */
const LOOK_BACK = `${keepPeriods.answeredEventsDays} days`

/** The raw events of one message, answered ones only, are emptied: their rows stay, so that a repeated one is still known. Answers what they were. */
export async function eraseEvents(
  ctx: Ctx,
  it: { channelId: string; sourceId: string; mark: string },
): Promise<Buffer[]> {
  const { rows } = (await ctx.trx.raw(
    `select id, raw from inbox where channel_id = ? and source_id = ? and state <> 'waiting'
       and received_at > ?::timestamptz - interval '${LOOK_BACK}' and position(convert_to(?, 'UTF8') in raw) > 0`,
    [it.channelId, it.sourceId, ctx.now, it.mark],
  )) as { rows: { id: string; raw: Buffer }[] }
  if (rows.length > 0)
    await eraseEventsById(
      ctx,
      rows.map((row) => row.id),
    )
  return rows.map((row) => row.raw)
}

export async function eraseEventsById(ctx: Ctx, eventIds: string[]): Promise<void> {
  await ctx.trx.raw(`update inbox set raw = '' where id = any(?::uuid[])`, [eventIds])
}
