import { caseTypesOf } from '../cases/queries/case-types.ts'
import type { Ctx } from '../context.ts'
import type { Article, ArticleVersion } from './model.ts'
import { articlePolicy } from './policy.ts'
import type { Gap } from './queries/gaps.ts'
import type { ArticleInFull, ArticleView, GapView } from './schema.ts'

export async function presentArticles(ctx: Ctx, articles: Article[]): Promise<ArticleView[]> {
  const ids = [...new Set(articles.flatMap((it) => it.caseTypeId ?? []))]
  const types = new Map((await caseTypesOf(ctx, ids)).map((it) => [it.id, { key: it.key, names: it.names }]))
  return articles.map((it) => ({
    id: it.id,
    key: it.key,
    visibility: it.visibility,
    status: it.status,
    caseType: types.get(it.caseTypeId ?? '') ?? null,
    version: it.version,
    texts: it.texts,
    updatedAt: it.updatedAt.toISOString(),
    publishedAt: it.publishedAt?.toISOString() ?? null,
    can: articlePolicy.actions(ctx.actor, it),
  }))
}

export async function presentArticle(ctx: Ctx, it: Article): Promise<ArticleView> {
  const [view] = await presentArticles(ctx, [it])
  return view as ArticleView
}

export async function presentInFull(
  ctx: Ctx,
  it: Article,
  about: { versions: ArticleVersion[]; asked: ArticleInFull['asked'] },
): Promise<ArticleInFull> {
  return {
    ...(await presentArticle(ctx, it)),
    versions: about.versions.map(({ version, visibility, texts, at }) => ({
      version,
      visibility,
      texts,
      at: at.toISOString(),
    })),
    asked: about.asked,
  }
}

export async function presentGaps(ctx: Ctx, gaps: Gap[]): Promise<GapView[]> {
  const drafts = await presentArticles(
    ctx,
    gaps.map((it) => it.draft),
  )
  return gaps.flatMap((it, index) => {
    const draft = drafts[index]
    const [first, ...others] = it.asked
    if (!draft) return []
    return [
      {
        id: it.draft.id,
        question: first?.text ?? null,
        language: first?.language ?? 'en',
        count: it.count,
        lastAskedAt: it.lastAskedAt?.toISOString() ?? null,
        others: [...new Set(others.map((one) => one.text))],
        shown: it.shown,
        draft,
      },
    ]
  })
}
