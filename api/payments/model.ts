import { DeskModel } from '../db/base-model.ts'
import type { PaymentState } from './schema.ts'

export class Payment extends DeskModel {
  static override tableName = 'payments'
  /** the shop's own name for it */
  declare paymentId: string
  declare state: PaymentState
  /** since when, by the shop's clock */
  declare since: Date
  declare orderId: string | null
  /** as the customer was asked for it; only shown */
  declare amount: string | null
  declare currency: string | null
  declare contactId: string | null
  declare caseId: string | null
  declare createdAt: Date
  declare updatedAt: Date
}
