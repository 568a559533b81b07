import type { Ctx } from '../../context.ts'

/** How often models were asked today, what became of it, and what it cost. */
export async function modelsToday(ctx: Ctx, zone: string) {
  const { rows } = (await ctx.trx.raw(
    `select model_trouble as trouble, count(*)::int as count from triage_decisions
     where model_name is not null and at >= (?::timestamptz at time zone ?)::date::timestamp at time zone ? group by 1 order by 2 desc`,
    [ctx.now, zone, zone],
  )) as { rows: { trouble: string | null; count: number }[] }
  const { rows: spent } = (await ctx.trx.raw(
    'select micros::float8 as micros from model_spending where day = (?::timestamptz at time zone ?)::date',
    [ctx.now, zone],
  )) as { rows: { micros: number }[] }
  return {
    asked: rows.reduce((sum, it) => sum + it.count, 0),
    answered: rows.find((it) => it.trouble === null)?.count ?? 0,
    troubles: Object.fromEntries(rows.flatMap((it) => (it.trouble ? [[it.trouble, it.count]] : []))),
    spentUsd: (spent[0]?.micros ?? 0) / 1_000_000,
  }
}
