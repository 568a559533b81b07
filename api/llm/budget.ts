import { inTenant, system } from '../context.ts'
import type { Purse } from './purse.ts'

/** For so long a process does not ask again whether there is money after all. */
const SPENT_FOR_MS = 30_000
const spentUntil = new Map<string, number>()

/** After the budget was changed in this process, and between tests. */
export const forgetBudgets = (): void => spentUntil.clear()

export type DailyBudget = { tenantId: string; zone: string; micros: number }

/** The tenant's money for a day of its own calendar. It is counted in the database: all processes spend from one purse. */
export function dailyPurse({ tenantId, zone, micros: most }: DailyBudget): Purse {
  return {
    async take(micros) {
      if (micros > most || performance.now() < (spentUntil.get(tenantId) ?? 0)) return undefined
      const day = await inTenant(tenantId, system, async (ctx) => {
        const { rows } = (await ctx.trx.raw(
          `insert into model_spending (tenant_id, day, micros, calls) values (?::uuid, (?::timestamptz at time zone ?)::date, ?::bigint, 1)
           on conflict (tenant_id, day) do update set micros = model_spending.micros + excluded.micros, calls = model_spending.calls + 1
             where model_spending.micros + excluded.micros <= ?::bigint
           returning day::text as day`,
          [tenantId, ctx.now, zone, micros, most],
        )) as { rows: { day: string }[] }
        return rows[0]?.day
      })
      if (day === undefined) {
        spentUntil.set(tenantId, performance.now() + SPENT_FOR_MS)
        return undefined
      }
      return {
        spent: (really) =>
          inTenant(tenantId, system, async (ctx) => {
            // what turned out dearer than the most that was thought of counts, too
            await ctx.trx.raw(
              'update model_spending set micros = greatest(0, micros + ?::bigint) where day = ?::date',
              [really - micros, day],
            )
          }),
      }
    },
  }
}
