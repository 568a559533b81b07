import type { StaffRole } from '../context.ts'
import { DeskModel } from '../db/base-model.ts'
import type { Language } from '../tenants/schema.ts'

export class Staff extends DeskModel {
  static override tableName = 'staff'
  declare key: string
  declare name: string
  declare names: Partial<Record<Language, string>>
  declare role: StaffRole
  declare team: string | null
  declare language: Language
  declare active: boolean
}

export class StaffIdentity extends DeskModel {
  static override tableName = 'staff_identities'
  declare staffId: string
  declare channelId: string
  declare externalId: string
}

export class StaffLinkCode extends DeskModel {
  static override tableName = 'staff_link_codes'
  declare staffId: string
  declare codeHash: Buffer
  declare reusable: boolean
  declare expiresAt: Date | null
  declare usedAt: Date | null
}

export class ApiKey extends DeskModel {
  static override tableName = 'api_keys'
  declare name: string
  declare keyHash: Buffer
  declare role: StaffRole
  declare revokedAt: Date | null
}
