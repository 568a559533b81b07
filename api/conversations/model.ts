import { DeskModel } from '../db/base-model.ts'
import type { Language } from '../tenants/schema.ts'
import type { GroupPurpose } from './schema.ts'

export class Conversation extends DeskModel {
  static override tableName = 'conversations'
  static override get jsonAttributes() {
    return ['state']
  }
  declare channelId: string
  declare kind: 'direct' | 'group'
  declare sourceId: string
  declare contactId: string | null
  declare purpose: GroupPurpose | null
  declare mode: 'bot' | 'staff'
  declare modeSince: Date | null
  declare language: Language | null
  declare state: Record<string, unknown>
  declare lastMessageAt: Date | null
  declare reference: string | null
  declare sessionId: string | null
  declare sessionAt: Date | null
  declare leaseNo: number
  declare chainHead: Buffer | null
  declare chainCount: number
}

export class MessageRow extends DeskModel {
  static override tableName = 'messages'
  static override get jsonAttributes() {
    return ['content']
  }
  declare conversationId: string
  declare direction: 'in' | 'out'
  declare author: 'customer' | 'bot' | 'staff'
  declare staffId: string | null
  declare caseId: string | null
  declare bookingId: string | null
  declare sessionId: string | null
  declare externalId: string | null
  declare kind: string
  declare body: string | null
  /** what it says in the language of the staff, where that is another */
  declare gist: string | null
  declare content: unknown
  declare happenedAt: Date
  declare removedAt: Date | null
  declare editedAt: Date | null
}
