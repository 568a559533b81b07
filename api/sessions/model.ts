import { DeskModel } from '../db/base-model.ts'

export class Session extends DeskModel {
  static override tableName = 'sessions'
  declare tokenHash: Buffer
  declare staffId: string | null
  declare contactId: string | null
  declare channelId: string | null
  declare externalId: string | null
  declare expiresAt: Date
}
