import type { Ctx } from '../api/context.ts'

/** A statement may carry 65,535 values. */
const ROWS_A_STATEMENT = 1_000

/** Many rows in few statements; every row has the same columns. */
export async function insertAll(ctx: Ctx, table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await ctx.trx(table).insert(rows.slice(from, from + ROWS_A_STATEMENT))
}
