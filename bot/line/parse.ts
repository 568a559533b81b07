import { z } from 'zod'
import type { Heard, Media, Place, Sticker } from '../heard.ts'

/** Loose on purpose: LINE adds fields and types unannounced; what we do not know is stored and ignored, but for messages: people wait for an answer. */
const Source = z.looseObject({
  type: z.string(),
  userId: z.string().optional(),
  groupId: z.string().optional(),
  roomId: z.string().optional(),
})
/** Printable, and no longer than what is kept of it: anything else would make the database refuse the row. No id of LINE’s is like that. */
const Id = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .catch(undefined)
const Mentionee = z.looseObject({
  isSelf: z.boolean().optional(),
  index: z.int().optional(),
  length: z.int().optional(),
})
/** LINE lets people write 5,000 letters; whoever holds the channel's secret could sign a book. */
const MOST_LETTERS = 10_000
const LineMessage = z.looseObject({
  id: Id,
  type: z.string(),
  text: z
    .string()
    .transform((it) => it.slice(0, MOST_LETTERS))
    .optional(),
  markAsReadToken: z.string().max(1_000).optional().catch(undefined),
  mention: z.looseObject({ mentionees: z.array(Mentionee).default([]) }).optional(),
  quotedMessageId: Id,
  fileName: z.string().optional().catch(undefined),
  fileSize: z.number().nonnegative().optional().catch(undefined),
  duration: z.number().nonnegative().optional().catch(undefined),
  contentProvider: z.looseObject({ type: z.string() }).optional().catch(undefined),
  imageSet: z.looseObject({ id: z.string() }).optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  address: z.string().optional().catch(undefined),
  latitude: z.number().optional().catch(undefined),
  longitude: z.number().optional().catch(undefined),
  packageId: z.string().optional().catch(undefined),
  stickerId: z.string().optional().catch(undefined),
  keywords: z.array(z.string()).optional().catch(undefined),
})
type LineMessage = z.infer<typeof LineMessage>
const Members = z.looseObject({ members: z.array(z.looseObject({ userId: z.string().optional() })) })
const LineEvent = z.looseObject({
  type: z.string(),
  mode: z.string().optional(),
  timestamp: z.number().optional(),
  source: Source.optional(),
  webhookEventId: Id,
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
  unsend: z.looseObject({ messageId: Id }).optional(),
  joined: Members.optional(),
  left: Members.optional(),
})
export type LineEvent = z.infer<typeof LineEvent>

export const LineBody = z.looseObject({ events: z.array(z.unknown()).default([]) })

const LINE_ID = /^[UCR][0-9a-f]{32}$/

/** No more than says whose it is: the door reads this of every event before it answers, the rest is read when its turn comes. */
const Envelope = z.object({
  type: LineEvent.shape.type,
  timestamp: LineEvent.shape.timestamp,
  webhookEventId: LineEvent.shape.webhookEventId,
  source: z.object(Source.shape).optional(),
})

