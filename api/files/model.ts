import { DeskModel } from '../db/base-model.ts'
import type { FileKind, FileState, WhyNot } from './schema.ts'

export class FileRow extends DeskModel {
  static override tableName = 'files'
  declare messageId: string | null
  declare channelId: string
  declare kind: FileKind
  declare origin: string | null
  declare name: string | null
  declare contentType: string | null
  declare size: number | null
  declare sha256: Buffer | null
  declare storageKey: string | null
  declare state: FileState
  declare why: WhyNot | null
  declare attempts: number
  declare nextAt: Date
  declare createdAt: Date
  declare settledAt: Date | null
}
