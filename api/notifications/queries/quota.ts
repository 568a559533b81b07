import { database } from '../../db/connection.ts'
import type { Ctx } from '../../context.ts'
import { deskNowMs, readAsTenant } from '../../db/tenant-transaction.ts'
import { mustBeUuid } from '../../ids.ts'
import { aMemory } from '../../memory.ts'
import { tenantById } from '../../tenants/queries.ts'
import { forecastOf, monthOf } from '../month.ts'
import type { QuotaView } from '../schema.ts'

export type Kept = {
  month: string
  most: number | null
  used: number
  checkedAt: Date
  warnedMonth: string | null
  spentMonth: string | null
}

export async function keptQuota(ctx: Ctx, channelId: string): Promise<Kept | undefined> {
  const { rows } = (await ctx.trx.raw(
    'select month, most, used, checked_at, warned_month, spent_month from channel_quotas where channel_id = ?',
    [channelId],
  )) as { rows: Record<string, unknown>[] }
  const row = rows[0]
  return (
    row && {
      month: row['month'] as string,
      most: row['most'] as number | null,
      used: row['used'] as number,
      checkedAt: row['checked_at'] as Date,
      warnedMonth: row['warned_month'] as string | null,
      spentMonth: row['spent_month'] as string | null,
    }
  )
}

/** How a channel's month goes. What replies saved is counted by the size a group had when it was last pushed to. */
export async function quotaOf(ctx: Ctx, channelId: string): Promise<QuotaView | undefined> {
  const channel = await ctx.trx.raw(`select 1 from channels where id = ? and kind = 'line'`, [channelId])
  if (channel.rows.length === 0) return undefined
  const month = monthOf(ctx.now, (await tenantById(ctx.tenantId)).zone)
  const kept = await keptQuota(ctx, channelId)
  const current = kept?.month === month.key ? kept : undefined
  const { rows } = (await ctx.trx.raw(
    `with mine as (select conversation_id, state, cost, hold from outbox where channel_id = ? and (created_at >= ? or hold is not null)),
       sizes as (select conversation_id, max(recipients) as size from outbox where channel_id = ? and cost = 'paid' and created_at >= ?::timestamptz - interval '31 days' group by 1)
     select coalesce(sum(coalesce(s.size, 1)) filter (where m.cost = 'free'), 0)::int as replies,
       count(*) filter (where m.state = 'joined')::int as joined, count(*) filter (where m.hold = 'quota')::int as waiting
     from mine m left join sizes s using (conversation_id)`,
    [channelId, month.startsAt, channelId, month.startsAt],
  )) as { rows: { replies: number; joined: number; waiting: number }[] }
  const used = current?.used ?? 0
  const most = current?.most ?? null
  return {
    channelId,
    month: month.key,
    most,
    used,
    left: most === null ? null : Math.max(0, most - used),
    forecast: forecastOf(used, ctx.now, month),
    spent: kept?.spentMonth === month.key,
    savedByReplies: rows[0]?.replies ?? 0,
    savedByGathering: rows[0]?.joined ?? 0,
    waiting: rows[0]?.waiting ?? 0,
    checkedAt: current?.checkedAt.toISOString() ?? null,
  }
}

const spent = aMemory<Date | undefined>(10_000)

/** When pushing is possible again, if the channel's month is used up; at most ten seconds old. */
export const spentUntil = (it: { tenantId: string; channelId: string }): Promise<Date | undefined> =>
  spent.shared(it.channelId, () => readSpent(it))

/** After a change in this process, and between tests. */
export const forgetSpent = (): void => spent.forget()

async function readSpent(it: { tenantId: string; channelId: string }): Promise<Date | undefined> {
  const { answers } = await readAsTenant(
    it.tenantId,
    `select spent_month from channel_quotas where channel_id = '${mustBeUuid(it.channelId)}' and spent_month is not null`,
  )
  const kept = answers[0]?.[0]?.['spent_month']
  if (!kept) return undefined
  const month = monthOf(new Date(deskNowMs()), (await tenantById(it.tenantId)).zone)
  return kept === month.key ? month.endsAt : undefined
}

/** Every LINE account in use, for whoever asks LINE how its month goes. */
export async function lineChannels(): Promise<{ tenantId: string; channelId: string }[]> {
  const { rows } = await database().machinery.query(
    `select id, tenant_id from channels where kind = 'line' and active and token_enc is not null order by id`,
  )
  return rows.map((row) => ({ tenantId: row['tenant_id'] as string, channelId: row['id'] as string }))
}
