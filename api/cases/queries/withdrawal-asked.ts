import type { Ctx } from '../../context.ts'

/** When the customer last asked to have the case closed, unless they have said since that it should stay. */
export async function withdrawalAsked(ctx: Ctx, caseId: string): Promise<Date | undefined> {
  const { rows } = (await ctx.trx.raw(
    `select type, at from activities where subject_id = ? and type in ('case.withdrawal_asked', 'case.kept') order by seq desc limit 1`,
    [caseId],
  )) as { rows: { type: string; at: Date }[] }
  const [last] = rows
  return last?.type === 'case.withdrawal_asked' ? last.at : undefined
}
