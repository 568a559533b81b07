import { z } from 'zod'
import { languages, type Language } from '../tenants/schema.ts'

export type GroupPurpose = 'staff' | 'vip' | 'partner' | 'ignore'

/** A lane of the inbox: everything one source said on one channel, taken strictly in order by whoever holds its lease. */
export type Lane = { tenantId: string; channelId: string; sourceId: string }

/** One signed event as it came, before anybody understood it. */
export type Inbound = Lane & {
  kind: 'direct' | 'group'
  eventId: string
  raw: Buffer
  /** the platform's own time of the event */
  happenedAt: Date
}

export type Waiting = { id: string; raw: Buffer; happenedAt: Date; attempts: number }

export type TurnConversation = {
  id: string
  kind: 'direct' | 'group'
  sourceId: string
  channelId: string
  contactId: string | null
  purpose: GroupPurpose | null
  mode: 'bot' | 'staff'
  language: Language | null
  state: Record<string, unknown>
  chainHead: Buffer | null
  chainCount: number
  reference: string | null
  sessionId: string | null
  sessionAt: Date | null
}

export type AnswerValue = string | number | boolean

/** A conversation's unfinished business: what is known by name, and what was asked last. It survives days and restarts. */
export type Draft = {
  id: string
  dialogue: 'book' | 'report'
  /** key of the booking kind or case type */
  kind: string
  answers: Record<string, AnswerValue>
  asked?: string
  /** how often the same question was not understood */
  misses?: number
  caseId?: string
  startedAt: string
  /** keys or ids of what was put before the person to choose from, best first */
  offered?: string[]
  /** days of which each would do, as they were wished for: the first with room is taken */
  days?: string[]
  /** weekdays they would rather have, of any week; Monday is 0 */
  weekdays?: number[]
  /** told in one message with the booking before it: it goes on by itself when that one is sent or given up */
  follows?: true
  /** another booking, which was set aside before this one */
  behind?: Draft
  /** what they have not decided yet, beyond what was said of it */
  leftOpen?: string[]
  /** it was read back once */
  readBack?: boolean
}

/** A member of staff who tapped 'Reply to customer' (or 'Note', 'Ask'…): their next text is for that, not group talk. */
export type PendingReply = {
  /** what the words are for: to the customer, unless it says otherwise */
  does?: 'ask' | 'note' | 'order' | 'propose'
  conversationId?: string
  caseId?: string
  bookingId?: string
  /** of another time to propose */
  slotId?: string
  date?: string
  time?: string
  /** the order is what was missing: the case is resolved then, with this cause if one was chosen; `times` is how often it had been reopened */
  resolves?: { cause: string; times: number }
  text?: string
  at: string
}

/** What words that nobody said may have changed. */
export type BeforeVoice = Pick<ConversationState, 'draft' | 'parked' | 'clarifying' | 'about'>

