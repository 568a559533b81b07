import { messageOf } from './answer.ts'
import type { World } from '../world.ts'
import type { TwilioMessage } from './messages.ts'
import type { Form, TwilioWebhooks } from './webhook.ts'

export type Status =
  | 'queued'
  | 'accepted'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'undelivered'
  | 'canceled'

/** How the statuses of the next messages that fit are told: in any order, doubled, too early, or not at all. */
export type StatusPlan = {
  channelKey?: string
  /** The recipient's address. */
  to?: string
  times?: number
  /** Told before the create is answered. */
  early?: Status[]
  /** Told after it; without it `sent`, then `delivered`. */
  after?: Status[]
  /** Twilio knows them, but its callbacks never come. */
  lost?: boolean
  /** Twilio's number of why it failed, for the failing ones among them. */
  code?: number
}

const RANK: Record<Status, number> = {
  queued: 0,
  accepted: 0,
  sending: 1,
  sent: 2,
  failed: 3,
  undelivered: 3,
  canceled: 3,
  delivered: 4,
  read: 5,
}
const isFailure = (status: Status) => status === 'failed' || status === 'undelivered'

export type Progress = ReturnType<typeof makeProgress>

/** What becomes of a message after it was accepted, and how the desk is told. */
export function makeProgress(world: World, webhooks: TwilioWebhooks) {
  let plans: (StatusPlan & { left: number })[] = []

  function planFor(message: TwilioMessage): StatusPlan | undefined {
    const plan = plans.find(
      (it) =>
        (it.channelKey === undefined || it.channelKey === message.channelKey) &&
        (it.to === undefined || it.to === message.to),
    )
    if (!plan) return undefined
    plan.left -= 1
    if (plan.left <= 0) plans = plans.filter((it) => it !== plan)
    return plan
  }

  /** Tells one status now. What Twilio knows of the message only moves forward, whatever is told. */
  async function report(message: TwilioMessage, status: Status, code = message.errorCode ?? undefined, lost = false) {
    if (RANK[status] >= RANK[message.status]) {
      message.status = status
      message.errorCode = isFailure(status) ? (code ?? null) : null
      message.updatedAt = world.clock()
      world.touch(message.chat)
    }
    if (!message.statusCallback || lost) return
    await webhooks.post(world.sender(message.channelKey), message.statusCallback, formOf(message, status, code))
  }

  function formOf(message: TwilioMessage, status: Status, code: number | undefined): Form {
    return {
      AccountSid: message.accountSid,
      ApiVersion: '2010-04-01',
      ChannelInstallSid: `XE${message.accountSid.slice(2)}`,
      ChannelPrefix: 'whatsapp',
      ChannelToAddress: message.to.replace('whatsapp:', ''),
      From: message.from,
      MessageSid: message.sid,
      MessageStatus: status,
      SmsSid: message.sid,
      SmsStatus: status,
      StructuredMessage: 'false',
      To: message.to,
      ...(status === 'delivered' || status === 'read' ? { EventType: status.toUpperCase() } : {}),
      ...(message.messagingServiceSid ? { MessagingServiceSid: message.messagingServiceSid } : {}),
      ...(isFailure(status) && code !== undefined ? { ErrorCode: String(code), ErrorMessage: messageOf(code) } : {}),
    }
  }

  async function tellAll(message: TwilioMessage, statuses: Status[], code?: number, lost?: boolean) {
    for (const status of statuses) await report(message, status, code, lost)
  }

  return {
    report,
    order: (plan: StatusPlan) => {
      plans.push({ ...plan, left: plan.times ?? 1 })
    },
    /** Begins the way of a new message; what is left of it goes on when the create has been answered. */
    async begin(message: TwilioMessage, failure: number | undefined): Promise<() => void> {
      const plan = planFor(message)
      let settle = () => {}
      message.settled = new Promise((resolve) => {
        settle = resolve
      })
      await tellAll(message, plan?.early ?? [], plan?.code, plan?.lost)
      const usual: Status[] = failure === undefined ? ['sent', 'delivered'] : ['failed']
      const after = plan?.after ?? usual
      return () => webhooks.beside(tellAll(message, after, plan?.code ?? failure, plan?.lost).finally(settle))
    },
  }
}
