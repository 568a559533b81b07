import type { Channel, ChannelKind } from '../api/channels/queries.ts'
import type { Outcome, Parcel, Worded } from '../api/outbox/schema.ts'
import type { Heard } from './heard.ts'

/** Where a parcel goes: the platform's own address of the chat. */
export type Address = { to: string; kind: 'direct' | 'group' }

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

/** One messaging platform, as the desk needs it. WhatsApp gets a door of its own beside LINE's. */
export type Door = {
  hear: (raw: Buffer, happenedAt: Date) => Heard
  send: (parcel: Parcel, words: () => Promise<Worded[]>, channel: Channel, address: Address) => Promise<Outcome>
  profile: (channel: Channel, userId: string) => Promise<{ name: string; language: string | undefined } | undefined>
  groups?: GroupDoor
}

export type Doors = Partial<Record<ChannelKind, Door>>
