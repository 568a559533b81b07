import { isUserId } from '../cast.ts'
import type { Contents } from '../contents.ts'
import type { Chat, World } from '../world.ts'
import { type Answer, badBody, ok, refused } from './answer.ts'
import { isFields } from './shape.ts'
import type { Webhooks } from './webhook.ts'

const notFound = () => refused(404, 'Not found')

/** LINE takes https addresses only; on loopback there is no certificate to have. */
function isDeliverable(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
}

/** Everything that a bot may ask LINE about people, groups, contents and itself. */
export function makeLookups(world: World, contents: Contents, webhooks: Webhooks) {
  const groupOf = (channelKey: string, groupId: string): Chat | undefined => {
    const chat = world.findChat(channelKey, groupId)
    return chat?.kind === 'group' && chat.botIn ? chat : undefined
  }

  function profile(channelKey: string, userId: string): Answer {
    const chat = world.findChat(channelKey, userId)
    const person = world.person(channelKey, userId)
    const isKnown = chat && !chat.isBlocked && (chat.isFriend || chat.wroteAt !== undefined)
    if (!person || !isKnown) return notFound()
    return ok({ userId, displayName: person.name, language: person.language })
  }

  function memberProfile(channelKey: string, groupId: string, userId: string): Answer {
    const person = world.person(channelKey, userId)
    if (!person || !groupOf(channelKey, groupId)?.members.has(userId)) return notFound()
    return ok({ userId, displayName: person.name })
  }

  async function leave(channelKey: string, groupId: string): Promise<Answer> {
    const chat = groupOf(channelKey, groupId)
    if (!chat) return notFound()
    chat.botIn = false
    world.post(chat, { from: 'bot', kind: 'notice', message: { type: 'left' }, how: 'said', cost: 0 })
    void webhooks.tell({ type: 'leave', chat, answerable: false })
    return ok()
  }

  function startLoading(channelKey: string, body: unknown): Answer {
    const fields = isFields(body) ? body : {}
    const { chatId, loadingSeconds = 20 } = fields
    if (typeof chatId !== 'string' || !isUserId(chatId)) {
      return badBody([{ property: 'chatId', message: 'must be a user ID' }])
    }
    const seconds = typeof loadingSeconds === 'number' ? loadingSeconds : 0
    if (seconds < 5 || seconds > 60 || seconds % 5 !== 0) {
      return badBody([{ property: 'loadingSeconds', message: 'must be a multiple of 5 between 5 and 60' }])
    }
    const chat = world.findChat(channelKey, chatId)
    if (chat && !chat.isBlocked) {
      chat.loadingUntil = world.clock() + seconds * 1000
      world.touch(chat)
    }
    return { status: 202, body: {} }
  }

  function markAsRead(channelKey: string, body: unknown): Answer {
    const token = isFields(body) ? body.markAsReadToken : undefined
    if (typeof token !== 'string' || token === '') {
      return badBody([{ property: 'markAsReadToken', message: 'May not be empty' }])
    }
    for (const chat of world.chats.values()) {
      const read = chat.channelKey === channelKey && chat.posts.find((post) => post.markAsReadToken === token)
      if (!read) continue
      chat.readUpTo = read.id
      world.touch(chat)
      return ok()
    }
    return refused(400, 'Invalid mark as read token')
  }

  function content(messageId: string): Answer {
    const found = contents.find(messageId)
    if (found === 'withdrawn') return refused(410, 'Gone')
    return found ? { status: 200, bytes: { type: found.type, content: found.bytes } } : notFound()
  }

  function info(channelKey: string): Answer {
    const channel = world.channel(channelKey)
    return ok({
      userId: channel.botUserId,
      basicId: `@${channel.key}`,
      displayName: channel.botName,
      chatMode: 'bot',
      markAsReadMode: 'manual',
    })
  }

  async function testWebhook(channelKey: string, body: unknown): Promise<Answer> {
    const endpoint = isFields(body) && typeof body.endpoint === 'string' ? body.endpoint : undefined
    const delivered = await webhooks.ping(channelKey, endpoint)
    const success = delivered.status >= 200 && delivered.status < 300
    return ok({
      success,
      timestamp: new Date(world.clock()).toISOString(),
      statusCode: delivered.status,
      reason: success ? 'OK' : delivered.status === 0 ? 'COULD_NOT_CONNECT' : 'ERROR_STATUS_CODE',
      detail: String(delivered.status),
    })
  }

  function moveWebhook(channelKey: string, body: unknown): Answer {
    const endpoint = isFields(body) ? body.endpoint : undefined
    if (typeof endpoint !== 'string' || endpoint.length > 500 || !isDeliverable(endpoint)) {
      return badBody([{ property: 'endpoint', message: 'Invalid webhook endpoint URL' }])
    }
    webhooks.moveTo(channelKey, endpoint)
    return ok()
  }

  return {
    profile,
    memberProfile,
    leave,
    startLoading,
    markAsRead,
    content,
    info,
    testWebhook,
    moveWebhook,
    webhook(channelKey: string): Answer {
      const endpoint = webhooks.addressOf(channelKey)
      return endpoint ? ok({ endpoint, active: webhooks.isUsed(channelKey) }) : notFound()
    },
    summary(channelKey: string, groupId: string): Answer {
      const chat = groupOf(channelKey, groupId)
      return chat ? ok({ groupId, groupName: chat.name }) : notFound()
    },
    memberCount(channelKey: string, groupId: string): Answer {
      const chat = groupOf(channelKey, groupId)
      return chat ? ok({ count: chat.members.size }) : notFound()
    },
    memberIds(channelKey: string, groupId: string): Answer {
      const chat = groupOf(channelKey, groupId)
      return chat ? ok({ memberIds: [...chat.members] }) : notFound()
    },
  }
}
