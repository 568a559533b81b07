import { DeskModel } from '../db/base-model.ts'
import type { SubjectKind } from './schema.ts'

export class Activity extends DeskModel {
  static override tableName = 'activities'
  declare subjectKind: SubjectKind
  declare subjectId: string
  declare seq: number
  declare type: string
  declare actorKind: string
  declare actorId: string | null
  declare facts: Record<string, unknown>
  declare at: Date
  declare mac: Buffer
}
