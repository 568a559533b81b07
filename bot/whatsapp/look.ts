import type { Channel } from '../../api/channels/queries.ts'
import type { TokenState } from '../../api/channels/schema.ts'
import { type Finding, fix, type Looked, look, ok, type ToLookAt } from '../connect/findings.ts'
import { accountOf, type Asked, type Base, sendersOf } from './client.ts'

/** Twilio's number for credentials it does not know. */
const NOT_AUTHENTICATED = 20_003
/** Shared by everybody who tries WhatsApp; no account's list of senders has it. */
const SANDBOX = 'whatsapp:+14155238886'

/** Everything Twilio tells about an account and its sender; where it delivers to is only changed in its console. */
export async function lookAtTwilio(base: Base, { channel, webhookUrl }: ToLookAt): Promise<Looked> {
  const account = await accountOf(base, channel)
  if (account.state !== 'done') return { findings: [troubleOf(account, 'account_refused')] }
  const { name, status } = account.value
  const known = await sendersOf(base, channel)
  return {
    account: { externalId: channel.externalId ?? '', name },
    findings: [
      status === 'active' ? ok('account_works', { name }) : fix('account_not_active', { status }),
      ...(known.state === 'garbled' ? [look('platform_garbled', { platform: 'Twilio' })] : []),
      ...(known.state === 'done' ? ofSender(known.value, channel, webhookUrl) : [unsaid(channel), lookAt(webhookUrl)]),
    ],
  }
}

/** Whether Twilio takes the credentials. Only its own no counts: an outage says nothing. */
export async function probeTwilio(base: Base, channel: Channel): Promise<TokenState> {
  const account = await accountOf(base, channel)
  if (account.state === 'done') return 'works'
  return account.state === 'refused' && account.code === NOT_AUTHENTICATED ? 'refused' : 'unreachable'
}

function ofSender(
  all: { sender: string; status: string; webhook: string }[],
  channel: Channel,
  wanted: string,
): Finding[] {
  const sender = channel.externalId ?? ''
  const mine = all.find((it) => it.sender === sender)
  if (!mine) return [sender === SANDBOX ? unsaid(channel) : fix('sender_unknown', { sender }), lookAt(wanted)]
  const { status, webhook } = mine
  return [
    status.startsWith('ONLINE') ? ok('sender_online', { sender }) : fix('sender_not_online', { sender, status }),
    // empty: the Messaging Service has the address
    webhook === wanted
      ? ok('webhook_at_twilio', { url: wanted })
      : webhook
        ? fix('webhook_differs', { url: webhook, wanted })
        : lookAt(wanted),
  ]
}

const unsaid = (channel: Channel): Finding => look('sender_look', { sender: channel.externalId ?? '' })
const lookAt = (wanted: string): Finding => look('webhook_look', { wanted })

function troubleOf(asked: Exclude<Asked<unknown>, { state: 'done' }>, refused: 'account_refused'): Finding {
  if (asked.state === 'garbled') return fix('platform_garbled', { platform: 'Twilio' })
  if (asked.state !== 'refused') return fix('platform_unreachable', { why: asked.why })
  return asked.code === NOT_AUTHENTICATED
    ? fix(refused)
    : fix('platform_trouble', { why: `${asked.code} ${asked.why}` })
}
