import { z } from 'zod'
import { Tag } from '../http/changed-meanwhile.ts'
import { languages, OwnQuietHours, TenantSettings } from '../tenants/schema.ts'
import { written } from '../written.ts'

const audiences = ['customer', 'staff'] as const
export type Audience = (typeof audiences)[number]
/** Where people are written to; each may have words of its own. */
const templateChannels = ['line', 'whatsapp'] as const
export type TemplateChannel = (typeof templateChannels)[number]

const ofCase = ['case_id', 'order_id', 'status', 'eta', 'type', 'customer', 'username', 'amount', 'owner'] as const
const ofCaseForStaff = [...ofCase, 'severity', 'provider', 'elapsed_time', 'time_left'] as const
const ofBooking = ['booking_id', 'status', 'eta', 'item', 'date', 'time', 'people', 'customer', 'amount'] as const

/** What a text may say of each kind of thing. Customers never read who fulfils for us, nor our clocks. */
const variables = {
  case: { customer: [...ofCase, 'link'], staff: ofCaseForStaff, required: ['case_id'] },
  booking: { customer: [...ofBooking, 'reason'], staff: [...ofBooking, 'owner', 'reason'], required: ['booking_id'] },
  offer: {
    customer: [...ofBooking, 'offer'],
    staff: [...ofBooking, 'owner', 'offer'],
    required: ['booking_id', 'offer'],
  },
  reminder: { customer: ofBooking, staff: ofBooking, required: ['booking_id', 'date'] },
  conversation: { customer: [], staff: ['customer'], required: [] },
  digest: { customer: [], staff: ['count'], required: ['count'] },
  failure: { customer: [], staff: ['count', 'reason'], required: ['reason'] },
  article: { customer: [], staff: ['title'], required: ['title'] },
  quota: { customer: [], staff: ['channel', 'used', 'most', 'percent'], required: ['used'] },
} as const satisfies Record<string, Record<Audience | 'required', readonly string[]>>

/** Urgent news of a critical case is never put off; the rest can wait. */
const news = (about: keyof typeof variables, to: readonly Audience[], urgent = false) => ({ about, to, urgent })

/** Everything people are told of, and who is. */
export const newsEvents = {
  'case.opened': news('case', ['customer', 'staff'], true),
  'case.found': news('case', ['customer'], true),
  'case.reported_again': news('case', ['staff'], true),
  'case.detail_added': news('case', ['staff'], true),
  'case.claimed': news('case', ['customer', 'staff']),
  'case.moved': news('case', ['staff']),
  'case.sla_warning': news('case', ['staff'], true),
  'case.sla_breach': news('case', ['staff'], true),
  'case.provider_silent': news('case', ['staff'], true),
  'case.payment_moved': news('case', ['staff'], true),
  'case.became_critical': news('case', ['staff'], true),
  'case.risk_suggested': news('case', ['staff'], true),
  'case.escalated': news('case', ['staff'], true),
  'case.severity_changed': news('case', ['staff']),
  'case.retyped': news('case', ['staff']),
  'case.resolved': news('case', ['customer', 'staff']),
  'case.closed': news('case', ['staff']),
  'case.reopened': news('case', ['customer', 'staff'], true),
  'case.withdrawn': news('case', ['staff']),
  'case.kept': news('case', ['staff'], true),
  'booking.requested': news('booking', ['customer', 'staff']),
  'booking.confirmed': news('booking', ['customer', 'staff']),
  'booking.declined': news('booking', ['customer', 'staff']),
  'booking.cancelled': news('booking', ['customer', 'staff']),
  'booking.detail_added': news('booking', ['staff']),
  'booking.moved_by_customer': news('booking', ['staff']),
  'booking.cancel_asked': news('booking', ['staff']),
  'booking.kept': news('booking', ['staff']),
  'booking.proposed': news('offer', ['customer', 'staff']),
  'booking.moved': news('booking', ['staff']),
  'booking.taken': news('booking', ['staff']),
  'booking.offer_accepted': news('booking', ['staff']),
  'booking.offer_declined': news('booking', ['staff']),
  'booking.offer_lapsed': news('booking', ['staff']),
  'booking.sla_breach': news('booking', ['staff']),
  'booking.hold_expired': news('booking', ['staff']),
  'booking.reminder': news('reminder', ['customer']),
  'conversation.handed_over': news('conversation', ['customer', 'staff']),
  'conversation.handed_back': news('conversation', ['customer', 'staff']),
  'conversation.risk_suggested': news('conversation', ['staff'], true),
  'conversation.said': news('conversation', ['staff']),
  'conversation.praised': news('conversation', ['staff']),
  'conversation.voice_unheard': news('conversation', ['staff']),
  'conversation.window_closing': news('conversation', ['staff'], true),
  'conversation.answer_waits': news('conversation', ['staff']),
  'conversation.answer_left': news('conversation', ['staff']),
  digest: news('digest', ['staff']),
  'message.failed': news('failure', ['staff']),
  'quota.near': news('quota', ['staff']),
  'knowledge.drafted': news('article', ['staff']),
} as const
export type NewsEvent = keyof typeof newsEvents
export const newsEventNames = Object.keys(newsEvents) as [NewsEvent, ...NewsEvent[]]

