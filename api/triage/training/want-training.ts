import { type Ctx, perTransaction } from '../../context.ts'

/** A few lessons wait for more of them to come; many are learnt soon. */
export const SOON_FROM = 5
const SOON_MS = 60_000
const LATER_MS = 10 * 60_000

/** The tenant is taught anew in a while, with the flush: once for all that was asked for until then. */
export function wantTraining(ctx: Ctx, lessons = 1): void {
  if (lessons === 0) return
  newsOf(ctx).lessons += lessons
}

const newsOf = perTransaction((ctx) => {
  const news = { lessons: 0 }
  ctx.atEnd(() => {
    const at = (ms: number) => new Date(ctx.now.getTime() + ms)
    return {
      sql: `insert into triage_training (tenant_id, due_at, news, asked) values (?::uuid, ?::timestamptz, ?::int, 1)
            on conflict (tenant_id) do update set news = triage_training.news + excluded.news, asked = triage_training.asked + 1,
              due_at = least(triage_training.due_at, case when triage_training.news + excluded.news >= ?::int then ?::timestamptz else ?::timestamptz end)`,
      bindings: [
        ctx.tenantId,
        at(news.lessons >= SOON_FROM ? SOON_MS : LATER_MS),
        news.lessons,
        SOON_FROM,
        at(SOON_MS),
        at(LATER_MS),
      ],
    }
  })
  return news
})

/** Somebody does not want to wait for more lessons. */
export async function trainNow(ctx: Ctx): Promise<void> {
  await ctx.trx.raw(
    `insert into triage_training (tenant_id, due_at, asked) values (?::uuid, ?::timestamptz, 1)
     on conflict (tenant_id) do update set asked = triage_training.asked + 1, due_at = least(triage_training.due_at, excluded.due_at)`,
    [ctx.tenantId, ctx.now],
  )
}
