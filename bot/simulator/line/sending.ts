import { isLineId, isUserId } from '../cast.ts'
import type { Chat, Post, RawMessage, World } from '../world.ts'
import { type Answer, badBody, ok, refused } from './answer.ts'
import { refusalOf } from './limits.ts'
import type { ReplyTokens } from './reply-tokens.ts'
import { type Fields, isFields } from './shape.ts'

export type AcceptedSend = {
  kind: 'reply' | 'push' | 'multicast'
  channelKey: string
  to: string[]
  messages: RawMessage[]
  sentMessages: { id: string; quoteToken?: string }[]
  /** Recipients charged for: none for a reply, the members of a group, nobody who blocked the bot. */
  cost: number
  retryKey?: string
  requestId: string
  at: number
}

export type SendCall = { channelKey: string; body: unknown; retryKey: string | undefined; requestId: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const RETRY_KEY_LIFE_MS = 24 * 3600_000
const WROTE_LATELY_MS = 7 * 24 * 3600_000
const REMEMBERED = 10_000
const QUOTABLE = new Set(['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex', 'imagemap'])

export type Sending = ReturnType<typeof makeSending>

export function makeSending(world: World, tokens: ReplyTokens) {
  const sends: AcceptedSend[] = []
  const retryKeys = new Map<string, { send: AcceptedSend }>()
  const quotas = new Map<string, number>()
  const used = new Map<string, number>()

  function reply(call: SendCall): Answer {
    if (call.retryKey !== undefined) return refused(400, "The 'X-Line-Retry-Key' header can't be used with this API")
    if (!isFields(call.body)) return refused(400, 'The request body could not be parsed as JSON')
    const { replyToken, messages } = call.body
    if (typeof replyToken !== 'string' || replyToken === '') {
      return badBody([{ property: 'replyToken', message: 'May not be empty' }])
    }
    const wrong = refusalOf(messages)
    if (wrong) return wrong
    const chat = tokens.spend(replyToken, call.channelKey)
    if (!chat) return refused(400, 'Invalid reply token')
    return accept(call, 'reply', [chat.id], [chat], 0)
  }

  function push(call: SendCall): Answer {
    return once(call, (body) => {
      if (typeof body.to !== 'string' || !isLineId(body.to)) return wrongTo()
      const chat = world.findChat(call.channelKey, body.to)
      if (chat?.kind === 'group') {
        if (!chat.botIn) return refused(400, 'Failed to send messages')
        return accept(call, 'push', [body.to], [chat], chat.members.size)
      }
      if (!isUserId(body.to) && !chat) return refused(400, 'Failed to send messages')
      const reached = chat && isReached(chat) ? [chat] : []
      return accept(call, 'push', [body.to], reached, reached.length)
    })
  }

  function multicast(call: SendCall): Answer {
    return once(call, (body) => {
      const to: unknown[] = Array.isArray(body.to) ? body.to : []
      const userIds = to.filter((id): id is string => typeof id === 'string' && isUserId(id))
      if (userIds.length !== to.length || to.length < 1 || to.length > 500) return wrongTo()
      const reached = [...new Set(userIds)]
        .map((id) => world.findChat(call.channelKey, id))
        .filter((chat): chat is Chat => chat !== undefined && isReached(chat))
      return accept(call, 'multicast', userIds, reached, reached.length)
    })
  }

  const wrongTo = () => refused(400, "The property, 'to', in the request body is invalid (line: -, column: -)")

  /** LINE never says so: who blocked the bot, or never spoke to it, is simply not reached. */
  const isReached = (chat: Chat) =>
    !chat.isBlocked && (chat.isFriend || (chat.wroteAt !== undefined && world.clock() - chat.wroteAt < WROTE_LATELY_MS))

  function once(call: SendCall, send: (body: Fields) => Answer): Answer {
    const { retryKey, channelKey } = call
    if (retryKey !== undefined && !UUID.test(retryKey)) return refused(400, 'The retry key is invalid')
    const before = retryKey === undefined ? undefined : retryKeys.get(`${channelKey} ${retryKey.toLowerCase()}`)
    if (before && world.clock() - before.send.at < RETRY_KEY_LIFE_MS) return alreadyAccepted(before.send)
    if (!isFields(call.body)) return refused(400, 'The request body could not be parsed as JSON')
    const wrong = refusalOf(call.body.messages)
    if (wrong) return wrong
    if ((used.get(channelKey) ?? 0) >= (quotas.get(channelKey) ?? Infinity)) {
      return refused(429, 'You have reached your monthly limit.')
    }
    return send(call.body)
  }

  function alreadyAccepted(send: AcceptedSend): Answer {
    return {
      status: 409,
      body: { message: 'The retry key is already accepted', sentMessages: send.sentMessages },
      headers: { 'x-line-accepted-request-id': send.requestId },
    }
  }

  function accept(call: SendCall, kind: AcceptedSend['kind'], to: string[], chats: Chat[], cost: number): Answer {
    const messages = isFields(call.body) ? (call.body.messages as RawMessage[]) : []
    const posts = chats.map((chat) => showIn(chat, messages, kind, kind === 'multicast' ? 1 : cost))
    const sentMessages = messages.map((message, index) => {
      const shown = posts[0]?.[index]
      const id = shown?.id ?? world.nextMessageId()
      return QUOTABLE.has(message.type) ? { id, quoteToken: shown?.quoteToken ?? quoteToken() } : { id }
    })
    const send: AcceptedSend = {
      kind,
      channelKey: call.channelKey,
      to,
      messages,
      sentMessages,
      cost,
      retryKey: call.retryKey,
      requestId: call.requestId,
      at: world.clock(),
    }
    sends.push(send)
    if (sends.length > REMEMBERED) sends.shift()
    used.set(call.channelKey, (used.get(call.channelKey) ?? 0) + cost)
    if (call.retryKey) retryKeys.set(`${call.channelKey} ${call.retryKey.toLowerCase()}`, { send })
    world.touch()
    return ok({ sentMessages })
  }

  function showIn(chat: Chat, messages: RawMessage[], how: Post['how'], cost: number): Post[] {
    chat.loadingUntil = 0
    return messages.map((message, index) =>
      world.post(chat, { from: 'bot', message, how, cost: index === 0 ? cost : 0, quoteToken: quoteToken() }),
    )
  }

  const quoteToken = () => world.randomBytes(24).toString('base64url')

  return {
    reply,
    push,
    multicast,
    sends,
    validate: (messages: unknown): Answer => refusalOf(messages) ?? ok(),
    /** Paid recipients from now on until the month is used up; null lifts the limit. */
    setQuota(channelKey: string, value: number | null) {
      if (value === null) quotas.delete(channelKey)
      else quotas.set(channelKey, value)
    },
    quotaOf: (channelKey: string) => {
      const value = quotas.get(channelKey)
      return value === undefined ? { type: 'none' } : { type: 'limited', value }
    },
    usedBy: (channelKey: string) => used.get(channelKey) ?? 0,
  }
}
