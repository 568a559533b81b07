/** One event of a channel in the desk's own terms. `at` is the platform's time. */
export type Heard = {
  /** the person, where the platform says so: in groups it may not */
  userId: string | undefined
  at: Date
  replyToken: string | undefined
  messageId: string | undefined
} /** `repliesTo`: the platform's id of the message that was quoted */ & (
  | { kind: 'text'; text: string; addressed: boolean; repliesTo?: string }
  | { kind: 'tap'; data: string; picked: string | undefined }
  | { kind: 'sticker' | 'image' | 'video' | 'audio' | 'file' | 'location' }
  | { kind: 'unsent'; removedId: string }
  | { kind: 'edited'; text: string }
  | { kind: 'followed' | 'blocked' | 'joined' | 'left' | 'ignored' }
  | { kind: 'members_joined' | 'members_left'; userIds: string[] }
)

export type Words = Extract<Heard, { kind: 'text' }>
export type TapHeard = Extract<Heard, { kind: 'tap' }>

/** What a person says with words or pictures: several in a row are one turn. Everything else is taken by itself. */
export const isBubble = (it: Heard): boolean =>
  ['text', 'sticker', 'image', 'video', 'audio', 'file', 'location'].includes(it.kind)
