import type { Ctx } from '../../api/context.ts'
import type { ConversationState } from '../../api/conversations/schema.ts'
import type { Worded } from '../../api/outbox/schema.ts'
import type { StaffMember } from '../../api/staff/queries.ts'
import type { Copy } from '../copy/copy.ts'
import type { Reader } from './cards.ts'

/** What a member of staff does in the group, inside the transaction. */
export type StaffTurn = {
  ctx: Ctx
  who: StaffMember
  copy: Copy
  reader: Reader
  state: ConversationState
  /** a command, not a button */
  typed: boolean
}

/** What the group hears, and what is remembered of who writes to whom. */
export type StaffAnswer = { say: Worded[]; state?: ConversationState }
