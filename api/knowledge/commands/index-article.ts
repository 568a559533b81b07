import { type Ctx, inTenant, system } from '../../context.ts'
import { Article } from '../model.ts'
import type { ArticleText } from '../schema.ts'
import { indexed, READING, tokensOf, wordsOf } from '../words.ts'

/** Makes the passages an article is found by, one for each language, anew. Drafts have them too: the view of customers leaves them out. */
export async function indexArticle(ctx: Ctx, it: Article): Promise<void> {
  await ctx.trx.raw('delete from passages where article_id = ?', [it.id])
  await addPassages(ctx, it)
}

/** The first ones of an article that is new. */
export async function addPassages(ctx: Ctx, it: Article): Promise<void> {
  const texts = Object.entries(it.texts) as [string, ArticleText][]
  if (it.status === 'retired' || texts.length === 0) return
  await ctx.trx('passages').insert(
    texts.map(([language, text]) => ({
      article_id: it.id,
      language,
      tenant_id: ctx.tenantId,
      visibility: it.visibility,
      title: text.title,
      questions: text.questions,
      answer: text.answer,
      reading: READING,
      tokens: indexed(ctx.tenantId, [
        ...new Set([text.title, ...text.questions, text.answer].flatMap((words) => tokensOf(wordsOf(words)))),
      ]),
    })),
  )
}

const AT_ONCE = 100

/** Passages that an older version of the desk has read, made anew: a few in each transaction. Answers how many articles. */
export async function refreshPassages(tenantId: string): Promise<number> {
  let refreshed = 0
  for (;;) {
    const some = await inTenant(tenantId, system, async (ctx) => {
      const { rows } = (await ctx.trx.raw(
        `select distinct article_id from passages where reading <> ? order by 1 limit ${AT_ONCE}`,
        [READING],
      )) as { rows: { article_id: string }[] }
      const ids = rows.map((row) => row.article_id)
      const articles = await Article.query(ctx.trx).findByIds(ids).orderBy('id').forUpdate()
      for (const it of articles) await indexArticle(ctx, it)
      return articles.length
    })
    refreshed += some
    if (some < AT_ONCE) return refreshed
  }
}
