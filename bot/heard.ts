/** A picture, sound or file: what the platform says of it, and where its bytes are to be had (`origin`, read by the channel's own door). */
export type Media = {
  /** without it there is nothing to fetch: the platform does not keep it */
  origin: string | undefined
  name?: string
  /** bytes, where the platform says so before anybody fetches them */
  size?: number
  durationMs?: number
  /** pictures that were sent in one go; they come one by one, in any order */
  set?: string
}
export type Transcript = { words: string; by: string }
export type Place = { title?: string; address?: string; latitude: number; longitude: number }
export type Sticker = { packageId?: string; stickerId?: string; text?: string; keywords?: string[] }

/** One event of a channel in the desk's own terms. `at` is the platform's time. */
export type Heard = {
  /** the person, where the platform says so: in groups it may not */
  userId: string | undefined
  at: Date
  replyToken: string | undefined
  messageId: string | undefined
  /** lets the platform show that this, and all before it, was read */
  readToken?: string | undefined
  /** other names of the same person on this channel, and what the platform calls them, where it says so with the event */
  alsoKnownAs?: string[]
  called?: string
} /** `repliesTo`: the platform's id of the message that was quoted */ & (
  | { kind: 'text'; text: string; addressed: boolean; repliesTo?: string }
  | { kind: 'tap'; data: string; picked: string | undefined }
  // of a voice note: what a language model heard in it (`by`), or why none did
  | { kind: 'image' | 'video' | 'audio' | 'file'; media?: Media; transcript?: Transcript; unheard?: string }
  | { kind: 'sticker'; sticker?: Sticker }
  | { kind: 'location'; place?: Place }
  /** a kind of message that was not there when this was written; `what` is what the platform calls it */
  | { kind: 'unknown'; what: string }
  // `mark` is what the raw bytes of that message hold, and those of no other
  | { kind: 'unsent'; removedId: string; mark: string }
  | { kind: 'edited'; text: string; mark: string; addressed: boolean }
  | { kind: 'followed' | 'blocked' | 'joined' | 'left' | 'ignored' }
  | { kind: 'members_joined' | 'members_left'; userIds: string[] }
  /** they do not want to be written to any more, or again; `told` by the platform itself already */
  | { kind: 'stopped' | 'started'; wording: string; told: boolean }
)

export type Words = Extract<Heard, { kind: 'text' }>
export type Sent = Extract<Heard, { kind: 'image' | 'video' | 'audio' | 'file' }>
export type TapHeard = Extract<Heard, { kind: 'tap' }>

/** What a person says with words or pictures: several in a row are one turn. Everything else is taken by itself. */
export const isBubble = (it: Heard): boolean =>
  ['text', 'sticker', 'image', 'video', 'audio', 'file', 'location', 'unknown'].includes(it.kind)
