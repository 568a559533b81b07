import type { Ctx } from '../../context.ts'
import { SAID_IN } from '../queries.ts'

/** What the customer wrote that led to a case, and the last three things since; what they took back is gone. */
export async function saidOnCase(ctx: Ctx, caseId: string): Promise<string[]> {
  const { rows } = (await ctx.trx.raw(
    `select body from (select ${SAID_IN} as body, happened_at, id,
         row_number() over (order by happened_at, id) as nth, row_number() over (order by happened_at desc, id desc) as from_last
         from messages m where m.case_id = ? and m.direction = 'in' and m.removed_at is null and m.body is not null) said
       where nth = 1 or from_last <= 3 order by happened_at, id`,
    [caseId],
  )) as { rows: { body: string }[] }
  return rows.map((it) => it.body)
}
