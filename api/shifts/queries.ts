import type { Ctx } from '../context.ts'
import { tenantById } from '../tenants/queries.ts'

export type OnShift = { id: string; name: string; since: Date }

/** Who is at work, first come first. A shift that nobody ended stops counting after the tenant's hours. */
export async function peopleOnShift(ctx: Ctx): Promise<OnShift[]> {
  const { rows } = (await ctx.trx.raw(
    `select s.id, coalesce(s.names->>s.language, s.name) as name, h.started_at as since from shifts h join staff s on s.id = h.staff_id
     where h.ended_at is null and s.active and h.started_at > ? order by h.started_at, s.key`,
    [await shiftsCountFrom(ctx)],
  )) as { rows: OnShift[] }
  return rows
}

/** What began earlier was forgotten. */
export async function shiftsCountFrom(ctx: Ctx): Promise<Date> {
  const { shiftHours } = (await tenantById(ctx.tenantId)).settings
  return new Date(ctx.now.getTime() - shiftHours * 3_600_000)
}
