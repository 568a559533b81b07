import type { RefusalCode } from '../errors.ts'

type Words = { title: string; detail: (facts: Record<string, unknown>) => string }
const word = (it: unknown, otherwise: string): string => (typeof it === 'string' ? it : otherwise)
const says = (title: string, detail: string): Words => ({ title, detail: () => detail })

/** Each "no" as a developer reads it: what it was, and the way out. People in chat and on pages get their own words. */
export const refusalWords = {
  not_found: says(
    'Not found',
    'There is nothing with this id or reference here, or you may not see it. Check it against a list.',
  ),
  not_allowed: says(
    'Not allowed',
    'Your role may not do this, or not in the present state. The `can` list of the thing says what you may do now; claiming needs a signed-in member of staff, an API key can assign.',
  ),
  case_already_claimed: {
    title: 'Already claimed',
    detail: ({ ownerName }) =>
      `${typeof ownerName === 'string' ? ownerName : 'Someone else'} has this case already. Ask them, or have a manager assign it to you.`,
  },
  case_move_not_allowed: {
    title: 'Move not allowed',
    detail: ({ from, to }) =>
      `A case that is ${String(from)} cannot become ${String(to)}. ${to === 'closed' ? 'Only what is resolved is closed: resolve it first, with its root cause.' : 'Claim it first if it is new; reopen it if it is resolved or closed.'}`,
  },
  case_not_open: {
    title: 'Case is not open',
    detail: ({ status }) => `This case is ${word(status, 'finished')}. Reopen it first.`,
  },
  case_not_waiting: {
    title: 'Not waiting for the provider',
    detail: ({ status }) =>
      `This case is ${word(status, 'elsewhere')}: only what waits for a provider takes its answer.`,
  },
  case_incomplete: {
    title: 'Something is missing',
    detail: ({ lacks }) => {
      const ways = { provider: 'its provider (`POST …/provider`)', order: 'its order (`POST …/orders`)' }
      const needed = Array.isArray(lacks) ? lacks.map((it) => ways[it as keyof typeof ways]).join(' and ') : 'more'
      return `A case of this type is resolved only when it is known: ${needed}. Send that first.`
    },
  },
  root_cause_needed: says(
    'Root cause needed',
    'Say why it happened: send `rootCause` with one of the tenant’s root causes.',
  ),
  root_cause_unknown: says('Unknown root cause', 'The tenant has no such root cause. Use the key of one it has.'),
  root_cause_used: says(
    'Root cause in use',
    'Cases were resolved with it, so it cannot be deleted. Give it another name or a later `position`.',
  ),
  case_type_unknown: says('Unknown case type', 'The tenant has no such active case type. Use the key of one it has.'),
  payments_not_watched: says(
    'Payments are not watched',
    'Say after how long a payment is late, and which case type it becomes: PUT /v1/payment-settings.',
  ),
  staff_unknown: says(
    'Unknown member of staff',
    'Nobody active with this id can take cases. Use the id of an agent, manager or admin.',
  ),
  staff_key_taken: says(
    'Key taken',
    'Somebody has, or had, this key: what they did stays under it. Choose another one.',
  ),
  last_admin: says(
    'The last admin',
    'Without an admin nobody could add another one. Make somebody else an admin first.',
  ),
  provider_unknown: says('Unknown provider', 'The tenant has no such provider. Use the key of one it has.'),
  order_reference_invalid: says(
    'No order number',
    'Send an order’s number as it stands in the shop: letters, digits and dashes, at most 40. A case takes at most 50.',
  ),
  nobody_to_escalate_to: says(
    'Nobody to escalate to',
    'There is no other active manager or admin, nor one named in the tenant’s `escalateTo`.',
  ),
  booking_kind_unknown: says(
    'Unknown booking kind',
    'The tenant has no such active booking kind. Use the key of one it has.',
  ),
  booking_stage_not_allowed: {
    title: 'Stage not allowed',
    detail: ({ from, to }) =>
      `A booking that is ${String(from)} cannot become ${String(to)}. Reload it and see its \`can\` list.`,
  },
  item_unknown: says(
    'Unknown item',
    'The catalogue has no such active item for this kind of booking. Take one from the catalogue.',
  ),
  booking_already_taken: says(
    'Already taken',
    'Somebody took this booking meanwhile. Reload it; it may be taken over knowingly.',
  ),
  offer_over: says('Offer is over', 'This offer was answered, replaced or withdrawn. Reload the booking.'),
  slot_full: {
    title: 'No seats left',
    detail: ({ left, seats }) =>
      `${String(seats)} seats were asked for and ${String(left)} are left. Take fewer, or another date.`,
  },
  slot_capacity_taken: {
    title: 'More is taken than that',
    detail: ({ taken }) =>
      `${String(taken)} seats of this date are held or booked. Keep at least so many; \`open: false\` sells no more of it.`,
  },
  slot_closed: says('Date not on sale', 'This date is not on sale (any more). Take another one.'),
  hold_too_large: {
    title: 'Too many seats on hold',
    detail: ({ most, held }) =>
      `Until staff confirm, one customer can have ${String(most)} seats of one departure on hold; ${String(held)} are held already. Take fewer, or ask staff.`,
  },
  seats_invalid: says('Invalid number of seats', 'Send a whole number of seats, at least 1.'),
  conversation_not_with_staff: says(
    'The bot is answering',
    'This conversation is in the bot’s hands. Take it over before you reply.',
  ),
  no_conversation: says('No conversation', 'There is no chat through which this person can be reached.'),
  link_code_wrong: says('Wrong code', 'The code is wrong, used or too old. Ask an admin for a new one.'),
  link_codes_too_many: says('Too many codes', 'Too many wrong codes were said in this chat. Try again in an hour.'),
  group_purpose_taken: says('Purpose taken', 'Another group serves this purpose already. Change that one first.'),
  group_owner_unknown: says(
    'Unknown owner',
    'The tenant has no such customer, company or provider. Take the id from its list.',
  ),
  parcel_not_resendable: {
    title: 'Cannot be sent again',
    detail: ({ state }) =>
      `Only what is dead or unknown, and was not sent again yet, can be resent; this is ${word(state, 'neither')}.`,
  },
  template_variable_unknown: {
    title: 'Unknown variable',
    detail: ({ variable, may }) =>
      `${/[{}]/.test(String(variable)) ? `The braces in \`${String(variable)}\` do not close: write {{ before and }} behind a variable.` : `\`{{${String(variable)}}}\` is not a variable of this event.`} ${Array.isArray(may) && may.length > 0 ? `Use ${may.map((it) => `{{${String(it)}}}`).join(', ')}.` : 'It has none.'}`,
  },
  template_variable_missing: {
    title: 'Variable missing',
    detail: ({ variable }) => `The text must say \`{{${String(variable)}}}\`, or nobody would know what it is about.`,
  },
  audience_unknown: {
    title: 'Nobody of that kind is told',
    detail: ({ event, to }) =>
      `${String(event)} is for ${Array.isArray(to) ? to.map(String).join(' and ') : 'nobody'} only.`,
  },
  channel_key_taken: says(
    'Key taken',
    'Another channel of this desk has this key. Choose another one, or leave it out.',
  ),
  sender_taken: {
    title: 'Already connected',
    detail: ({ channel }) =>
      typeof channel === 'string'
        ? `This account is connected as “${channel}”. Change that channel, or switch it off first.`
        : 'This account is connected to another business of this desk. Switch it off there first.',
  },
  channel_kind_wrong: {
    title: 'Not for this kind of channel',
    detail: ({ kind }) => `A ${word(kind, 'channel')} channel does not have this. Leave it out.`,
  },
  channel_not_ready: {
    title: 'Channel not ready',
    detail: ({ why }) =>
      why === 'off'
        ? 'The channel is switched off. Switch it on first.'
        : 'The channel needs its secret and token (again).',
  },
  recipient_unknown: says(
    'Unknown recipient',
    'Take a staff group of this channel, or somebody active who has linked their account on this channel.',
  ),
  article_key_taken: {
    title: 'Key taken',
    detail: ({ key }) =>
      `There is an article ${word(key, 'with this key')} already. Change that one, or choose another key.`,
  },
  article_without_answer: {
    title: 'Without an answer',
    detail: ({ language }) =>
      `What is published says something in each of its languages; ${word(language, 'one')} has no answer yet. Write it, or leave that language out.`,
  },
  model_damaged: says('Damaged model', 'Its bytes are not those that were written. Choose another one, or train anew.'),
  idempotency_key_reused: says(
    'Idempotency key reused',
    'This Idempotency-Key was used for a different request. Use a new key for a new request.',
  ),
  idempotency_in_progress: says(
    'Still in progress',
    'The first request with this Idempotency-Key is still at work. Wait a moment and send it again.',
  ),
} satisfies Record<RefusalCode, Words>
