import type { Ctx } from '../context.ts'
import { Refusal } from '../errors.ts'
import { sees } from '../policy.ts'
import { shiftsCountFrom } from './queries.ts'

/** The person who acts begins to work; one who is at work already stays so. Says whether it is news. */
export async function startShift(ctx: Ctx): Promise<boolean> {
  const staffId = oneself(ctx)
  // two taps at once: the index lets one shift run, the second finds it
  await ctx.trx.raw(
    'update shifts set ended_at = started_at where staff_id = ? and ended_at is null and started_at <= ?',
    [staffId, await shiftsCountFrom(ctx)],
  )
  const { rows } = (await ctx.trx.raw(
    `insert into shifts (id, tenant_id, staff_id, started_at) values (?, ?, ?, ?)
     on conflict (staff_id) where ended_at is null do nothing returning id`,
    [ctx.newId(), ctx.tenantId, staffId, ctx.now],
  )) as { rows: unknown[] }
  return rows.length > 0
}

/** The person who acts goes home. Says whether it is news. */
export const endShift = (ctx: Ctx): Promise<boolean> => endShiftOf(ctx, oneself(ctx))

/** Somebody's shift is over, for who asks on their behalf. */
export async function endShiftOf(ctx: Ctx, staffId: string): Promise<boolean> {
  const { rows } = (await ctx.trx.raw(
    'update shifts set ended_at = greatest(started_at, ?::timestamptz) where staff_id = ? and ended_at is null returning id',
    [ctx.now, staffId],
  )) as { rows: unknown[] }
  return rows.length > 0
}

function oneself(ctx: Ctx): string {
  if (ctx.actor.kind !== 'staff' || !sees(ctx.actor)) throw new Refusal('not_allowed', { action: 'shift' })
  return ctx.actor.id
}
