import { DeskModel } from '../db/base-model.ts'
import type { Intent, Severity } from './understanding.ts'

export class TriageExample extends DeskModel {
  static override tableName = 'triage_examples'
  declare text: string
  declare language: string | null
  declare intent: Intent
  declare label: string | null
  declare severity: Severity | null
  declare origin: string
}

export class TriageModel extends DeskModel {
  static override tableName = 'triage_models'
  declare model: Buffer
  declare examples: number
  declare createdAt: Date
}
