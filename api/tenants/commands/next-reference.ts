import { Temporal } from 'temporal-polyfill'
import type { Ctx } from '../../context.ts'

/**
 * The next reference of a pattern such as `ML-C-{n}` or `PB-{yymm}{nnnn}`: {n…} counts gaplessly per finished prefix (the counter's row is locked
 * until the commit, a rolled-back command gives its number back), {yymm}, {yyyymmdd} and {yyyy} are the tenant's date.
 */
export async function nextReference(ctx: Ctx, pattern: string, zone: string): Promise<string> {
  const day = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const dated = pattern
    .replace('{yyyymmdd}', day.toString().replaceAll('-', ''))
    .replace('{yymm}', `${String(day.year).slice(2)}${String(day.month).padStart(2, '0')}`)
    .replace('{yyyy}', String(day.year))
  const { rows } = (await ctx.trx.raw(
    `insert into reference_counters (tenant_id, pattern, last) values (?, ?, 1)
     on conflict (tenant_id, pattern) do update set last = reference_counters.last + 1 returning last`,
    [ctx.tenantId, dated],
  )) as { rows: { last: number }[] }
  const last = rows[0]?.last ?? 1
  return dated.replace(/\{(n+)\}/, (_, digits: string) => String(last).padStart(digits.length, '0'))
}
