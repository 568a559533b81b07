import type { Ctx } from '../../context.ts'
import { Article } from '../model.ts'
import type { ArticleTexts } from '../schema.ts'

/** How staff work on cases of a type; for staff alone. */
export async function wayToWork(ctx: Ctx, caseTypeId: string): Promise<ArticleTexts | null> {
  const found = await Article.query(ctx.trx)
    .where({ case_type_id: caseTypeId, visibility: 'staff', status: 'published' })
    .orderBy([{ column: 'published_at', order: 'desc' }, { column: 'id' }])
    .first()
  return found?.texts ?? null
}
