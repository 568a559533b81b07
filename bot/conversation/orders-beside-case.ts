import { activeBookingKinds } from '../../api/bookings/queries/booking-kinds.ts'
import type { Understanding } from '../../api/triage/understanding.ts'
import { beginBooking } from '../dialogues/begin-booking.ts'
import { plainSlots } from './corrections.ts'
import type { Answer, CustomerTurn } from './customer-turn.ts'
import { looksAsked } from './words/set-words.ts'
import { wentWrong } from './words/wishes-only.ts'

/**
 * 'All right, then 600 likes for this link', from somebody whose case is open: how many of what is on sale here is an order, whatever a colleague
 * wrote before it, and nothing that is told of the case. What is to be made good is no order.
 */
export async function ordersBesideCase(turn: CustomerTurn, it: Understanding): Promise<Answer | undefined> {
  const { ctx, said, state } = turn
  if (!state.about?.caseId || it.severity === 'critical' || it.slots.order_id || it.slots.reference) return undefined
  if (!ORDERS.test(said) || MADE_GOOD.test(said) || wentWrong(said)) return undefined
  if (looksAsked(said) && !MAY_ORDER.test(said)) return undefined
  const order = (await activeBookingKinds(ctx)).find(
    (one) => one.requiredSlots.includes('item') && one.requiredSlots.includes('amount'),
  )
  const told = order && plainSlots(turn.slotsFor(said, order.key))
  if (!order || told?.['item'] === undefined || told['amount'] === undefined) return undefined
  return beginBooking(turn, order.key, told)
}
const ORDERS =
  /เอา|สั่ง|ขอ|อยากได้|จัด|\b(?:order|want|get|take|need|do|give|buy|i'll have)\b|お願い|欲しい|ほしい|注文|頼み|要|买|買|下单/i
/** 'Can I order 5,000 views meanwhile?' asks as an order does. */
const MAY_ORDER =
  /(?:สั่ง|เอา|จัด|ขอ|ซื้อ).*ได้(?:ไหม|มั้ย|มั๊ย|ป่าว|หรือเปล่า|รึเปล่า)|\b(?:can|could|may) (?:i|we) (?:also |still |just )?(?:order|get|have|buy|take|add)\b|(?:注文|追加|購入)(?:でき|可能)/i
const MADE_GOOD =
  /รีฟิล|เติมให้|คืน|ชดเชย|แก้|ยกเลิก|\b(?:refill|refund|back|missing|redo|replace|cancel|change|instead)\b|補充|返金|変更|キャンセル|补|補|退/i
