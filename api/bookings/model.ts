import { DeskModel } from '../db/base-model.ts'
import type { Language, SlotWords } from '../tenants/schema.ts'
import type { CancelRule } from './cancel-terms.ts'
import type { BookingStage, Proposal } from './schema.ts'

export class Booking extends DeskModel {
  static override tableName = 'bookings'
  static override get jsonAttributes() {
    return ['slots', 'proposal']
  }
  declare reference: string
  declare bookingKindId: string
  declare stage: BookingStage
  declare contactId: string | null
  declare conversationId: string | null
  declare ownerId: string | null
  declare itemId: string | null
  declare slotId: string | null
  declare seats: number | null
  declare seatsState: 'none' | 'held' | 'booked' | 'released'
  declare holdExpiresAt: Date | null
  declare source: string
  declare language: Language
  declare slots: Record<string, string | number>
  declare valueMinor: number | null
  declare currency: string | null
  declare requestedAt: Date
  declare stageSince: Date
  declare slaDueAt: Date | null
  declare slaBreachedAt: Date | null
  /** when staff first answered the customer otherwise than by confirming: the promise is kept */
  declare answeredAt: Date | null
  /** another time that staff offered and the customer has not answered */
  declare proposal: Proposal | null
  /** the customer wants it cancelled when they may not any more by themselves */
  declare cancelAskedAt: Date | null
  declare endedWhy: string | null
  declare chainHead: Buffer | null
  declare chainCount: number
  declare createdAt: Date
  declare updatedAt: Date
}

export class BookingKind extends DeskModel {
  static override tableName = 'booking_kinds'
  static override get jsonAttributes() {
    return ['names', 'slotWords', 'cancelRule']
  }
  declare key: string
  declare names: Record<string, string>
  declare requiredSlots: string[]
  declare optionalSlots: string[]
  declare slotWords: SlotWords
  declare itemTypes: string[]
  declare slaMinutes: number
  declare cancelRule: CancelRule | null
  declare active: boolean
}
