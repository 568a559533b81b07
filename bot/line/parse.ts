import { z } from 'zod'
import type { Heard } from '../heard.ts'

/** Loose on purpose: LINE adds fields and types unannounced; what we do not know is stored and ignored. */
const Source = z.looseObject({
  type: z.string(),
  userId: z.string().optional(),
  groupId: z.string().optional(),
  roomId: z.string().optional(),
})
const Mentionee = z.looseObject({
  isSelf: z.boolean().optional(),
  index: z.int().optional(),
  length: z.int().optional(),
})
const LineMessage = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  text: z.string().optional(),
  mention: z.looseObject({ mentionees: z.array(Mentionee).default([]) }).optional(),
  quotedMessageId: z.string().optional(),
})
const Members = z.looseObject({ members: z.array(z.looseObject({ userId: z.string().optional() })) })
const LineEvent = z.looseObject({
  type: z.string(),
  mode: z.string().optional(),
  timestamp: z.number().optional(),
  source: Source.optional(),
  // printable only: a NUL would make the database refuse the row
  webhookEventId: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional()
    .catch(undefined),
  replyToken: z.string().optional(),
  message: LineMessage.optional(),
  postback: z
    .looseObject({
      data: z.string(),
      params: z
        .looseObject({ date: z.string().optional(), time: z.string().optional(), datetime: z.string().optional() })
        .optional(),
    })
    .optional(),
  unsend: z.looseObject({ messageId: z.string() }).optional(),
  joined: Members.optional(),
  left: Members.optional(),
})
export type LineEvent = z.infer<typeof LineEvent>

export const LineBody = z.looseObject({ destination: z.string().optional(), events: z.array(z.unknown()).default([]) })

const LINE_ID = /^[UCR][0-9a-f]{32}$/

/** Where an event belongs: its lane. Events without a usable source or id have none. */
export function laneOf(
  raw: unknown,
): { eventId: string; sourceId: string; kind: 'direct' | 'group'; at: Date | undefined; bubble: boolean } | undefined {
  const event = LineEvent.safeParse(raw).data
  const source = event?.source
  const sourceId = source?.groupId ?? source?.roomId ?? source?.userId
  if (!event?.webhookEventId || !sourceId || !LINE_ID.test(sourceId)) return undefined
  return {
    eventId: event.webhookEventId,
    sourceId,
    kind: sourceId.startsWith('U') ? 'direct' : 'group',
    at:
      event.timestamp !== undefined && event.timestamp > 0 && event.timestamp < 8.64e15
        ? new Date(event.timestamp)
        : undefined,
    bubble: event.type === 'message' && sourceId.startsWith('U'),
  }
}

/** What an event says, in the desk's terms. */
export function hear(raw: Buffer, happenedAt: Date): Heard {
  const event = LineEvent.parse(JSON.parse(raw.toString('utf8')))
  const common = {
    userId: event.source?.userId,
    at: happenedAt,
    // in standby another module holds the chat: do not answer
    replyToken: event.mode === 'standby' ? undefined : event.replyToken,
    messageId: event.message?.id,
  }
  if (event.mode === 'standby') return { ...common, kind: 'ignored' }
  switch (event.type) {
    case 'message':
      return hearMessage(event, common)
    case 'messageEdited':
      return { ...common, kind: 'edited', text: event.message?.text ?? '' }
    case 'postback': {
      const params = event.postback?.params
      return {
        ...common,
        kind: 'tap',
        data: event.postback?.data ?? '',
        picked: params?.date ?? params?.time ?? params?.datetime,
      }
    }
    case 'unsend':
      return event.unsend
        ? { ...common, kind: 'unsent', removedId: event.unsend.messageId }
        : { ...common, kind: 'ignored' }
    case 'follow':
      return { ...common, kind: 'followed' }
    case 'unfollow':
      return { ...common, kind: 'blocked' }
    case 'join':
      return { ...common, kind: 'joined' }
    case 'leave':
      return { ...common, kind: 'left' }
    case 'memberJoined':
      return { ...common, kind: 'members_joined', userIds: idsOf(event.joined) }
    case 'memberLeft':
      return { ...common, kind: 'members_left', userIds: idsOf(event.left) }
    default:
      return { ...common, kind: 'ignored' }
  }
}

const idsOf = (it: z.infer<typeof Members> | undefined): string[] =>
  (it?.members ?? []).flatMap((one) => one.userId ?? []).filter((id) => LINE_ID.test(id))

type Mention = z.infer<typeof Mentionee>
const selves = (message: z.infer<typeof LineMessage>): Mention[] =>
  message.mention?.mentionees.filter((it) => it.isSelf === true) ?? []

/** What was said to the bot, without its name: a mention is a call, no part of the matter. `index` and `length` are UTF-16 units. */
function withoutCall(said: string, mentions: Mention[]): string {
  let rest = said
  for (const { index, length } of mentions.toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0)))
    if (index !== undefined && length !== undefined && index >= 0 && length > 0)
      rest = `${rest.slice(0, index)}${rest.slice(index + length)}`
  return mentions.length > 0 ? rest.trim() : said
}

function hearMessage(event: LineEvent, common: Pick<Heard, 'userId' | 'at' | 'replyToken' | 'messageId'>): Heard {
  const message = event.message
  switch (message?.type) {
    case 'text':
      return {
        ...common,
        kind: 'text',
        text: withoutCall(message.text ?? '', selves(message)),
        addressed: selves(message).length > 0,
        ...(message.quotedMessageId && { repliesTo: message.quotedMessageId }),
      }
    case 'sticker':
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
    case 'location':
      return { ...common, kind: message.type }
    default:
      return { ...common, kind: 'ignored' }
  }
}
