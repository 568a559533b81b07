import type { Channel, ChannelKind } from '../api/channels/queries.ts'
import type { TokenState } from '../api/channels/schema.ts'
import type { Outcome, Parcel, Worded } from '../api/outbox/schema.ts'
import type { Looked, ToLookAt } from './connect/findings.ts'
import type { Heard } from './heard.ts'
import type { MenuToPut, PutMenus } from './rich-menu/menu.ts'

/** Where a parcel goes: the platform's own address of the chat. */
export type Address = { to: string; kind: 'direct' | 'group' }

/** One messaging platform, as the desk needs it. */
export type Door = {
  hear: (raw: Buffer, happenedAt: Date) => Heard
  /** What was typed may be one of the choices offered last: its number, its title. Where buttons always tap, there is nothing to do. */
  recognise?: (channel: Pick<Channel, 'id'>, sourceId: string, heard: Heard[]) => Promise<Heard[]>
  send: (parcel: Parcel, words: () => Promise<Worded[]>, channel: Channel, address: Address) => Promise<Outcome>
  profile: (channel: Channel, userId: string) => Promise<{ name: string; language: string | undefined } | undefined>
  /** Everything an admin should know of the account, as far as the platform tells; it may set our webhook there. */
  look?: (at: ToLookAt) => Promise<Looked>
  /** Whether the platform takes the credentials, by the cheapest call there is. */
  probe?: (channel: Channel) => Promise<TokenState>
  /** The menu below the chat, where there is such a thing. */
  putMenus?: (channel: Channel, menus: MenuToPut[]) => Promise<PutMenus>
}

export type Doors = Partial<Record<ChannelKind, Door>>
