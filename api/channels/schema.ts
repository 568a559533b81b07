import { z } from 'zod'
import { Capabilities } from './capabilities.ts'
import { AccountSid, AuthToken, LineSecret, LineToken, pasted, WhatsappSender } from './credentials.ts'
import { written } from '../written.ts'

const ChannelName = written(100)
const ChannelKey = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{1,59}$/, '2 to 60 lower-case letters, digits and hyphens, a letter first')
  .meta({
    description:
      'Stands in the webhook’s address; unique on the whole desk. Made from the business’s key when left out',
  })
const LiffId = pasted.pipe(z.string().regex(/^\d+-[A-Za-z0-9]+$/, 'A LIFF id is digits, a hyphen and letters'))
const LoginChannelId = pasted.pipe(z.string().regex(/^\d{5,20}$/, 'The channel id of LINE Login is digits'))

/** What an admin pastes to connect an account. */
export const NewChannel = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('line'),
    name: ChannelName,
    key: ChannelKey.optional(),
    secret: LineSecret.meta({ description: 'Channel secret, from "Basic settings"' }),
    token: LineToken.meta({ description: 'Channel access token (long-lived), from "Messaging API"' }),
    liffId: LiffId.optional(),
    loginChannelId: LoginChannelId.optional(),
  }),
  z.strictObject({
    kind: z.literal('whatsapp'),
    name: ChannelName,
    key: ChannelKey.optional(),
    accountSid: AccountSid,
    authToken: AuthToken,
    sender: WhatsappSender,
  }),
])
export type NewChannel = z.output<typeof NewChannel>

/** What may be changed. Credentials of the other kind of account are refused by name. */
export const ChannelChange = z.strictObject({
  name: ChannelName.optional(),
  active: z.boolean().optional(),
  secret: LineSecret.optional(),
  token: LineToken.optional(),
  liffId: LiffId.nullable().optional(),
  loginChannelId: LoginChannelId.nullable().optional(),
  accountSid: AccountSid.optional(),
  authToken: AuthToken.optional(),
  sender: WhatsappSender.optional(),
})
export type ChannelChange = z.output<typeof ChannelChange>

const tokenStates = ['works', 'refused', 'unreachable'] as const
export type TokenState = (typeof tokenStates)[number]

/** A channel without its secrets: their last four characters, to recognise them by. */
export const ChannelView = z
  .object({
    id: z.uuid(),
    key: z.string(),
    kind: z.enum(['line', 'whatsapp', 'api']),
    name: z.string(),
    active: z.boolean(),
    botName: z.string().nullable(),
    sender: z
      .string()
      .nullable()
      .meta({ description: 'Whom the platform knows it as: the bot’s user id, or the number' }),
    secret: z.string().nullable(),
    token: z.string().nullable(),
    credentials: z
      .enum(['readable', 'none', 'unreadable'])
      .meta({ description: 'Unreadable: encrypted under a key this desk does not have; give them again' }),
    liffId: z.string().nullable(),
    loginChannelId: z.string().nullable(),
    webhookUrl: z.string().nullable(),
    capabilities: Capabilities,
    createdAt: z.iso.datetime(),
    can: z.array(z.enum(['change', 'check', 'test', 'recipients'])),
  })
  .meta({ id: 'Channel' })
export type ChannelView = z.infer<typeof ChannelView>

const Counted = z.object({
  sent: z.int(),
  failed: z.int().meta({ description: 'Dead, or of unknown fate' }),
  events: z.int(),
  setAside: z.int().meta({ description: 'Events that could not be handled' }),
  errorRate: z.number().nullable().meta({ description: 'Failed and set aside among all; null when nothing happened' }),
})
export type Counted = z.infer<typeof Counted>

export const ChannelHealth = z
  .object({
    lastEventAt: z.iso.datetime().nullable(),
    lastSentAt: z.iso.datetime().nullable(),
    hour: Counted,
    day: Counted,
    token: z.object({
      state: z.enum([...tokenStates, 'unchecked']),
      checkedAt: z.iso.datetime().nullable(),
      since: z.iso.datetime().nullable(),
    }),
  })
  .meta({ id: 'ChannelHealth' })
export type ChannelHealth = z.infer<typeof ChannelHealth>

export const Recipients = z
  .object({
    groups: z.array(
      z.object({ id: z.uuid(), name: z.string().nullable(), since: z.iso.datetime(), chosen: z.boolean() }),
    ),
    staff: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.string(), chosen: z.boolean() })),
  })
  .meta({ id: 'ChannelRecipients' })
export type Recipients = z.infer<typeof Recipients>

export const RecipientChoice = z.strictObject({
  groups: z.array(z.uuid()).max(100),
  staff: z.array(z.uuid()).max(100),
})
