import { createHash } from 'node:crypto'

export type Role = 'customer' | 'staff' | 'stranger'

/** A channel of a tenant, on whichever platform. */
export type Account = {
  key: string
  tenantKey: string
  tenantName: string
  botName: string
  /** Where the clock of this tenant's phones stands; Asia/Bangkok when left out. */
  timeZone?: string
}

/** One Official Account of a tenant, as LINE knows it. */
export type Channel = Account & {
  secret: string
  token: string
  botUserId: string
  liffId?: string
  loginChannelId?: string
}

/** One WhatsApp sender of a tenant, as Twilio knows it. */
export type Sender = Account & {
  accountSid: string
  authToken: string
  /** `whatsapp:+…` */
  address: string
  /** With a Messaging Service Twilio itself obeys STOP and START (Advanced Opt-Out). */
  messagingServiceSid?: string
}

export type Person = {
  userId: string
  name: string
  language: string
  role: Role
  /** Lets the page link this person by `link demo-<staffKey>`. */
  staffKey?: string
  /** On WhatsApp: the id that stays when the number is hidden (`whatsapp:TH.…`); it is the userId of who hides theirs. */
  bsuid?: string
  /** On WhatsApp: the LINE userId of the same person. */
  onLine?: string
}

/** `botIn` is true when left out: the bot is in the group already. */
export type Group = { groupId: string; name: string; members: string[]; botIn?: boolean }

export type Cast = { channelKey: string; people: Person[]; groups: Group[] }

const LINE_ID = /^[UCR][0-9a-f]{32}$/

export const isLineId = (id: string) => LINE_ID.test(id)
export const isUserId = (id: string) => isLineId(id) && id.startsWith('U')

/** A person or sender on WhatsApp: a number, or a business-scoped id, a country and up to 128 letters and digits. */
export const isWhatsAppAddress = (id: string) => /^whatsapp:(\+[1-9]\d{6,14}|[A-Z]{2}\.[0-9A-Za-z]{1,128})$/.test(id)

const digestOf = (words: string) => createHash('sha256').update(words).digest('hex')

/** A Thai mobile number that is the same for the same words every time; 00 after the prefix is given to nobody. */
export const whatsAppNumber = (words: string): string =>
  `whatsapp:+66800${String(Number.parseInt(digestOf(words).slice(0, 8), 16) % 1_000_000).padStart(6, '0')}`

/** The id that this business knows a person by even when they hide their number. */
export const whatsAppId = (words: string): string => `whatsapp:TH.${digestOf(words).slice(0, 20)}`

/** A LINE id that is the same for the same words every time. */
export function lineId(kind: 'U' | 'C' | 'R', words: string): string {
  return kind + digestOf(words).slice(0, 32)
}
