import type { Ctx } from '../../context.ts'
import type { Article } from '../model.ts'
import type { ArticleText } from '../schema.ts'
import { tokensOf, wordsOf } from '../words.ts'

/** Makes the passages an article is found by, one for each language, anew. Drafts have them too: the view of customers leaves them out. */
export async function indexArticle(ctx: Ctx, it: Article): Promise<void> {
  await ctx.trx.raw('delete from passages where article_id = ?', [it.id])
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
      tokens: [...new Set([text.title, ...text.questions, text.answer].flatMap((words) => tokensOf(wordsOf(words))))],
    })),
  )
}
