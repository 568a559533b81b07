import { DeskModel } from '../db/base-model.ts'
import type { Origin } from './examples/schema.ts'
import type { SetAside } from './examples/standing.ts'
import type { Figures } from './training/figures.ts'
import type { Intent, Severity } from './understanding.ts'

export class TriageExample extends DeskModel {
  static override tableName = 'triage_examples'
  declare text: string
  declare language: string | null
  declare intent: Intent
  declare label: string | null
  declare severity: Severity | null
  declare origin: Origin
  /** who taught it: the kind of actor */
  declare byKind: string | null
  declare byId: string | null
  declare byName: string | null
  declare caseId: string | null
  declare bookingId: string | null
  declare decisionId: string | null
  /** why it does not teach */
  declare setAside: SetAside | null
  declare createdAt: Date
  declare updatedAt: Date | null
}

export class TriageModel extends DeskModel {
  static override tableName = 'triage_models'
  static override get jsonAttributes() {
    return ['figures', 'against']
  }
  declare model: Buffer
  /** of its bytes; none for one from before there were any */
  declare digest: Buffer | null
  declare examples: number
  /** why it was trained: first | labels | examples */
  declare reason: string
  declare figures: Figures | null
  /** of the model that was in use then, on the same messages */
  declare against: Figures | null
  declare againstId: string | null
  /** the newest is the one in use */
  declare adoptedAt: Date | null
  declare refusedWhy: string | null
  declare createdAt: Date
}