/** Where an event belongs: its lane. Events without a usable source or id have none. */
export function laneOf(
  raw: unknown,
): { eventId: string; sourceId: string; kind: 'direct' | 'group'; at: Date | undefined; bubble: boolean } | undefined {
  const event = Envelope.safeParse(raw).data
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
  const read = LineEvent.safeParse(writable(raw.toString('utf8')))
  // fields of kinds we know, in shapes we do not: kept as it came, and ignored
  const event: LineEvent = read.data ?? { type: 'unreadable' }
  const common = {
    // the lane says where it came from; of whom, in a group, nobody has looked yet
    userId: LINE_ID.test(event.source?.userId ?? '') ? event.source?.userId : undefined,
    at: happenedAt,
    // in standby another module holds the chat: do not answer
    replyToken: event.mode === 'standby' ? undefined : event.replyToken,
    messageId: event.message?.id,
    readToken: event.message?.markAsReadToken,
  }
  if (event.mode === 'standby') return { ...common, kind: 'ignored' }
  switch (event.type) {
    case 'message':
      return hearMessage(event, common)
    case 'messageEdited':
      return {
        ...common,
        kind: 'edited',
        text: event.message?.text ?? '',
        mark: markOf(event.message?.id ?? ''),
        addressed: selves(event.message).length > 0,
      }
    case 'postback': {
      const params = event.postback?.params
      return {
        ...common,
        kind: 'tap',
        data: event.postback?.data ?? '',
        picked: params?.date ?? params?.time ?? params?.datetime,
      }
    }
    case 'unsend': {
      const removedId = event.unsend?.messageId
      return removedId
        ? { ...common, kind: 'unsent', removedId, mark: markOf(removedId) }
        : { ...common, kind: 'ignored' }
    }
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

/** The database keeps neither a NUL nor half a surrogate pair, wherever in an event somebody put one; nothing of what is nested too deep to be looked through. */
function writable(json: string): unknown {
  if (!/\\u(?:0000|d[89a-f])/i.test(json)) return JSON.parse(json)
  try {
    return JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
    )
  } catch (trouble) {
    if (trouble instanceof RangeError) return undefined
    throw trouble
  }
}

const idsOf = (it: z.infer<typeof Members> | undefined): string[] =>
  (it?.members ?? []).flatMap((one) => one.userId ?? []).filter((id) => LINE_ID.test(id))

type Mention = z.infer<typeof Mentionee>
const selves = (message: LineMessage | undefined): Mention[] =>
  message?.mention?.mentionees.filter((it) => it.isSelf === true) ?? []

/** What was said to the bot, without its name: a mention is a call, no part of the matter. `index` and `length` are UTF-16 units. */
function withoutCall(said: string, mentions: Mention[]): string {
  let rest = said
  for (const { index, length } of mentions.toSorted((one, other) => (other.index ?? 0) - (one.index ?? 0)))
    if (index !== undefined && length !== undefined && index >= 0 && length > 0)
      rest = `${rest.slice(0, index)}${rest.slice(index + length)}`
  return mentions.length > 0 ? rest.trim() : said
}

function hearMessage(
  event: LineEvent,
  common: Pick<Heard, 'userId' | 'at' | 'replyToken' | 'messageId' | 'readToken'>,
): Heard {
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
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return { ...common, kind: message.type, media: mediaOf(message) }
    case 'sticker':
      return { ...common, kind: 'sticker', sticker: stickerOf(message) }
    case 'location':
      return { ...common, kind: 'location', ...placeOf(message) }
    case undefined:
      return { ...common, kind: 'ignored' }
    default:
      return { ...common, kind: 'unknown', what: message?.type ?? '' }
  }
}

/** An event is kept as `JSON.stringify` wrote it; a message that quotes this one names it `quotedMessageId`. */
const markOf = (messageId: string): string => `"id":${JSON.stringify(messageId)}`

/** What liff.sendMessages sent lies on somebody's own server: LINE's content API has nothing of it. */
const mediaOf = (it: LineMessage): Media => ({
  origin: it.contentProvider?.type === 'external' ? undefined : it.id,
  ...(it.fileName && { name: it.fileName }),
  ...(it.fileSize !== undefined && { size: it.fileSize }),
  ...(it.duration !== undefined && { durationMs: it.duration }),
  ...(it.imageSet && { set: it.imageSet.id }),
})

const stickerOf = (it: LineMessage): Sticker => ({
  ...(it.packageId && { packageId: it.packageId }),
  ...(it.stickerId && { stickerId: it.stickerId }),
  ...(it.text && { text: it.text }),
  ...(it.keywords?.length && { keywords: it.keywords.slice(0, 15) }),
})

function placeOf(it: LineMessage): { place?: Place } {
  if (it.latitude === undefined || it.longitude === undefined) return {}
  const named = { ...(it.title && { title: it.title }), ...(it.address && { address: it.address }) }
  return { place: { ...named, latitude: it.latitude, longitude: it.longitude } }
}
