import type { Ctx } from '../../context.ts'
import { tenantById } from '../../tenants/queries.ts'
import { nudgeAt, usualNudge } from '../nudge-at.ts'
import { planOf } from './plan.ts'
import { staffGroups } from './staff-groups.ts'

/**
 * When staff are told that a chat's window closes at `until`: the latest instant at which at least one of their groups hears of it in time;
 * `usual` is for what no quiet holds back. All that is asked here is remembered, since every turn on WhatsApp asks.
 */
export async function whenToNudge(ctx: Ctx, until: Date): Promise<{ at: Date; usual: Date }> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const { quietChats } = await planOf(ctx)
  const groups = await staffGroups(ctx)
  const hours = groups.length > 0 ? groups.map((it) => quietChats.get(it.id) ?? null) : [null]
  const instants = hours.map((own) => nudgeAt(until, own, settings.quietHours.groups, zone).getTime())
  return { at: new Date(Math.max(...instants)), usual: usualNudge(until) }
}
