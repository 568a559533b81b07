import type { Ctx } from '../../context.ts'
import { inTenant, system } from '../../context.ts'
import { tenantById } from '../../tenants/queries.ts'
import { monthOf } from '../month.ts'
import { forgetSpent, keptQuota } from '../queries/quota.ts'
import { notifyLeads } from './notify-leads.ts'

/** From this share of the month's quota on the managers are told, once a month. */
const WARN_FROM = 0.8

/** Keeps what LINE says of the month (`most` null = no limit), and tells the managers when it runs out. */
export async function keepQuota(
  ctx: Ctx,
  it: { channelId: string; name: string; most: number | null; used: number },
): Promise<void> {
  const month = monthOf(ctx.now, (await tenantById(ctx.tenantId)).zone).key
  const wasSpent = (await keptQuota(ctx, it.channelId))?.spentMonth === month
  const { rows: kept } = (await ctx.trx.raw(
    `insert into channel_quotas (channel_id, tenant_id, month, most, used, checked_at, spent_month) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (channel_id) do update set month = excluded.month, most = excluded.most, used = excluded.used, checked_at = excluded.checked_at,
       spent_month = coalesce(excluded.spent_month, case when channel_quotas.spent_month = excluded.month and channel_quotas.most = excluded.most then excluded.month end)
     returning spent_month`,
    [
      it.channelId,
      ctx.tenantId,
      month,
      it.most,
      it.used,
      ctx.now,
      it.most !== null && it.used >= it.most ? month : null,
    ],
  )) as { rows: { spent_month: string | null }[] }
  ctx.afterCommit(forgetSpent)
  if (wasSpent && !kept[0]?.spent_month) await letWaitingGo(ctx, it.channelId)
  if (it.most === null || it.used < it.most * WARN_FROM) return
  const { rows } = (await ctx.trx.raw(
    `update channel_quotas set warned_month = ? where channel_id = ? and warned_month is distinct from ? returning 1`,
    [month, it.channelId, month],
  )) as { rows: unknown[] }
  if (rows.length === 0) return
  const percent = it.most === 0 ? 100 : Math.floor((it.used / it.most) * 100)
  await notifyLeads(ctx, {
    event: 'quota.near',
    facts: { channel: it.name, used: it.used, most: it.most, percent },
  })
}

/** The account may push again before the month is over: what waited for the next one goes now. */
const letWaitingGo = (ctx: Ctx, channelId: string) =>
  ctx.trx.raw(
    `update outbox set next_at = ? where channel_id = ? and state = 'ready' and hold = 'quota' and next_at > ?`,
    [ctx.now, channelId, ctx.now],
  )

/** LINE refused a push for the month: until it ends only critical pushes are tried. */
export const noteSpent = (it: { tenantId: string; channelId: string }): Promise<void> =>
  inTenant(it.tenantId, system, async (ctx) => {
    const month = monthOf(ctx.now, (await tenantById(ctx.tenantId)).zone).key
    const kept = await keptQuota(ctx, it.channelId)
    ctx.afterCommit(forgetSpent)
    await ctx.trx.raw(
      `insert into channel_quotas (channel_id, tenant_id, month, most, used, checked_at, spent_month) values (?, ?, ?, null, 0, ?, ?)
       on conflict (channel_id) do update set spent_month = excluded.spent_month`,
      [it.channelId, ctx.tenantId, month, kept?.checkedAt ?? ctx.now, month],
    )
  })
