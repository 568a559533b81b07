import { DeskModel } from '../db/base-model.ts'
import type { ChannelKind } from './queries.ts'
import type { TokenState } from './schema.ts'

export class ChannelRow extends DeskModel {
  static override tableName = 'channels'
  static override get jsonAttributes() {
    return ['richMenus']
  }
  declare key: string
  declare kind: ChannelKind
  declare name: string
  declare externalId: string | null
  declare secretEnc: Buffer | null
  declare tokenEnc: Buffer | null
  declare liffId: string | null
  declare loginChannelId: string | null
  declare active: boolean
  declare botName: string | null
  declare tokenState: TokenState | null
  declare tokenCheckedAt: Date | null
  declare tokenSince: Date | null
  declare richMenus: Record<string, string>
  declare chainHead: Buffer | null
  declare chainCount: number
  declare createdAt: Date
  declare pausedAt: Date | null
  declare pausedWhy: string | null
}
