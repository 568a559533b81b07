import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { allOf, containing, orderOf, type Sort, where } from '../../db/conditions.ts'
import type { Paged } from '../../http/lists.ts'
import { Article, ArticleVersion } from '../model.ts'
import type { ArticleFilters } from '../schema.ts'
import { indexed, tokensOf, wordsOf } from '../words.ts'

export const sortableArticles = ['updatedAt', 'publishedAt', 'key', 'status', 'unhelpful'] as const
type Sortable = (typeof sortableArticles)[number]

export type ArticleQuery = Paged &
  z.output<typeof ArticleFilters> & { search?: string | undefined; sort: Sort<Sortable>[] }

const columns: Record<Sortable, string> = {
  updatedAt: 'articles.updated_at',
  publishedAt: 'articles.published_at',
  key: 'articles.key',
  status: 'articles.status',
  unhelpful: `(select count(*) from questions q where q.article_id = articles.id and q.outcome = 'unhelpful')`,
}

/** For staff: all of it, whoever it is for. */
export async function listArticles(ctx: Ctx, asked: ArticleQuery): Promise<{ rows: Article[]; total: number }> {
  const found = allOf([
    asked.status && where('articles.status = ?', asked.status),
    asked.visibility && where('articles.visibility = ?', asked.visibility),
    asked.case_type && where('articles.case_type_id in (select id from case_types where key = ?)', asked.case_type),
    asked.language && where('jsonb_exists(articles.texts, ?)', asked.language),
    asked.missing && where('not jsonb_exists(articles.texts, ?)', asked.missing),
    asked.search && naming(ctx, asked.search),
  ])
  const { results, total } = await Article.query(ctx.trx)
    .whereRaw(found.sql, found.bindings)
    .orderByRaw(`${orderOf(asked.sort, columns)}, articles.id`)
    .page(asked.page - 1, asked.page_size)
  return { rows: results, total }
}

/** Its key or words as they stand, or all the words that were asked for, however they are cut. */
function naming(ctx: Ctx, search: string) {
  const words = tokensOf(wordsOf(search)).filter((token) => token.startsWith('='))
  const pattern = containing(search)
  const here = where('articles.key ilike ? or articles.texts::text ilike ?', pattern, pattern)
  if (words.length === 0) return here
  return {
    sql: `${here.sql} or exists (select 1 from passages p where p.article_id = articles.id and p.tokens @> ?::text[])`,
    bindings: [...here.bindings, indexed(ctx.tenantId, words)],
  }
}

export const articleById = (ctx: Ctx, id: string): Promise<Article | undefined> =>
  Article.query(ctx.trx).findById(id).execute()

export const versionsOf = (ctx: Ctx, articleId: string): Promise<ArticleVersion[]> =>
  ArticleVersion.query(ctx.trx).where('article_id', articleId).orderBy('version', 'desc').execute()

export async function askedOf(
  ctx: Ctx,
  articleId: string,
): Promise<{ answered: number; helpful: number; unhelpful: number }> {
  const { rows } = (await ctx.trx.raw(
    `select count(*)::int as answered, count(*) filter (where outcome = 'helpful')::int as helpful,
       count(*) filter (where outcome = 'unhelpful')::int as unhelpful from questions where article_id = ?`,
    [articleId],
  )) as { rows: { answered: number; helpful: number; unhelpful: number }[] }
  return rows[0] ?? { answered: 0, helpful: 0, unhelpful: 0 }
}
