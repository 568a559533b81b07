import type { ChannelKind } from '../../api/channels/queries.ts'
import type { Ctx } from '../../api/context.ts'
import type { TurnInput } from '../../api/conversations/queries.ts'
import type { Spoken } from '../../api/conversations/commands/open-session.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import type { Worded } from '../../api/outbox/schema.ts'
import type { Language, Tenant } from '../../api/tenants/schema.ts'
import type { Fetched } from '../doors.ts'
import type { Heard, Sent } from '../heard.ts'

/** Lets the turn give up its place among those at work while it waits for somebody outside. */
export type Aside = <T>(wait: () => Promise<T>) => Promise<T>

/** What one turn is about, whoever speaks. */
export type Turn = {
  tenant: Tenant
  publicUrl: string
  channel: { id: string; key: string; kind: ChannelKind; name: string; hasMenus: boolean }
  input: TurnInput
  heard: Heard[]
  /** what the person sent before, without a word: it is kept only with what these words come to */
  sentBefore?: Sent[]
  eventIds: string[]
  /** reads a raw event of this turn's channel */
  hear: (raw: Buffer) => Heard
  /** fetches what a bubble carried, if the channel can */
  media: (origin: string) => Promise<Fetched | undefined>
  profile: (userId: string) => Promise<{ name: string; language: string | undefined } | undefined>
  aside: Aside
  /** what the platform calls this group, if it says so */
  groupName: () => Promise<string | undefined>
}

/** What the turn says and what it leaves behind. */
export type TurnResult = {
  say: Worded[]
  state: ConversationState
  language: Language | null
  contactId: string | null
  /** the session a customer spoke in */
  spoken?: Spoken
  /** what was sent before has found what it is about */
  placed?: true
  /** of this answer, where it is not the conversation's: in a group everybody has their own */
  speaks?: Language | null
}

/** Thinks outside the transaction, answers inside: `respond` may run again from the top with another way to answer. */
export type Room = { respond: (ctx: Ctx) => Promise<TurnResult>; afterRefusal?: (trouble: unknown) => Room | undefined }

/** Nothing is said and nothing changes; the events are answered by silence. */
export const unchanged = (turn: Turn, say: Worded[] = []): TurnResult => ({
  say,
  state: turn.input.conversation.state as ConversationState,
  language: turn.input.conversation.language,
  contactId: turn.input.conversation.contactId,
})
