import type { Channel, ChannelKind } from '../api/channels/queries.ts'
import type { Outcome, Parcel, Worded } from '../api/outbox/schema.ts'
import type { Heard } from './heard.ts'

/** Where a parcel goes: the platform's own address of the chat. */
export type Address = { to: string; kind: 'direct' | 'group' }

/**
 * A picture, sound or file on its way from the platform. 'not yet' is asked again later, with longer and longer pauses; 'gone' is never
 * asked again. The bytes are read to the end or left at once: a door may stream them. What is declared is only declared; the bytes decide.
 */
export type Fetched =
  | { state: 'here'; bytes: AsyncIterable<Uint8Array>; length: number | undefined }
  | { state: 'not yet' }
  | { state: 'gone'; why: 'withdrawn' | 'expired' }

/** One messaging platform, as the desk needs it. */
export type Door = {
  hear: (raw: Buffer, happenedAt: Date) => Heard
  /** What was typed may be one of the choices offered last: its number, its title. Where buttons always tap, there is nothing to do. */
  recognise?: (channel: Pick<Channel, 'id'>, sourceId: string, heard: Heard[]) => Promise<Heard[]>
  send: (parcel: Parcel, words: () => Promise<Worded[]>, channel: Channel, address: Address) => Promise<Outcome>
  /** Shows that an answer is being thought about. A courtesy: it may fail, and a platform may have none. */
  busy?: (channel: Channel, address: Address, heard: Heard | undefined) => Promise<void>
  profile: (channel: Channel, userId: string) => Promise<{ name: string; language: string | undefined } | undefined>
  /**
   * Fetches what a bubble carried, by the `origin` that `hear` put into its `media` (LINE: the message id; Twilio: the MediaUrl), with the
   * channel's credentials, and from no other host than the platform's. Trouble is thrown and tried again later.
   * A door without it loses what people send: their files end as gone.
   */
  media?: (channel: Channel, origin: string) => Promise<Fetched>
}

export type Doors = Partial<Record<ChannelKind, Door>>
