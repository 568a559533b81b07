import type { Chat, World } from '../world.ts'

/** A token lives about a minute from the delivery of its event. */
const LIFE_MS = 60_000
/** However often an event is redelivered, its token is dead this long after the event itself. */
const LONGEST_LIFE_MS = 20 * 60_000

export type ReplyTokens = ReturnType<typeof makeReplyTokens>

export function makeReplyTokens({ clock, randomBytes }: Pick<World, 'clock' | 'randomBytes'>) {
  const living = new Map<string, { chat: Chat; deliveredAt: number; happenedAt: number }>()

  const isDead = (token: { deliveredAt: number; happenedAt: number }) =>
    clock() - token.deliveredAt >= LIFE_MS || clock() - token.happenedAt >= LONGEST_LIFE_MS

  function buryTheDead() {
    for (const [token, it] of living) {
      if (!isDead(it)) return // in order of delivery: the rest is younger
      living.delete(token)
    }
  }

  return {
    issue(chat: Chat): string {
      buryTheDead()
      const token = randomBytes(16).toString('hex')
      living.set(token, { chat, deliveredAt: clock(), happenedAt: clock() })
      return token
    },
    /** Redelivery gives an unused token its minute again. */
    redeliver(token: string) {
      const it = living.get(token)
      if (!it) return
      living.delete(token)
      living.set(token, { ...it, deliveredAt: clock() })
    },
    /** The chat to answer in, once; undefined for a token that is used, dead or never was. */
    spend(token: string, channelKey: string): Chat | undefined {
      const it = living.get(token)
      if (!it || isDead(it) || it.chat.channelKey !== channelKey) return undefined
      living.delete(token)
      return it.chat
    },
  }
}
