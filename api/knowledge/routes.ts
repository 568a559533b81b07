import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asPage, listQuery, pageOf } from '../http/lists.ts'
import { mustSee } from '../policy.ts'
import { addArticle, changeArticle, publishArticle, retireArticle } from './commands/put-article.ts'
import { presentArticle, presentArticles, presentInFull } from './presenter.ts'
import { articleById, askedOf, listArticles, sortableArticles, versionsOf } from './queries/articles.ts'
import { findAnswer } from './queries/find-answer.ts'
import { AnswerView, ArticleChange, ArticleFilters, ArticleInFull, ArticleView, Asked, NewArticle } from './schema.ts'
import { SURE_ENOUGH } from './sureness.ts'

const about = { tag: 'knowledge', access: 'staff' } as const
const ArticleId = z.object({ articleId: z.uuid() })
const led = { also: { 403: 'For admins and managers' } } as const

export const knowledgeRoutes: Endpoint[] = [
  endpoint('GET /v1/knowledge', {
    ...about,
    summary: 'List articles: for customers, and for staff alone',
    description:
      '`search` looks in keys and all words, also of languages that are written without spaces. `sort=-unhelpful`: those first that answered and did not help.',
    query: listQuery(ArticleFilters.shape, sortableArticles, '-updatedAt'),
    answer: pageOf(ArticleView),
    handle: async (ctx, { query }) => {
      mustSee(ctx)
      const { rows, total } = await listArticles(ctx, query)
      return asPage(await presentArticles(ctx, rows), total, query)
    },
  }),
  endpoint('POST /v1/knowledge', {
    ...about,
    summary: 'Write an article, as a draft',
    body: NewArticle,
    answer: ArticleView,
    status: 201,
    handle: async (ctx, { body }) => presentArticle(ctx, await addArticle(ctx, body)),
  }),
  endpoint('POST /v1/knowledge/try', {
    ...about,
    summary: 'What would a customer be told?',
    description:
      'Nothing is kept and nobody is told. Below `bar` the desk says that it does not know and offers a person.',
    body: Asked,
    answer: AnswerView,
    handle: async (ctx, { body }) => {
      mustSee(ctx)
      const { answer, nearest } = await findAnswer(ctx, body)
      return {
        answered: answer !== undefined,
        sureness: nearest?.sureness ?? null,
        bar: SURE_ENOUGH,
        article: nearest
          ? {
              id: nearest.articleId,
              version: nearest.version,
              language: nearest.language,
              title: nearest.title,
              answer: nearest.answer,
            }
          : null,
      }
    },
  }),
  endpoint('GET /v1/knowledge/:articleId', {
    ...about,
    summary: 'One article, with what it said before and how it was received',
    params: ArticleId,
    answer: ArticleInFull,
    handle: async (ctx, { params }) => {
      mustSee(ctx)
      const found = await articleById(ctx, params.articleId)
      if (!found) throw new Refusal('not_found')
      const [versions, asked] = [await versionsOf(ctx, found.id), await askedOf(ctx, found.id)]
      return presentInFull(ctx, found, { versions, asked })
    },
  }),
  endpoint('PATCH /v1/knowledge/:articleId', {
    ...about,
    ...led,
    summary: 'Change an article',
    description:
      'Whoever works at the desk may change a draft; what is published speaks for the business, and its new words are said at once.',
    params: ArticleId,
    body: ArticleChange,
    answer: ArticleView,
    handle: async (ctx, { params, body }) => presentArticle(ctx, await changeArticle(ctx, params.articleId, body)),
  }),
  endpoint('POST /v1/knowledge/:articleId/publish', {
    ...about,
    ...led,
    summary: 'Publish an article: from here on it answers',
    params: ArticleId,
    answer: ArticleView,
    handle: async (ctx, { params }) => presentArticle(ctx, await publishArticle(ctx, params.articleId)),
  }),
  endpoint('POST /v1/knowledge/:articleId/retire', {
    ...about,
    ...led,
    summary: 'Take an article out of use, or say that a gap is none of ours',
    params: ArticleId,
    answer: ArticleView,
    handle: async (ctx, { params }) => presentArticle(ctx, await retireArticle(ctx, params.articleId)),
  }),
]