/** conversations.state, kept between turns. */
export type ConversationState = {
  draft?: Draft
  /** set aside while something more urgent is dealt with; taken up again after */
  parked?: Draft
  /** what the bot offered last when it was not sure: a tap on an older one explains itself */
  clarifying?: { text: string; at: string; choices?: { kind: string; key: string }[] }
  /** they were just asked whether a booking of theirs is to be cancelled, with what they were told of it; the next words answer that */
  cancelling?: { bookingId?: string; seen?: string; at: string }
  /** they were just asked what becomes of the case they did not mean, or whether to withdraw it, or did; the next words may answer that, or undo it */
  withdrawing?: { caseId: string; at: string; asked: 'else' | 'sure' | 'done' }
  /** the times they were just offered for a booking of theirs that is to be moved; the next words may be one of them */
  moving?: { bookingId: string; seen: string; slotIds: string[]; at: string }
  /** the case or booking the customer and the bot spoke of last */
  about?: { caseId?: string; bookingId?: string }
  greetedAt?: string
  /**
   * what the bot last said that it does not know, cannot find, or has an article for: what a yes to that takes, and which question it was.
   * Of the next turn only
   */
  help?: {
    text: string
    at: string
    yes?: 'case' | 'person'
    type?: string
    questionId?: string
    articleId?: string
    /** the one article that was asked about: a yes means it */
    perhaps?: string
  }
  /** the place or thing a question was about: what 'there' means a moment later */
  spokenOf?: { places: Record<string, AnswerValue>; at: string }
  /** what was told of those who come (an allergy, a bad knee) before a booking began: it goes into the note of the one that follows */
  told?: { words: string; at: string }
  /** files that came without a word: when the last was answered, of which set it was, whether a voice note that nobody heard, and since when some belong to nothing yet */
  pictures?: { at: string; set?: string; voice?: boolean; since?: string }
  /** voice notes of the last turn: what was under way before them, and whether something else was asked along with what was heard */
  heard?: { messageIds: string[]; at: string; asksElse: boolean; before: BeforeVoice }
  /** wrong codes to link a staff member, said in this hour */
  wrongCodes?: { hour: string; count: number }
  /** buttons that were refused today, by a short hash of each: one that comes a thousand times is kept once */
  refusedTaps?: { day: string; marks: string[] }
  /** staff groups: how often each button was tapped by each person in this minute, by a short hash of both */
  tapped?: { minute: string; times: Record<string, number> }
  /** messages taken back or changed before they came, by the platform's id: when one comes, it is not heard */
  overtaken?: string[]
  /** staff groups: who is writing to whom, by staff id */
  replies?: Record<string, PendingReply>
  /** customers' groups: what each person and the bot are in the middle of, by the platform's id of the person */
  people?: Record<string, PersonInGroup>
  /** groups: an admin or manager is being asked what the group is for; older buttons say something else */
  setUp?: { at: string }
}

export const ConversationFilters = z.object({
  kind: z.enum(['direct', 'group']).optional(),
  mode: z.enum(['bot', 'staff']).optional(),
  contact: z.uuid().optional(),
  channel: z.uuid().optional(),
})

export const ConversationView = z
  .object({
    id: z.uuid(),
    reference: z.string().nullable().meta({ description: 'An id that people can read, from the first word on' }),
    channelId: z.uuid(),
    kind: z.enum(['direct', 'group']),
    purpose: z.string().nullable(),
    mode: z.enum(['bot', 'staff']).meta({ description: 'In whose hands it is' }),
    language: z.enum(languages).nullable(),
    contact: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
    lastMessageAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Conversation' })
export type ConversationView = z.infer<typeof ConversationView>

const SessionView = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().meta({ description: 'When the last word in it was said' }),
    messages: z.int(),
  })
  .meta({ id: 'ChatSession' })
export type SessionView = z.infer<typeof SessionView>

export const ConversationInFull = ConversationView.extend({ sessions: z.array(SessionView) }).meta({
  id: 'ConversationInFull',
})

export const MessageView = z
  .object({
    id: z.uuid(),
    sessionId: z.uuid().nullable(),
    direction: z.enum(['in', 'out']),
    author: z.enum(['customer', 'bot', 'staff']),
    staff: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
    caseId: z.uuid().nullable(),
    bookingId: z.uuid().nullable(),
    kind: z.string(),
    text: z.string().nullable(),
    gist: z.string().nullable().meta({
      description: 'What it says in the business’s own language, as a model told it, where it was written in another',
    }),
    heardBy: z.string().nullable().meta({
      description: 'Of a voice note: the language model that heard `text` in it. The recording is what counts',
    }),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Message' })
export type MessageView = z.infer<typeof MessageView>

/** What somebody of ours noted on a case or booking for colleagues. `staff` is null where another program did. */
export const NoteView = z
  .object({
    id: z.uuid(),
    text: z.string(),
    staff: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Note' })
export type NoteView = z.infer<typeof NoteView>

/** A picture, sound or file that was sent in a group without a word: where it is to be had, while its sender may still say what it is about. */
export type SentBefore = {
  kind: 'image' | 'video' | 'audio' | 'file'
  at: string
  messageId: string
  media: { origin: string | undefined; name?: string; size?: number; durationMs?: number; set?: string }
}

/** One person's dialogue in a group: nobody continues what another began. */
export type PersonInGroup = { state: ConversationState; language: Language | null; at: string; sent?: SentBefore[] }
