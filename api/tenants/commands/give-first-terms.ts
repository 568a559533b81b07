import { putBookingKind } from '../../bookings/commands/put-booking-kind.ts'
import { putCaseType } from '../../cases/commands/put-case-type.ts'
import { putRootCause } from '../../cases/commands/put-root-cause.ts'
import type { Ctx } from '../../context.ts'

/** What a new business starts with, so that its desk works from the first message: one kind of trouble, one kind of wish, one cause. */
export async function giveFirstTerms(ctx: Ctx): Promise<void> {
  await putCaseType(ctx, {
    key: 'problem',
    names: { th: 'แจ้งปัญหา', en: 'Problem', ja: 'お困りごと' },
    category: 'general',
    severity: 'normal',
    slaMinutes: 240,
    slaClock: 'business',
    stopsForCustomer: true,
    requiredSlots: [],
    requireProvider: false,
  })
  await putBookingKind(ctx, {
    key: 'request',
    names: { th: 'จองหรือสั่งซื้อ', en: 'Booking or order', ja: 'ご予約・ご注文' },
    requiredSlots: ['wish', 'date'],
    optionalSlots: ['time', 'party_size', 'amount', 'name', 'phone'],
    itemTypes: [],
    slaMinutes: 240,
    slotWords: {
      wish: {
        label: { th: 'รายการ', en: 'Request', ja: 'ご希望' },
        question: {
          th: 'อยากจองหรือสั่งอะไรดีคะ',
          en: 'What would you like to book or order?',
          ja: '何をご希望でしょうか。',
        },
      },
    },
  })
  await putRootCause(ctx, { key: 'other', names: { th: 'อื่น ๆ', en: 'Other', ja: 'その他' }, position: 1 })
}
