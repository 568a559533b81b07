import type { Channel, ChannelKind } from '../api/channels/queries.ts'
import type { Outcome, Parcel, Worded } from '../api/outbox/schema.ts'
import type { Heard } from './heard.ts'

/** Where a parcel goes: the platform's own address of the chat. */
export type Address = { to: string; kind: 'direct' | 'group' }

/** One messaging platform, as the desk needs it. */
export type Door = {
  hear: (raw: Buffer, happenedAt: Date) => Heard
  /** What was typed may be one of the choices offered last: its number, its title. Where buttons always tap, there is nothing to do. */
  recognise?: (channel: Pick<Channel, 'id'>, sourceId: string, heard: Heard[]) => Promise<Heard[]>
  send: (parcel: Parcel, words: () => Promise<Worded[]>, channel: Channel, address: Address) => Promise<Outcome>
  profile: (channel: Channel, userId: string) => Promise<{ name: string; language: string | undefined } | undefined>
}

export type Doors = Partial<Record<ChannelKind, Door>>
