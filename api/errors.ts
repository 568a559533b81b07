/** Every "no" the desk can say, and the HTTP status it has over the API. The words live in bot/copy, per language. */
export const refusals = {
  not_found: 404,
  not_allowed: 403,
  case_already_claimed: 409,
  case_move_not_allowed: 409,
  case_not_open: 409,
  case_not_waiting: 409,
  case_incomplete: 409,
  root_cause_needed: 422,
  root_cause_unknown: 422,
  root_cause_used: 409,
  case_type_unknown: 422,
  payments_not_watched: 409,
  staff_unknown: 422,
  staff_key_taken: 409,
  last_admin: 409,
  provider_unknown: 422,
  order_reference_invalid: 422,
  nobody_to_escalate_to: 409,
  booking_kind_unknown: 422,
  booking_stage_not_allowed: 409,
  item_unknown: 422,
  booking_already_taken: 409,
  offer_over: 409,
  slot_full: 409,
  slot_closed: 409,
  slot_capacity_taken: 409,
  hold_too_large: 409,
  seats_invalid: 422,
  conversation_not_with_staff: 409,
  no_conversation: 409,
  link_code_wrong: 403,
  link_codes_too_many: 429,
  group_purpose_taken: 409,
  group_owner_unknown: 422,
  parcel_not_resendable: 409,
  template_variable_unknown: 422,
  template_variable_missing: 422,
  audience_unknown: 422,
  channel_key_taken: 409,
  sender_taken: 409,
  channel_kind_wrong: 422,
  channel_not_ready: 409,
  recipient_unknown: 422,
  article_key_taken: 409,
  article_without_answer: 422,
  model_damaged: 409,
  idempotency_key_reused: 422,
  idempotency_in_progress: 409,
} as const

export type RefusalCode = keyof typeof refusals

/** A no with a reason: it rolls the command back and is answered kindly. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Record<string, unknown>
  /** the input it is about, when there is one */
  readonly field: string | undefined

  constructor(code: RefusalCode, facts: Record<string, unknown> = {}, field?: string) {
    super(code)
    this.code = code
    this.facts = facts
    this.field = field
  }
}
