import type { Contents } from '../contents.ts'
import type { Faults } from '../faults.ts'
import type { Delivered } from '../line/webhook.ts'
import type { World } from '../world.ts'
import { makeWhatsAppHands } from './hands.ts'
import { makeMedia } from './media.ts'
import { makeMessages, type TwilioMessage } from './messages.ts'
import { makeTwilioPlatform, type TwilioCall } from './platform.ts'
import { makeProgress, type Status, type StatusPlan } from './progress.ts'
import { type ApprovalStatus, type Content, makeTemplates } from './templates.ts'
import { makeTyping } from './typing.ts'
import { type Form, makeTwilioWebhooks, type SentForm } from './webhook.ts'

type Parts = {
  world: World
  contents: Contents
  faults: Faults
  deskUrl: () => string
  publicUrl: () => string
  timeoutMs: number
}

/** What a test may do with Twilio itself. */
export type TwilioDesk = {
  /** Every message that Twilio accepted, oldest first (the last 10,000), as it stands now. */
  messages: readonly TwilioMessage[]
  /** Every call to the API, oldest first (the last 10,000). */
  calls: readonly TwilioCall[]
  /** Every form sent to the desk: messages and statuses, oldest first (the last 10,000). */
  webhooks: readonly SentForm[]
  /** How the statuses of the next messages are told; without a plan: sent, delivered, and read when the person next writes. */
  statuses: (plan: StatusPlan) => void
  /** Tells one status of a message now, however late, early or often. */
  report: (sid: string, status: Status, code?: number) => Promise<void>
  /** The person has the chat open: what arrived is read. */
  reads: (channelKey: string, userId: string) => Promise<unknown>
  /** No status is on its way any more. */
  idle: () => Promise<void>
  /** Stored contents of a channel's account, newest first. */
  contents: (channelKey: string) => Content[]
  /** Meta's word on a template. */
  decide: (contentSid: string, status: ApprovalStatus, reason?: string) => void
  /** Any form as a webhook; `signature` null = no header; `path` follows /webhooks/whatsapp/:channelKey. */
  sendRaw: (channelKey: string, form: Form, signature?: string | null, path?: string) => Promise<Delivered>
}

/** A stand-in for Twilio, beside LINE's: its API, its calls to the desk, and WhatsApp in people's hands. */
export function makeTwilio(parts: Parts) {
  const { world, contents, faults } = parts
  const webhooks = makeTwilioWebhooks(world, parts)
  const templates = makeTemplates(world)
  const progress = makeProgress(world, webhooks)
  const media = makeMedia(world)
  const messages = makeMessages(world, { templates, progress, media, atDesk: webhooks.atDesk })
  const platform = makeTwilioPlatform({
    world,
    faults,
    messages,
    templates,
    media,
    typing: makeTyping(world),
    webhookOf: webhooks.addressOf,
  })
  const hands = makeWhatsAppHands(world, { webhooks, messages, media, contents })

  const desk: TwilioDesk = {
    messages: messages.kept,
    calls: platform.calls,
    webhooks: webhooks.sent,
    statuses: progress.order,
    report: messages.report,
    reads: (channelKey, userId) => messages.reads(world.chatOf(channelKey, userId)),
    idle: webhooks.idle,
    contents: (channelKey) => templates.of(world.sender(channelKey).accountSid),
    decide: templates.decide,
    sendRaw: webhooks.sendRaw,
  }
  return { desk, hands, webhooks, messages, platform, open: media.open, close: media.close }
}
