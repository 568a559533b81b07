import { DeskModel } from '../db/base-model.ts'
import type { Language } from '../tenants/schema.ts'

export class Contact extends DeskModel {
  static override tableName = 'contacts'
  declare name: string | null
  declare language: Language | null
  declare profile: Record<string, unknown>
  declare flags: string[]
  declare organisationId: string | null
  declare blockedAt: Date | null
  /** nothing is known of them any more, and nobody is written to */
  declare erasedAt: Date | null
  declare chainHead: Buffer | null
  declare chainCount: number
  declare createdAt: Date
  declare updatedAt: Date
}

export class ContactIdentity extends DeskModel {
  static override tableName = 'contact_identities'
  declare contactId: string
  declare kind: 'line' | 'whatsapp' | 'email' | 'phone' | 'username' | 'member' | 'api'
  declare value: string
  declare proven: boolean
  declare unreachableAt: Date | null
}

export class Consent extends DeskModel {
  static override tableName = 'consents'
  declare contactId: string
  /** 'messages': whether they want to be written to on this channel (STOP, START) */
  declare kind: 'contact_details' | 'messages'
  declare answer: 'given' | 'declined'
  declare wording: string
  /** of a question of ours; words of their own have none */
  declare wordingVersion: number | null
  declare language: Language | null
  declare channelId: string
  declare answeredAt: Date
  declare withdrawnAt: Date | null
}
