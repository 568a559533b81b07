import { z } from 'zod'

/** What happens on a tap: a signed action for the desk, words the person says, or a page that opens. */
const Act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('tap'), label: z.string(), data: z.string() }),
  z.object({ do: z.literal('say'), label: z.string(), text: z.string() }),
  z.object({ do: z.literal('open'), label: z.string(), url: z.string() }),
])
export type Act = z.infer<typeof Act>

const Fact = z.object({ label: z.string(), value: z.string() })

const Card = z.object({
  type: z.literal('card'),
  title: z.string(),
  subtitle: z.string().optional(),
  badge: z.object({ text: z.string(), tone: z.enum(['critical', 'warning', 'calm', 'good']) }).optional(),
  facts: z.array(Fact).default([]),
  body: z.string().optional(),
  acts: z.array(Act).default([]),
})

/** The channel-neutral messages: stored so, rendered when sent. */
export const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), acts: z.array(Act).optional() }),
  Card,
  z.object({ type: z.literal('list'), text: z.string(), cards: z.array(Card), acts: z.array(Act).optional() }),
  z.object({
    type: z.literal('date'),
    text: z.string(),
    label: z.string(),
    data: z.string(),
    min: z.iso.date().optional(),
    max: z.iso.date().optional(),
    initial: z.iso.date().optional(),
    acts: z.array(Act).optional(),
  }),
  z.object({
    type: z.literal('form'),
    text: z.string(),
    label: z.string(),
    url: z.string(),
    acts: z.array(Act).optional(),
  }),
  z.object({ type: z.literal('image'), url: z.string(), preview: z.string().optional() }),
  // Worded at delivery, from what is true then, in the reader's language: the row holds ids and facts only.
  z.object({
    type: z.literal('notice'),
    event: z.string(),
    audience: z.enum(['customer', 'staff']),
    caseId: z.uuid().optional(),
    bookingId: z.uuid().optional(),
    conversationId: z.uuid().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  }),
])
export type Message = z.infer<typeof Message>
export type Card = z.infer<typeof Card>
export type Notice = Extract<Message, { type: 'notice' }>
/** What can be rendered: a notice has become words by then. */
export type Worded = Exclude<Message, Notice>

/** A row on its way: what the deliverer gets. */
export type Parcel = {
  id: string
  tenantId: string
  channelId: string
  conversationId: string
  event: string
  caseId: string | null
  bookingId: string | null
  messages: Message[]
  language: 'th' | 'en' | 'ja'
  replyToken: string | null
  replyTokenAt: Date | null
  /** the rendered request body of the first try: a retry key demands the same bytes */
  body: Buffer | null
  retryKey: string
  sentAs: 'reply' | 'push' | null
  attempts: number
}

/** How a try ended, as a value. */
export type Outcome =
  | { state: 'sent'; sentAs: 'reply' | 'push'; recipients: number; requestId?: string }
  | { state: 'again'; afterMs: number; why: string; sentAs?: 'reply' | 'push'; requestId?: string }
  | { state: 'unknown' | 'dead'; why: string; sentAs?: 'reply' | 'push'; requestId?: string; unreachable?: Unreachable }

/** Why this person cannot be told there, so that somebody tells them in another way. */
export type Unreachable = 'window' | 'opted_out' | 'identity' | 'not_today' | 'permanent'

export const parcelStates = ['ready', 'sending', 'sent', 'again', 'unknown', 'dead'] as const

/** What left, or should have: how it went and what it cost, without its words. */
export const ParcelView = z
  .object({
    id: z.uuid(),
    event: z.string(),
    state: z.enum(parcelStates),
    meaning: z.string(),
    trouble: z.string().nullable(),
    sentAs: z.enum(['reply', 'push']).nullable(),
    cost: z.enum(['free', 'paid']).nullable(),
    recipients: z.int().nullable(),
    attempts: z.int(),
    channelId: z.uuid(),
    conversationId: z.uuid(),
    caseId: z.uuid().nullable(),
    bookingId: z.uuid().nullable(),
    resentAs: z.uuid().nullable(),
    delivery: z
      .enum(['sent', 'delivered', 'read', 'failed'])
      .nullable()
      .meta({ description: 'What the platform says became of it; LINE says nothing' }),
    deliveredAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    settledAt: z.iso.datetime().nullable(),
    can: z.array(z.enum(['resend'])),
  })
  .meta({ id: 'Parcel' })
export type ParcelView = z.infer<typeof ParcelView>
