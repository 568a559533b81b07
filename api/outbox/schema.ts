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
  /** https address of a small JPEG or PNG, shown above everything */
  picture: z.string().optional(),
  badge: z.object({ text: z.string(), tone: z.enum(['critical', 'warning', 'calm', 'good']) }).optional(),
  facts: z.array(Fact).default([]),
  body: z.string().optional(),
  acts: z.array(Act).default([]),
  /** the acts are choices among equals: none is the main one */
  choices: z.boolean().optional(),
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
    /** the days to put forward are among its acts already */
    daysInActs: z.literal(true).optional(),
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
    audience: z.enum(['customer', 'staff', 'partner', 'group']),
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
  /** which taking-up this is: a try that was overtaken has nothing to say any more */
  leaseNo: number
  /** news that is not critical, and what staff write: put off rather than lost when the month's quota is spent */
  mayWait: boolean
}

/** Why a message waits: for more to go with it, for quiet hours to end, for the hour's list, for a free reply or the next month. */
export const holds = ['gather', 'quiet', 'digest', 'quota'] as const
export type Hold = (typeof holds)[number]

/** How a try ended, as a value. */
export type Outcome =
  /** `why`: what of it did not go as it was meant */
  | {
      state: 'sent'
      sentAs: 'reply' | 'push'
      recipients: number
      requestId?: string
      messageIds?: string[]
      why?: string
    }
  | { state: 'again'; afterMs: number; why: string; sentAs?: 'reply' | 'push'; requestId?: string }
  /** `found`: that the quota is spent was not known before this try */
  | { state: 'held'; until: Date; why: string; found?: true }
  | { state: 'unknown' | 'dead'; why: string; sentAs?: 'reply' | 'push'; requestId?: string; unreachable?: Unreachable }

/** Why this person cannot be told there, so that somebody tells them in another way. */
export type Unreachable = 'window' | 'opted_out' | 'identity' | 'not_today' | 'permanent'

export const parcelStates = ['ready', 'sending', 'sent', 'again', 'unknown', 'dead', 'joined'] as const

/** Why a message failed, as people can act on it. */
const failureReasons = [
  'quota',
  'too_fast',
  'not_reachable',
  'credentials',
  'refused',
  'no_answer',
  'not_connected',
  'bug',
  'nobody_knows',
  'window',
  'opted_out',
  'no_such_person',
  'not_today',
] as const
export type FailureReason = (typeof failureReasons)[number]

const troubles: [RegExp, FailureReason][] = [
  [/monthly limit/i, 'quota'],
  [/^429/, 'too_fast'],
  [/^40[13]\b/, 'credentials'],
  // what LINE says of a group the bot has left and of an id that never wrote to it
  [/^400 Failed to send messages/i, 'not_reachable'],
  [/^the (?:bot|group) |^no place for/, 'not_reachable'],
  // Twilio's own codes
  [/\b(?:63017|63018|63038|20429|30001)\b/, 'too_fast'],
  [/\b(?:20003|63007|63020)\b/, 'credentials'],
  [/\b(?:63012|63019)\b/, 'no_answer'],
  [/^4\d\d\b/, 'refused'],
  [/channel is not connected/, 'not_connected'],
  [/^a bug on our side/, 'bug'],
]

const reasonsOfUnreachable: Record<Exclude<Unreachable, 'permanent'>, FailureReason> = {
  window: 'window',
  opted_out: 'opted_out',
  identity: 'no_such_person',
  not_today: 'not_today',
}

type Failed = { state: string; trouble: string | null; unreachable?: Unreachable | null }

/** The platform's trouble in a word; what it said itself is kept beside. What is known of the person goes before the platform's words. */
export function reasonOf({ state, trouble, unreachable }: Failed): FailureReason {
  if (state === 'unknown') return 'nobody_knows'
  if (unreachable && unreachable !== 'permanent') return reasonsOfUnreachable[unreachable]
  const said = troubles.find(([pattern]) => pattern.test(trouble ?? ''))?.[1]
  return said ?? (unreachable ? 'refused' : 'no_answer')
}

