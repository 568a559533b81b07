import { DeskModel } from '../db/base-model.ts'
import type { Language } from '../tenants/schema.ts'
import type { Audience, NewsEvent, TemplateChannel } from './schema.ts'

export class NotificationTemplate extends DeskModel {
  static override tableName = 'notification_templates'
  declare event: NewsEvent
  declare audience: Audience
  declare channelKind: TemplateChannel
  declare language: Language
  declare text: string
  declare updatedAt: Date
}

export class NotificationRule extends DeskModel {
  static override tableName = 'notification_rules'
  declare event: NewsEvent | null
  declare audience: Audience | null
  declare channelId: string | null
  declare caseTypeId: string | null
  declare conversationId: string | null
  declare enabled: boolean
  declare updatedAt: Date
}
