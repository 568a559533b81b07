import { z } from 'zod'
import type { Faults } from './faults.ts'
import type { Sending } from './line/sending.ts'
import type { Delivered, Webhooks } from './line/webhook.ts'
import type { makeTwilio } from './twilio/twilio.ts'
import type { World } from './world.ts'

type Parts = {
  world: World
  faults: Faults
  sending: Sending
  webhooks: Webhooks
  twilio: Pick<ReturnType<typeof makeTwilio>, 'webhooks' | 'desk'>
  redeliver: (eventId: string) => Promise<Delivered>
}

/** What a platform does that nobody on the phones does. */
export const PlatformAct = z.discriminatedUnion('does', [
  z.object({ channelKey: z.string(), does: z.enum(['redelivers', 'endsToken', 'takesToken', 'endsReplyToken']) }),
  z.object({ channelKey: z.string(), does: z.literal('leavesQuota'), left: z.int().nonnegative().nullable() }),
  /** Meta's word on the templates whose text holds these words */
  z.object({
    channelKey: z.string(),
    does: z.literal('reviews'),
    says: z.string().min(1),
    status: z.enum(['pending', 'approved', 'rejected', 'paused', 'disabled']),
    reason: z.string().max(500).default(''),
  }),
])

export type PlatformCare = ReturnType<typeof makePlatformCare>

export function makePlatformCare({ world, faults, sending, webhooks, twilio, redeliver }: Parts) {
  const tokens = new Map<string, string>()

  async function redeliverNewest(channelKey: string): Promise<Delivered> {
    const onLine = webhooks.sent.findLast((it) => it.channelKey === channelKey && it.events.length > 0)
    const onWhatsApp = twilio.webhooks.sent.findLast(
      (it) => it.channelKey === channelKey && !('MessageStatus' in it.form),
    )
    const eventId = (onWhatsApp ?? onLine)?.delivered.eventIds[0]
    if (!eventId) throw new Error('Nothing was delivered yet.')
    return redeliver(eventId)
  }

  return async (it: z.infer<typeof PlatformAct>): Promise<unknown> => {
    const { channelKey } = it
    switch (it.does) {
      case 'redelivers':
        return redeliverNewest(channelKey)
      case 'leavesQuota':
        sending.setQuota(channelKey, it.left === null ? null : sending.usedBy(channelKey) + it.left)
        return {}
      case 'reviews': {
        const handedIn = twilio.desk
          .contents(channelKey)
          .filter((content) => content.approval && JSON.stringify(content.types).includes(it.says))
        for (const { sid } of handedIn) twilio.desk.decide(sid, it.status, it.reason)
        return { reviewed: handedIn.length }
      }
      case 'endsReplyToken':
        faults.next({ path: '/v2/bot/message/reply', channelKey, status: 400, message: 'Invalid reply token' })
        return {}
      case 'endsToken': {
        const channel = world.channel(channelKey)
        if (!tokens.has(channelKey)) tokens.set(channelKey, channel.token)
        channel.token = `ended ${world.newId()}`
        return {}
      }
      case 'takesToken':
        world.channel(channelKey).token = tokens.get(channelKey) ?? world.channel(channelKey).token
        tokens.delete(channelKey)
        return {}
    }
  }
}
