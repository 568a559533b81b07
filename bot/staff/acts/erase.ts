import { eraseCustomer } from '../../../api/erasure/commands/erase-customer.ts'
import { Refusal } from '../../../api/errors.ts'
import { contactOfConversation } from '../../../api/conversations/queries.ts'
import type { ConversationState } from '../../../api/conversations/schema.ts'
import { leads } from '../../../api/policy.ts'
import { staffActor } from '../../../api/staff/queries.ts'
import { tapsOf, text } from '../../messages.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose } from './present.ts'

/** Asked once more, of who may: it cannot be undone. */
export async function askErase(turn: StaffTurn, conversationId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader, who } = turn
  if (!leads(staffActor(who))) throw new Refusal('not_allowed', { action: 'erase' })
  const contact = await contactOfConversation(ctx, conversationId)
  if (!contact?.id) throw new Refusal('not_found')
  const yes = tapsOf(reader)(copy.acts.eraseYes, 'erase', conversationId, 'yes')
  return { say: choose(contact.name ?? copy.customer, copy.acts.eraseSure(), [yes]) }
}

/** What is answered names nobody: it is kept like everything that is said here. */
export async function erase(turn: StaffTurn, conversationId: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const contact = await contactOfConversation(ctx, conversationId)
  if (!contact?.id) throw new Refusal('not_found')
  const done = await eraseCustomer(ctx, { contactId: contact.id })
  const words = done ? copy.acts.erased(who.name) : copy.acts.erasedBefore()
  return { say: [text(words)], state: withoutRepliesTo(turn.state, conversationId) }
}

/** Nobody goes on writing to them, about whatever it was. */
function withoutRepliesTo(state: ConversationState, conversationId: string): ConversationState {
  const left = Object.entries(state.replies ?? {}).filter(([, it]) => it.conversationId !== conversationId)
  return { ...state, replies: Object.fromEntries(left) }
}
