import type { Channel, ChannelKind } from '../api/channels/queries.ts'
import type { TokenState } from '../api/channels/schema.ts'
import type { Outcome, Parcel, Worded } from '../api/outbox/schema.ts'
import type { Looked, ToLookAt } from './connect/findings.ts'
import type { Heard } from './heard.ts'
import type { MenuToPut, PutMenus } from './rich-menu/menu.ts'

/** Where a parcel goes: the platform's own address of the chat. */
export type Address = { to: string; kind: 'direct' | 'group' }

/**
 * A picture, sound or file on its way from the platform. 'not yet' is asked again later, with longer and longer pauses; 'gone' is never
 * asked again. The bytes are read to the end or left at once: a door may stream them. What is declared is only declared; the bytes decide.
 */
export type Fetched =
  | { state: 'here'; bytes: AsyncIterable<Uint8Array>; length: number | undefined; declared: string | undefined }
  | { state: 'not yet' }
  | { state: 'gone'; why: 'withdrawn' | 'expired' }
/** What a platform with groups can do with them. One without has none: nothing else needs to know. */
export type GroupDoor = {
  name: (channel: Channel, groupId: string) => Promise<string | undefined>
  /** works for people who are no friends of the bot, too */
  member: (
    channel: Channel,
    groupId: string,
    userId: string,
  ) => Promise<{ name: string; language: string | undefined } | undefined>
  leave: (parcel: Parcel, channel: Channel, groupId: string) => Promise<Outcome>
}

/** One messaging platform, as the desk needs it. */
export type Door = {
  hear: (raw: Buffer, happenedAt: Date) => Heard
  /** What was typed may be one of the choices offered last: its number, its title. Where buttons always tap, there is nothing to do. */
  recognise?: (channel: Pick<Channel, 'id'>, sourceId: string, heard: Heard[]) => Promise<Heard[]>
  send: (parcel: Parcel, words: () => Promise<Worded[]>, channel: Channel, address: Address) => Promise<Outcome>
  /** Shows that an answer is being thought about. A courtesy: it may fail, and a platform may have none. */
  busy?: (channel: Channel, address: Address, heard: Heard | undefined) => Promise<void>
  /** Marks what was said as read. A courtesy as well. */
  read?: (channel: Channel, heard: Heard) => Promise<void>
  profile: (channel: Channel, userId: string) => Promise<{ name: string; language: string | undefined } | undefined>
  /** Everything an admin should know of the account, as far as the platform tells; it may set our webhook there. */
  look?: (at: ToLookAt) => Promise<Looked>
  /** Whether the platform takes the credentials, by the cheapest call there is. */
  probe?: (channel: Channel) => Promise<TokenState>
  /** The menu below the chat, where there is such a thing. */
  putMenus?: (channel: Channel, menus: MenuToPut[]) => Promise<PutMenus>
  /** One person’s menu, by the platform’s id; null is everybody’s. */
  giveMenu?: (channel: Channel, userId: string, menu: string | null) => Promise<void>
  /**
   * Fetches what a bubble carried, by the `origin` that `hear` put into its `media` (LINE: the message id; Twilio: the MediaUrl), with the
   * channel's credentials, and from no other host than the platform's. Trouble is thrown and tried again later.
   * A door without it loses what people send: their files end as gone.
   */
  media?: (channel: Channel, origin: string) => Promise<Fetched>
  groups?: GroupDoor
}

export type Doors = Partial<Record<ChannelKind, Door>>