export const isNewsEvent = (it: string): it is NewsEvent => Object.hasOwn(newsEvents, it)

/** The variables a text of this event may use, and those it must. */
export function variablesOf(event: NewsEvent, audience: Audience): { may: readonly string[]; must: readonly string[] } {
  const known = variables[newsEvents[event].about]
  return { may: known[audience], must: known.required }
}

/** Whether news may not be put off. For a customer it is their own case that counts, whatever happened to it; what nobody has thought of leaves. */
export const isCritical = (it: { event: string; audience: Audience; severity: string | undefined }): boolean =>
  it.severity === 'critical' && (it.audience === 'customer' || !isNewsEvent(it.event) || newsEvents[it.event].urgent)

const Language = z.enum(languages)

export const TemplateKey = z.object({
  event: z.enum(newsEventNames),
  audience: z.enum(audiences),
  channel: z.enum(templateChannels).default('line'),
  language: Language,
})
export const TemplateInput = TemplateKey.extend({
  text: written(1_000).meta({ description: 'With variables such as `{{case_id}}`' }),
})
export type TemplateInput = z.infer<typeof TemplateInput>

export const TemplateView = TemplateInput.extend({
  id: z.uuid(),
  updatedAt: z.iso.datetime(),
  etag: Tag,
}).meta({
  id: 'NotificationTemplate',
})
export type TemplateView = z.infer<typeof TemplateView>

/** One thing people are told of, what its text may say, and the tenant's own texts for it. */
export const NewsView = z
  .object({
    event: z.enum(newsEventNames),
    audience: z.enum(audiences),
    variables: z.array(z.object({ name: z.string(), required: z.boolean() })),
    own: z.array(TemplateView).meta({ description: 'Where there is none, the built-in words are said' }),
  })
  .meta({ id: 'NotificationEvent' })
export type NewsView = z.infer<typeof NewsView>

/** On or off for what is named; what is left out stands for all. The rule that names the most decides. */
export const RuleInput = z.object({
  event: z.enum(newsEventNames).nullable().default(null),
  audience: z.enum(audiences).nullable().default(null),
  channelId: z.uuid().nullable().default(null),
  caseTypeId: z.uuid().nullable().default(null),
  conversationId: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: 'A staff group, or the chat of a linked member of staff, who is then told too' }),
  enabled: z.boolean(),
})
export type RuleInput = z.infer<typeof RuleInput>
export const RuleView = RuleInput.extend({ id: z.uuid(), etag: Tag }).meta({ id: 'NotificationRule' })
export type RuleView = z.infer<typeof RuleView>

export const QuietHoursInput = z.object({
  quietHours: OwnQuietHours.meta({ description: '`off` = never quiet; null = as the tenant has it' }),
})

const settings = TenantSettings.shape
export const NotificationSettings = z
  .object({
    quietHours: settings.quietHours.unwrap(),
    gatherMs: settings.gatherMs.unwrap(),
    groupPushesPerHour: settings.groupPushesPerHour.unwrap(),
    reminderHours: settings.reminderHours.unwrap(),
  })
  .meta({ id: 'NotificationSettings' })
export type NotificationSettings = z.infer<typeof NotificationSettings>

/** What a LINE account may still push this month; LINE's own figures, as of `checkedAt`. */
export const QuotaView = z
  .object({
    channelId: z.uuid(),
    month: z.string(),
    most: z.int().nullable().meta({ description: 'null = no limit, or not asked yet' }),
    used: z.int(),
    left: z.int().nullable(),
    forecast: z.int().meta({ description: 'Used by the end of the month, if it goes on like this' }),
    spent: z.boolean(),
    savedByReplies: z.int().meta({ description: 'Recipients that free replies reached' }),
    savedByGathering: z.int().meta({ description: 'Messages that went along with another' }),
    waiting: z.int().meta({ description: 'News that waits for a free reply or the next month' }),
    checkedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ChannelQuota' })
export type QuotaView = z.infer<typeof QuotaView>
