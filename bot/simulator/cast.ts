import { createHash } from 'node:crypto'

export type Role = 'customer' | 'staff' | 'stranger'

/** One Official Account of a tenant, as the platform knows it. */
export type Channel = {
  key: string
  tenantKey: string
  tenantName: string
  secret: string
  token: string
  botName: string
  botUserId: string
  liffId?: string
  loginChannelId?: string
  /** Where the clock of this tenant's phones stands; Asia/Bangkok when left out. */
  timeZone?: string
}

export type Person = {
  userId: string
  name: string
  language: string
  role: Role
  /** Lets the page link this person by `link demo-<staffKey>`. */
  staffKey?: string
}

/** `botIn` is true when left out: the bot is in the group already. */
export type Group = { groupId: string; name: string; members: string[]; botIn?: boolean }

export type Cast = { channelKey: string; people: Person[]; groups: Group[] }

const LINE_ID = /^[UCR][0-9a-f]{32}$/

export const isLineId = (id: string) => LINE_ID.test(id)
export const isUserId = (id: string) => isLineId(id) && id.startsWith('U')

/** A LINE id that is the same for the same words every time. */
export function lineId(kind: 'U' | 'C' | 'R', words: string): string {
  return kind + createHash('sha256').update(words).digest('hex').slice(0, 32)
}
