import { DeskModel } from '../db/base-model.ts'
import type { Language } from '../tenants/schema.ts'
import type { ArticleStatus, ArticleTexts, Outcome, Visibility } from './schema.ts'

export class Article extends DeskModel {
  static override tableName = 'articles'
  static override jsonAttributes = ['texts']
  declare key: string
  declare visibility: Visibility
  declare caseTypeId: string | null
  declare status: ArticleStatus
  declare origin: 'written' | 'gap'
  declare version: number
  declare texts: ArticleTexts
  declare createdAt: Date
  declare updatedAt: Date
  declare publishedAt: Date | null
  declare offeredAt: Date | null
  declare chainHead: Buffer | null
  declare chainCount: number
}

export class ArticleVersion extends DeskModel {
  static override tableName = 'article_versions'
  static override idColumn = ['article_id', 'version']
  static override jsonAttributes = ['texts']
  declare articleId: string
  declare version: number
  declare visibility: Visibility
  declare texts: ArticleTexts
  declare at: Date
}

export class Question extends DeskModel {
  static override tableName = 'questions'
  declare conversationId: string
  declare text: string
  declare language: Language
  declare outcome: Outcome
  declare articleId: string | null
  declare sureness: number | null
  declare gapId: string | null
  declare saidFrom: Date
  declare saidUntil: Date
}
