import type { Channel, ChannelKind } from '../api/channels/queries.ts'
import type { Outcome, Parcel, Worded } from '../api/outbox/schema.ts'
import type { Heard } from './heard.ts'

/** Where a parcel goes: the platform's own address of the chat. */
export type Address = { to: string; kind: 'direct' | 'group' }

/** One messaging platform, as the desk needs it. WhatsApp gets a door of its own beside LINE's. */
export type Door = {
  hear: (raw: Buffer, happenedAt: Date) => Heard
  send: (parcel: Parcel, words: () => Promise<Worded[]>, channel: Channel, address: Address) => Promise<Outcome>
  /** Shows that an answer is being thought about. A courtesy: it may fail, and a platform may have none. */
  busy?: (channel: Channel, address: Address, heard: Heard | undefined) => Promise<void>
  /** Marks what was said as read. A courtesy as well. */
  read?: (channel: Channel, heard: Heard) => Promise<void>
  profile: (channel: Channel, userId: string) => Promise<{ name: string; language: string | undefined } | undefined>
}

export type Doors = Partial<Record<ChannelKind, Door>>
