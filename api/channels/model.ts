import { DeskModel } from '../db/base-model.ts'
import type { ChannelKind } from './queries.ts'

export class ChannelRow extends DeskModel {
  static override tableName = 'channels'
  declare key: string
  declare kind: ChannelKind
  declare name: string
  declare externalId: string | null
  declare secretEnc: Buffer | null
  declare tokenEnc: Buffer | null
  declare liffId: string | null
  declare loginChannelId: string | null
  declare pausedAt: Date | null
  declare pausedWhy: string | null
}
