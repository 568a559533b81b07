import { record, type Subject } from '../../activities/commands.ts'
import { caseTypeByKey } from '../../cases/queries/case-types.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { isSystem, works } from '../../policy.ts'
import { Article, ArticleVersion } from '../model.ts'
import { articlePolicy } from '../policy.ts'
import type { ArticleChange, ArticleTexts, NewArticle } from '../schema.ts'
import { addPassages, indexArticle } from './index-article.ts'
import { saysSomething } from '../../written.ts'

export const asSubject = (it: Article): Subject => ({
  kind: 'article',
  id: it.id,
  chainHead: it.chainHead,
  chainCount: it.chainCount,
})

/** Writes an article down, as a draft: nobody reads it before it is published. */
export async function addArticle(ctx: Ctx, it: NewArticle & { origin?: 'gap' }): Promise<Article> {
  // what nobody could answer is noted by the desk itself, in a customer's turn
  if (it.origin !== 'gap' && !isSystem(ctx.actor) && !works(ctx.actor))
    throw new Refusal('not_allowed', { action: 'write_article' })
  const id = ctx.newId()
  const { key = `article-${id}`, origin = 'written' } = it
  if (it.key) await mustBeFree(ctx, it.key)
  const added = await Article.query(ctx.trx)
    .insert({
      id,
      tenantId: ctx.tenantId,
      key,
      visibility: it.visibility,
      caseTypeId: await caseTypeIdOf(ctx, it.caseType),
      origin,
      texts: it.texts,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning('*')
  record(ctx, asSubject(added), 'article.written', { visibility: it.visibility, languages: Object.keys(it.texts) })
  await addPassages(ctx, added)
  return added
}

async function mustBeFree(ctx: Ctx, key: string): Promise<void> {
  await ctx.trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`article ${ctx.tenantId} ${key}`])
  if (await Article.query(ctx.trx).findOne({ key }).select('id')) throw new Refusal('article_key_taken', { key }, 'key')
}

/** What is published is said at once in its new words. */
export async function changeArticle(ctx: Ctx, articleId: string, it: ArticleChange): Promise<Article> {
  const before = await lockArticle(ctx, articleId)
  articlePolicy.must(ctx, 'change', before)
  const texts = it.texts ?? before.texts
  if (before.status === 'published') mustBeWhole(texts)
  const changed = await before.$query(ctx.trx).patchAndFetch({
    ...(it.visibility && { visibility: it.visibility }),
    ...(it.caseType !== undefined && { caseTypeId: await caseTypeIdOf(ctx, it.caseType) }),
    texts,
    version: before.version + 1,
    updatedAt: ctx.now,
  })
  record(ctx, asSubject(changed), 'article.changed', {
    version: changed.version,
    fields: Object.keys(it).toSorted(),
    visibility: changed.visibility,
  })
  await indexArticle(ctx, changed)
  if (changed.status === 'published') await keepVersion(ctx, changed)
  return changed
}

/** From here on customers (or staff) are answered with it. */
export async function publishArticle(ctx: Ctx, articleId: string): Promise<Article> {
  const draft = await lockArticle(ctx, articleId)
  articlePolicy.must(ctx, 'publish', draft)
  mustBeWhole(draft.texts)
  const published = await draft
    .$query(ctx.trx)
    .patchAndFetch({ status: 'published', publishedAt: ctx.now, updatedAt: ctx.now })
  record(ctx, asSubject(published), 'article.published', { version: published.version })
  await indexArticle(ctx, published)
  await keepVersion(ctx, published)
  return published
}

/** Nobody is answered with it any more; what it said stays with its versions. A gap that is retired is one nobody means to fill. */
export async function retireArticle(ctx: Ctx, articleId: string): Promise<Article> {
  const it = await lockArticle(ctx, articleId)
  articlePolicy.must(ctx, 'retire', it)
  const retired = await it.$query(ctx.trx).patchAndFetch({ status: 'retired', updatedAt: ctx.now })
  record(ctx, asSubject(retired), 'article.retired', {})
  await indexArticle(ctx, retired)
  return retired
}

async function lockArticle(ctx: Ctx, articleId: string): Promise<Article> {
  const found = await Article.query(ctx.trx).findById(articleId).forUpdate()
  if (!found) throw new Refusal('not_found')
  return found
}

/** Every language that is there has an answer: a title alone would be cited for nothing. */
function mustBeWhole(texts: ArticleTexts): void {
  const without = Object.entries(texts).find(([, text]) => !saysSomething(text?.answer ?? ''))
  if (without || Object.keys(texts).length === 0)
    throw new Refusal('article_without_answer', { language: without?.[0] ?? null }, 'texts')
}

const keepVersion = (ctx: Ctx, it: Article) =>
  ArticleVersion.query(ctx.trx)
    .insert({
      articleId: it.id,
      version: it.version,
      tenantId: ctx.tenantId,
      visibility: it.visibility,
      texts: it.texts,
      at: ctx.now,
    })
    .onConflict(['article_id', 'version'])
    .ignore()

async function caseTypeIdOf(ctx: Ctx, key: string | null): Promise<string | null> {
  if (key === null) return null
  const type = await caseTypeByKey(ctx, key)
  if (!type) throw new Refusal('case_type_unknown', { caseType: key }, 'caseType')
  return type.id
}
