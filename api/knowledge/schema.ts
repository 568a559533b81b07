import { z } from 'zod'
import { languages } from '../tenants/schema.ts'
import { written } from '../written.ts'

const visibilities = ['customer', 'staff'] as const
export type Visibility = (typeof visibilities)[number]
const articleStatuses = ['draft', 'published', 'retired'] as const
export type ArticleStatus = (typeof articleStatuses)[number]
export const outcomes = ['answered', 'helpful', 'unhelpful', 'unanswered'] as const
export type Outcome = (typeof outcomes)[number]

const ArticleText = z.strictObject({
  title: written(120).meta({ description: 'An answer is cited by it' }),
  questions: z
    .array(written(300))
    .max(30)
    .default([])
    .meta({ description: 'Ways customers ask for it; the more, the surer it is found' }),
  answer: z.string().trim().max(4_000).meta({ description: 'Said as it stands. Empty only in a draft' }),
})
export type ArticleText = z.infer<typeof ArticleText>

export const ArticleTexts = z
  .strictObject({ th: ArticleText.optional(), en: ArticleText.optional(), ja: ArticleText.optional() })
  .refine((it) => Object.values(it).some(Boolean), { message: 'At least one language' })
export type ArticleTexts = z.infer<typeof ArticleTexts>

export const NewArticle = z.object({
  key: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9_-]{0,79}$/,
      'Is up to 80 lower-case letters, digits, hyphens and underscores, no sign first',
    )
    .optional()
    .meta({ description: 'Your own name for it; one is made if you give none' }),
  visibility: z.enum(visibilities),
  caseType: z
    .string()
    .max(80)
    .nullable()
    .default(null)
    .meta({ description: 'Key of the case type whose cards show it to staff' }),
  texts: ArticleTexts,
})
export type NewArticle = z.infer<typeof NewArticle>

export const ArticleChange = z
  .object({
    visibility: z.enum(visibilities).optional(),
    caseType: z.string().max(80).nullable().optional(),
    texts: ArticleTexts.optional().meta({ description: 'All languages: one that is left out is taken away' }),
  })
  .meta({ description: 'What is left out stays' })
export type ArticleChange = z.infer<typeof ArticleChange>

export const ArticleFilters = z.object({
  status: z.enum(articleStatuses).optional(),
  visibility: z.enum(visibilities).optional(),
  case_type: z.string().max(80).optional(),
  language: z.enum(languages).optional().meta({ description: 'Written in this language' }),
  missing: z.enum(languages).optional().meta({ description: 'Not written in this language yet' }),
})

export const ArticleView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    visibility: z.enum(visibilities),
    status: z.enum(articleStatuses),
    caseType: z.object({ key: z.string(), names: z.record(z.string(), z.string()) }).nullable(),
    version: z.int(),
    texts: ArticleTexts,
    updatedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().nullable(),
    can: z.array(z.string()).meta({ description: 'What you may do with it now' }),
  })
  .meta({ id: 'Article' })
export type ArticleView = z.infer<typeof ArticleView>

export const ArticleInFull = ArticleView.extend({
  versions: z.array(
    z.object({ version: z.int(), visibility: z.enum(visibilities), texts: ArticleTexts, at: z.iso.datetime() }),
  ),
  asked: z
    .object({ answered: z.int(), helpful: z.int(), unhelpful: z.int() })
    .meta({ description: 'How often it answered a customer, and what they said of it' }),
}).meta({ id: 'ArticleInFull' })
export type ArticleInFull = z.infer<typeof ArticleInFull>

export const GapView = z
  .object({
    id: z.uuid().meta({ description: 'Of the draft; change and publish it under /v1/knowledge' }),
    question: z.string().nullable(),
    language: z.enum(languages),
    count: z.int(),
    lastAskedAt: z.iso.datetime().nullable(),
    others: z.array(z.string()).meta({ description: 'How others asked it' }),
    shown: z.object({ id: z.uuid(), title: z.string() }).nullable().meta({
      description: 'The article that was given and did not help, where there was one',
    }),
    draft: ArticleView,
  })
  .meta({ id: 'KnowledgeGap' })
export type GapView = z.infer<typeof GapView>

export const Asked = z.object({ question: written(2_000), language: z.enum(languages).default('en') })
export const AnswerView = z
  .object({
    answered: z.boolean(),
    sureness: z.number().nullable(),
    bar: z.number().meta({ description: 'Below it nothing is said and a person is offered' }),
    article: z
      .object({ id: z.uuid(), version: z.int(), language: z.enum(languages), title: z.string(), answer: z.string() })
      .nullable(),
  })
  .meta({ id: 'KnowledgeAnswer' })
