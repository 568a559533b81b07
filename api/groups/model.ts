import type { Severity } from '../cases/schema.ts'
import { DeskModel } from '../db/base-model.ts'

export class GroupRoute extends DeskModel {
  static override tableName = 'group_routes'
  declare conversationId: string
  declare position: number
  declare caseType: string | null
  declare category: string | null
  declare provider: string | null
  declare severity: Severity | null
  declare bookingKind: string | null
}