export const failureWords: Record<FailureReason, Record<'th' | 'en' | 'ja', string>> = {
  quota: {
    th: 'โควตาข้อความของเดือนนี้หมดแล้ว',
    en: 'This month’s message quota is used up',
    ja: '今月の配信数の上限に達しました',
  },
  too_fast: {
    th: 'ส่งถี่เกินกว่าที่แพลตฟอร์มรับได้',
    en: 'Too many messages at once for the platform',
    ja: '短時間の送信が多すぎました',
  },
  not_reachable: {
    th: 'ส่งถึงแชตนี้ไม่ได้ บอตอาจไม่อยู่ในกลุ่มแล้ว',
    en: 'This chat cannot be reached; the bot may have left it',
    ja: 'このトークには届きません。ボットが退出した可能性があります',
  },
  credentials: {
    th: 'โทเคนของช่องทางนี้ใช้ไม่ได้ ขอให้แอดมินเชื่อมต่อใหม่',
    en: 'The channel’s token was refused; an admin has to connect it again',
    ja: 'チャネルのトークンが無効です。管理者が接続し直してください',
  },
  refused: {
    th: 'แพลตฟอร์มไม่รับข้อความนี้',
    en: 'The platform did not accept this message',
    ja: 'プラットフォームがこのメッセージを受け付けませんでした',
  },
  no_answer: {
    th: 'ติดต่อแพลตฟอร์มไม่ได้ ลองหลายครั้งแล้ว',
    en: 'The platform could not be reached, after several tries',
    ja: '何度か試しましたが、プラットフォームに接続できませんでした',
  },
  not_connected: {
    th: 'ช่องทางนี้ไม่ได้เชื่อมต่ออยู่',
    en: 'The channel is not connected',
    ja: 'チャネルが接続されていません',
  },
  bug: {
    th: 'ระบบของเราขัดข้อง',
    en: 'Something broke on our side',
    ja: 'こちらのシステムの不具合です',
  },
  nobody_knows: {
    th: 'ไม่ทราบว่าถึงหรือไม่ แพลตฟอร์มไม่ได้ยืนยัน',
    en: 'It may or may not have arrived; the platform did not say',
    ja: '届いたかどうか確認できませんでした',
  },
  window: {
    th: 'ลูกค้าไม่ได้ทักมาเกิน 24 ชั่วโมง และตอนนั้นไม่มีเทมเพลตที่อนุมัติสำหรับเรื่องนี้',
    en: 'The customer had not written for 24 hours, and no approved template could take this news',
    ja: 'お客様の最後のメッセージから24時間が過ぎており、送れる承認済みテンプレートがありませんでした',
  },
  opted_out: {
    th: 'ลูกค้าขอไม่รับข้อความ หรือบล็อกเราไว้',
    en: 'The customer wants no messages from us, or has blocked us',
    ja: 'お客様が配信を停止されているか、ブロックされています',
  },
  no_such_person: {
    th: 'เบอร์นี้ไม่มีใครใช้ WhatsApp',
    en: 'Nobody can be reached on WhatsApp under this number',
    ja: 'この番号ではWhatsAppに届きません',
  },
  not_today: {
    th: 'วันนี้ WhatsApp ไม่ให้ส่งถึงลูกค้าคนนี้เพิ่มแล้ว',
    en: 'WhatsApp lets this customer get no more messages today',
    ja: 'WhatsAppの制限により、本日はこのお客様にこれ以上送れません',
  },
}

/** How far a message got, as far as anybody can know. */
export const deliveries = ['queued', 'accepted', 'seen', 'failed'] as const

/** What left, or should have: how it went and what it cost, without its words. */
export const ParcelView = z
  .object({
    id: z.uuid(),
    event: z.string(),
    state: z.enum(parcelStates),
    meaning: z.string(),
    delivery: z.enum(deliveries).meta({
      description:
        '`accepted` by the platform is not read; `seen` when a button of the chat was tapped or its link opened since',
    }),
    trouble: z.string().nullable().meta({ description: 'In the platform’s own words' }),
    reason: z
      .object({ code: z.enum(failureReasons), words: z.object({ th: z.string(), en: z.string(), ja: z.string() }) })
      .nullable()
      .meta({ description: 'Why it failed, for people' }),
    sentAs: z.enum(['reply', 'push']).nullable(),
    cost: z.enum(['free', 'paid']).nullable(),
    recipients: z.int().nullable(),
    attempts: z.int(),
    waitsFor: z.enum(holds).nullable().meta({ description: 'Why it has not left yet on purpose' }),
    waitsUntil: z.iso.datetime().nullable(),
    joinedTo: z.uuid().nullable().meta({ description: 'The message it went along with' }),
    channelId: z.uuid(),
    conversationId: z.uuid(),
    caseId: z.uuid().nullable(),
    bookingId: z.uuid().nullable(),
    resentAs: z.uuid().nullable(),
    arrival: z
      .enum(['sent', 'delivered', 'read', 'failed'])
      .nullable()
      .meta({ description: 'What the platform says became of it; LINE says nothing' }),
    deliveredAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    settledAt: z.iso.datetime().nullable(),
    seenAt: z.iso.datetime().nullable(),
    can: z.array(z.enum(['resend'])),
  })
  .meta({ id: 'Parcel' })
export type ParcelView = z.infer<typeof ParcelView>
