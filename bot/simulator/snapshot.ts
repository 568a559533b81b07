import type { Person } from './cast.ts'
import type { Sending } from './line/sending.ts'
import { type Seen, seen } from './seen.ts'
import { windowUntil } from './twilio/window.ts'
import type { Chat, World } from './world.ts'

/** What the page is told; secrets and tokens of the channels stay here. */
export type Snapshot = {
  now: number
  canMoveClock: boolean
  deskUrl: string
  channels: ChannelView[]
  chats: ChatView[]
}

export type ChannelView = {
  key: string
  tenantKey: string
  tenantName: string
  botName: string
  liffId?: string
  timeZone: string
  people: Person[]
  /** The same tenant on WhatsApp. */
  whatsapp?: { key: string; people: Person[] }
}

export type BubbleView = Seen & { kind: 'message' | 'notice' }

export type ChatView = {
  key: string
  channelKey: string
  platform: 'line' | 'whatsapp'
  kind: 'user' | 'group'
  id: string
  name: string
  members: string[]
  botIn: boolean
  isFriend: boolean
  isBlocked: boolean
  isTyping: boolean
  /** Id of the newest bubble that the desk has marked as read. */
  readUpTo?: string
  /** On WhatsApp: until when the business may write freely; undefined when this person never wrote. */
  windowUntil?: number
  /** Recipients paid for on this channel so far. */
  paid: number
  bubbles: BubbleView[]
}

const BUBBLES_SHOWN = 80

export function chatView(world: World, sending: Sending, chat: Chat): ChatView {
  return {
    key: chat.key,
    channelKey: chat.channelKey,
    platform: chat.platform,
    kind: chat.kind,
    id: chat.id,
    name: chat.name,
    members: [...chat.members],
    botIn: chat.botIn,
    isFriend: chat.isFriend,
    isBlocked: chat.isBlocked,
    isTyping: chat.loadingUntil > world.clock(),
    readUpTo: chat.readUpTo,
    ...(chat.platform === 'whatsapp' && { windowUntil: windowUntil(chat) }),
    paid: sending.usedBy(chat.channelKey),
    bubbles: chat.posts.slice(-BUBBLES_SHOWN).map((post) => ({ ...seen(world, chat, post), kind: post.kind })),
  }
}

export function channelViews(world: World): ChannelView[] {
  return [...world.channels.values()].map((channel) => ({
    key: channel.key,
    tenantKey: channel.tenantKey,
    tenantName: channel.tenantName,
    botName: channel.botName,
    liffId: channel.liffId,
    timeZone: channel.timeZone ?? 'Asia/Bangkok',
    people: world.peopleOf(channel.key),
    whatsapp: whatsAppOf(world, channel.tenantKey),
  }))
}

function whatsAppOf(world: World, tenantKey: string): ChannelView['whatsapp'] {
  const sender = [...world.senders.values()].find((it) => it.tenantKey === tenantKey)
  return sender && { key: sender.key, people: world.peopleOf(sender.key) }
}
