import type { Sender } from '../cast.ts'
import type { World } from '../world.ts'
import { type Answer, ok, refused } from './answer.ts'

const SHOWN_MS = 25_000

/** The typing indicator: at most 25 seconds, and everything up to that message counts as read. */
export function makeTyping(world: World) {
  return (account: Sender, form: URLSearchParams): Answer => {
    const messageId = form.get('messageId') ?? ''
    if (form.get('channel') !== 'whatsapp') return refused(20001, "channel must be 'whatsapp'")
    if (!/^(SM|MM)[0-9a-fA-F]{32}$/.test(messageId)) return refused(20001, 'messageId must be the SID of a message')
    const chats = [...world.chats.values()].filter(
      (it) => world.senders.get(it.channelKey)?.accountSid === account.accountSid,
    )
    for (const chat of chats) {
      const post = chat.posts.find((it) => it.sid === messageId && it.from !== 'bot')
      if (!post) continue
      chat.loadingUntil = world.clock() + SHOWN_MS
      chat.readUpTo = post.id
      world.touch(chat)
      return ok({ success: true })
    }
    return refused(20404, `The message ${messageId} was not found`)
  }
}
