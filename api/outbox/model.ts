import { DeskModel } from '../db/base-model.ts'
import type { Hold, Message, Unreachable } from './schema.ts'

export class OutboxRow extends DeskModel {
  static override tableName = 'outbox'
  static override get jsonAttributes() {
    return ['messages']
  }
  declare channelId: string
  declare conversationId: string
  declare event: string
  declare caseId: string | null
  declare bookingId: string | null
  declare messages: Message[]
  declare language: 'th' | 'en' | 'ja'
  declare state: 'ready' | 'sending' | 'sent' | 'again' | 'unknown' | 'dead' | 'joined'
  declare sentAs: 'reply' | 'push' | null
  declare cost: 'free' | 'paid' | null
  declare recipients: number | null
  declare attempts: number
  declare unreachable: Unreachable | null
  declare trouble: string | null
  declare requestId: string | null
  declare nextAt: Date | null
  declare hold: Hold | null
  declare joinedTo: string | null
  declare seenAt: Date | null
  declare toldAt: Date | null
  declare resentAs: string | null
  declare delivery: 'sent' | 'delivered' | 'read' | 'failed' | null
  declare deliveredAt: Date | null
  declare createdAt: Date
  declare settledAt: Date | null
}
