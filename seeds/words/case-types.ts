import type { CaseConcern } from '../../api/cases/schema.ts'
import type { SlotWords } from '../../api/tenants/schema.ts'

/** Japanese names of the case types; English and Thai ones come with the taxonomy. */
export const caseTypesInJapanese: Record<string, string> = {
  // Meelike
  topup_not_credited: 'チャージが反映されない',
  topup_wrong_amount: 'チャージ金額の相違',
  balance_deducted_wrong: '残高の引き落とし誤り',
  refund_not_received: '返金が未着',
  order_not_started: '注文が開始されない',
  order_stuck_partial: '注文が途中で停止',
  followers_dropped: '納品後の減少・補充依頼',
  wrong_delivery: '納品内容の相違・品質不良',
  order_edit_cancel: '注文の変更・キャンセル依頼',
  account_access_problem: 'ログイン不可・アカウントの安全',
  site_or_api_error: 'サイト・APIの不具合',
  // Prime
  tee_time_not_honoured: '予約したスタート時間でプレーできない',
  transfer_no_show: '送迎が来ない・遅れている',
  safety_incident: '事故・けが・安全に関わる事態',
  confirmation_error: '予約確認内容の誤り',
  booking_change_or_cancel: '予約の変更・キャンセル',
  venue_overcharge: '施設での過剰請求',
  invoice_error: '請求書・明細の誤り',
  entitlement_balance_error: '利用枠・ポイント残数の誤り',
  card_or_app_problem: '会員証・アプリの不具合',
  venue_service_complaint: '施設のサービス・状態への苦情',
  member_roster_change: '法人会員の追加・変更・削除',
  lost_property: '忘れ物・紛失物',
  // V School
  food_safety_incident: 'アレルギー・体調不良・けが',
  payment_not_verified: '入金済みで席が未確定',
  wallet_topup_missing: 'ウォレットのチャージ未反映',
  course_credit_wrong: 'クレジット・ポイント・クーポンの誤り',
  reschedule_request: '受講日の変更依頼',
  cancel_refund_request: 'キャンセル・返金の依頼',
  class_changed_by_school: '当校都合による日程変更・休講',
  class_quality_complaint: '授業・講師・食材への苦情',
  certificate_issue: '修了証の未着・記載誤り',
  store_order_problem: 'ストア注文の遅延・誤り・破損',
  account_login_problem: 'ログイン不可・会員情報の誤り',
  tax_invoice_issue: '税務請求書・領収書',
  // AsiaTravelPlan and Chapter2
  hotel_problem: 'ホテルの予約・客室の不備',
  flight_disruption: 'フライトの遅延・欠航・乗り遅れ',
  travel_document_error: 'バウチャー・旅程・氏名の誤り',
  payment_problem: '決済の失敗・入金未確認',
  overcharge_or_invoice_error: '過剰請求・請求書の誤り',
  quote_overdue: 'お見積り・ご返信の遅れ',
  booking_change_request: '予約内容の変更依頼',
  guide_or_tour_complaint: 'ガイド・ツアー内容への苦情',
  lost_item: '忘れ物・紛失物',
}

/** What staff need beside the order number, by case type. A critical one is opened first and asked about after. */
export const alsoNeeded: Record<string, string[]> = {
  topup_not_credited: ['amount'],
  topup_wrong_amount: ['amount'],
  balance_deducted_wrong: ['amount'],
  wallet_topup_missing: ['amount'],
  booking_change_or_cancel: ['date'],
  booking_change_request: ['date'],
  reschedule_request: ['date'],
  venue_overcharge: ['amount'],
  overcharge_or_invoice_error: ['amount'],
  transfer_no_show: ['phone'],
  safety_incident: ['phone'],
  food_safety_incident: ['phone'],
  member_roster_change: ['name'],
  certificate_issue: ['name'],
}

const moneyPaid: SlotWords[string] = { label: { th: 'จำนวนเงิน', en: 'Amount', ja: '金額' } }
const userName: SlotWords[string] = { label: { th: 'ยูสเซอร์', en: 'User name', ja: 'ユーザー名' } }

/** What of a case is called by another name: an amount that is money, and a name that is that of an account. */
export const slotWordsOf = (tenant: string, key: string): SlotWords => ({
  ...((alsoNeeded[key]?.includes('amount') || concernsOf[key]?.includes('money')) && { amount: moneyPaid }),
  ...(tenant === 'meelike' && { name: userName }),
})

/** What the desk's rules may know of each. */
export const concernsOf: Record<string, CaseConcern[]> = {
  // Meelike
  topup_not_credited: ['money'],
  topup_wrong_amount: ['money'],
  balance_deducted_wrong: ['account', 'money'],
  refund_not_received: ['money'],
  order_edit_cancel: ['change', 'cancellation', 'quantity'],
  account_access_problem: ['account'],
  site_or_api_error: ['account'],
  // Prime
  tee_time_not_honoured: ['on_the_spot', 'place', 'party'],
  transfer_no_show: ['on_the_spot', 'place'],
  safety_incident: ['on_the_spot'],
  confirmation_error: ['upcoming', 'document', 'party'],
  booking_change_or_cancel: ['change', 'cancellation'],
  venue_overcharge: ['place', 'money'],
  invoice_error: ['document', 'money'],
  entitlement_balance_error: ['account', 'money'],
  card_or_app_problem: ['account'],
  venue_service_complaint: ['place'],
  member_roster_change: ['upcoming'],
  // V School
  food_safety_incident: ['on_the_spot', 'health'],
  payment_not_verified: ['money'],
  wallet_topup_missing: ['money'],
  reschedule_request: ['change'],
  cancel_refund_request: ['cancellation', 'money'],
  class_changed_by_school: ['upcoming'],
  certificate_issue: ['document'],
  account_login_problem: ['account'],
  tax_invoice_issue: ['document', 'money'],
  // AsiaTravelPlan and Chapter2
  hotel_problem: ['place'],
  flight_disruption: ['flight'],
  travel_document_error: ['upcoming', 'document'],
  payment_problem: ['money'],
  overcharge_or_invoice_error: ['document', 'money'],
  booking_change_request: ['change'],
}
