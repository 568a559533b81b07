import type { Ctx } from '../../api/context.ts'
import type { ConversationState, Draft } from '../../api/conversations/schema.ts'
import type { Meant } from '../../api/knowledge/queries/find-answer.ts'
import type { Worded } from '../../api/outbox/schema.ts'
import type { Language, Tenant } from '../../api/tenants/schema.ts'
import type { Slots, Understanding } from '../../api/triage/understanding.ts'
import type { Copy } from '../copy/copy.ts'
import type { TapMaker } from '../messages.ts'

/** One turn of a customer, inside its transaction: what a dialogue may use. */
export type CustomerTurn = {
  ctx: Ctx
  tenant: Tenant
  language: Language
  copy: Copy
  tap: TapMaker
  publicUrl: string
  channelId: string
  channelKey: string
  conversationId: string
  contactId: string
  contactName: string | null
  /** others read the answer: what was told in private is not spoken of */
  inGroup?: boolean
  state: ConversationState
  /** all bubbles of the turn, one a line */
  said: string
  /** when the first of them was said: an SLA runs from there */
  at: Date
  source: string
  /** what words say, taken for words about a booking of this kind */
  slotsFor: (said: string, kind: string) => Slots
  /** the same, taken for words about a trouble of this type */
  slotsOfCase: (said: string, type: string) => Slots
  /** what reads them: another object as soon as the names of what is booked may be others */
  readBy?: object
  /** which article its question means, by a language model */
  meant?: Meant
}

/** Reads other words than the turn's own: a part of them, or earlier ones. */
export type Understand = (said: string) => Understanding

/** What the turn came to. `caseId` and `bookingId` tie the customer's words to the record they led to. */
export type Answer = {
  say: Worded[]
  state: ConversationState
  caseId?: string
  bookingId?: string
}

export const answer = (turn: CustomerTurn, say: Worded[], change: Partial<ConversationState> = {}): Answer => ({
  say,
  state: { ...turn.state, ...change },
})

/** Without its draft: the business is finished or given up. */
export const withoutDraft = (state: ConversationState): ConversationState => {
  const { draft: _, ...rest } = state
  return rest
}

export const withDraft = (state: ConversationState, draft: Draft): ConversationState => ({ ...state, draft })

/** Makes room for something else: what was set aside before waits behind it. */
export const setAside = (state: ConversationState, draft: Draft): ConversationState => {
  const { parked, ...rest } = withoutDraft(state)
  return { ...rest, parked: parked ? { ...draft, behind: parked } : draft }
}

/** What was set aside last is in hand again, and what was behind it waits. */
export function takenUp(state: ConversationState): { state: ConversationState; parked: Draft | undefined } {
  const { parked, ...rest } = state
  const { behind, ...own } = parked ?? {}
  return { state: behind ? { ...rest, parked: behind } : rest, parked: parked && (own as Draft) }
}
