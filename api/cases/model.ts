import { DeskModel } from '../db/base-model.ts'
import type { Language, SlotWords } from '../tenants/schema.ts'
import type { CaseConcern, CaseStatus, Severity } from './schema.ts'

export class Case extends DeskModel {
  static override tableName = 'cases'
  static override get jsonAttributes() {
    return ['slots']
  }
  declare reference: string
  declare caseTypeId: string
  declare severity: Severity
  declare status: CaseStatus
  declare contactId: string | null
  declare conversationId: string | null
  declare providerId: string | null
  declare providerSeenAt: Date | null
  declare ownerId: string | null
  declare source: string
  declare language: Language
  declare slots: Record<string, unknown>
  declare openedAt: Date
  declare claimedAt: Date | null
  declare statusSince: Date
  /** orders that were named for it by staff; what the customer named is in the slots */
  declare orderRefs: string[]
  declare slaMinutes: number
  /** when the clock began: the customer's first message, or the reopening */
  declare slaStartedAt: Date
  /** how long the clock has stood so far */
  declare slaStoppedMs: number
  declare slaDueAt: Date | null
  declare slaStoppedAt: Date | null
  declare slaBreachedAt: Date | null
  declare rootCause: string | null
  declare resolvedAt: Date | null
  declare closedAt: Date | null
  declare reopened: number
  declare chainHead: Buffer | null
  declare chainCount: number
  declare createdAt: Date
  declare updatedAt: Date
}

export class CaseType extends DeskModel {
  static override tableName = 'case_types'
  static override get jsonAttributes() {
    return ['names', 'slotWords']
  }
  declare key: string
  declare names: Record<string, string>
  declare category: string
  declare severity: Severity
  declare slaMinutes: number
  declare slaClock: 'calendar' | 'business'
  declare stopsForCustomer: boolean
  declare requiredSlots: string[]
  declare optionalSlots: string[]
  declare slotWords: SlotWords
  declare requireProvider: boolean
  declare concerns: CaseConcern[]
  declare active: boolean
}

export class RootCause extends DeskModel {
  static override tableName = 'root_causes'
  static override get jsonAttributes() {
    return ['names']
  }
  declare key: string
  declare names: Record<string, string>
  declare position: number
}

export class StatusInterval extends DeskModel {
  static override tableName = 'status_intervals'
  declare caseId: string
  declare status: CaseStatus
  declare ownerId: string | null
  declare startedAt: Date
  declare endedAt: Date | null
}
