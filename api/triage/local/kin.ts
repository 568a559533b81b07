/**
 * Labels of the shared lessons that are about the same under different names, business by business. It is data of the lessons, as their labels are: of a
 * tenant's keys nothing is read but whether they are one of these.
 */
export const KINDRED: readonly (readonly string[])[] = [
  ['food_safety_incident', 'safety_incident'],
  ['payment_not_verified', 'payment_problem'],
  ['overcharge_or_invoice_error', 'venue_overcharge'],
  ['invoice_error', 'overcharge_or_invoice_error', 'tax_invoice_issue'],
  ['booking_change_or_cancel', 'booking_change_request', 'member_roster_change'],
  ['booking_change_or_cancel', 'cancel_refund_request', 'order_edit_cancel'],
  ['cancel_refund_request', 'refund_not_received'],
  ['class_quality_complaint', 'guide_or_tour_complaint', 'venue_service_complaint'],
  ['lost_item', 'lost_property'],
  ['topup_not_credited', 'topup_wrong_amount', 'wallet_topup_missing'],
  ['balance_deducted_wrong', 'entitlement_balance_error'],
  ['account_access_problem', 'account_login_problem'],
  ['chauffeur_transfer', 'transfer_only'],
]

/** Our label that lessons of another business are about, too (`lost_item` for `lost_property`), where it is only one. */
export const kinOf = (label: string, ours: readonly string[]): string | undefined => {
  const kindred = new Set(KINDRED.filter((it) => it.includes(label)).flat())
  const kin = ours.filter((it) => kindred.has(it))
  return kin.length === 1 ? kin[0] : undefined
}
