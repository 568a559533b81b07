import { z } from 'zod'
import type { Channel } from '../../api/channels/queries.ts'

/** ok: seen to be right. fix: wrong, and what to do. look: nobody can read it from here, so a person must look. */
const findingStates = ['ok', 'fix', 'look'] as const

const findingCodes = [
  'channel_off',
  'credentials_missing',
  'credentials_unreadable',
  'platform_unreachable',
  'platform_trouble',
  'platform_garbled',
  'token_works',
  'token_refused',
  'connected_twice',
  'webhook_set',
  'webhook_right',
  'webhook_elsewhere',
  'webhook_not_accepted',
  'webhook_needs_https',
  'webhook_off',
  'webhook_reached',
  'webhook_not_reached',
  'secret_wrong',
  'redelivery',
  'groups_allowed',
  'groups',
  'auto_replies',
  'liff_incomplete',
  'account_works',
  'account_refused',
  'account_not_active',
  'sender_online',
  'sender_not_online',
  'sender_unknown',
  'sender_look',
  'webhook_look',
  'webhook_at_twilio',
  'webhook_differs',
  'recipients',
  'recipients_none',
  'recipients_elsewhere',
  'heard',
  'not_heard_yet',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** What a look at the platform found, before it has words. */
export type Finding = { code: FindingCode; state: (typeof findingStates)[number]; facts: Record<string, string> }

export const ok = (code: FindingCode, facts: Record<string, string> = {}): Finding => ({ code, state: 'ok', facts })
export const fix = (code: FindingCode, facts: Record<string, string> = {}): Finding => ({ code, state: 'fix', facts })
export const look = (code: FindingCode, facts: Record<string, string> = {}): Finding => ({ code, state: 'look', facts })

export type ToLookAt = {
  channel: Channel
  webhookUrl: string
  /** replace another system's webhook address with ours */
  takeOver: boolean
  /** the bot is in a group already, so the platform allows it */
  inGroup: boolean
}

/** What a look found, and who the account is at its platform. */
export type Looked = { findings: Finding[]; account?: { externalId: string; name: string } }

export const FindingView = z
  .object({
    code: z.enum(findingCodes),
    state: z.enum(findingStates),
    message: z.string(),
    todo: z.string().nullable().meta({ description: 'What to do about it; null when there is nothing to do' }),
  })
  .meta({ id: 'ChannelFinding' })
