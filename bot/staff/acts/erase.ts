import { chatOf, contactById } from '../../../api/contacts/queries.ts'
import { contactOfConversation } from '../../../api/conversations/queries.ts'
import type { ConversationState } from '../../../api/conversations/schema.ts'
import { eraseCustomer } from '../../../api/erasure/commands/erase-customer.ts'
import { idsOf } from '../../../api/erasure/queries.ts'
import { Refusal } from '../../../api/errors.ts'
import { leads } from '../../../api/policy.ts'
import { staffActor } from '../../../api/staff/queries.ts'
import { readYesNo } from '../../../api/triage/slots/yes-no.ts'
import { tapsOf, text } from '../../messages.ts'
import { commandWords } from '../commands/words.ts'
import type { Subject } from '../commands/subjects.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose } from './present.ts'

/** Asked once more, of who may: it cannot be undone. */
export async function askErase(turn: StaffTurn, conversationId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  mustLead(turn)
  const contact = await contactOfConversation(ctx, conversationId)
  if (!contact?.id) throw new Refusal('not_found')
  const yes = tapsOf(reader)(copy.acts.eraseYes, 'erase', conversationId, 'yes')
  return { say: choose(contact.name ?? copy.customer, copy.acts.eraseSure(), [yes]) }
}

/** What is answered names nobody: it is kept like everything that is said here. */
export async function erase(turn: StaffTurn, conversationId: string): Promise<StaffAnswer> {
  const contact = await contactOfConversation(turn.ctx, conversationId)
  if (!contact?.id) throw new Refusal('not_found')
  return eraseNow(turn, contact.id)
}

/** Typed: whose case or booking it is, and with a yes behind it at once. */
export async function eraseOwner(turn: StaffTurn, { it }: Subject, words: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  mustLead(turn)
  const contact = it.contactId ? await contactById(ctx, it.contactId) : undefined
  if (!contact) return { say: [text(copy.acts.noCustomer(it.reference))] }
  if (contact.erasedAt) return { say: [text(copy.acts.erasedBefore())] }
  if (words.trim() && readYesNo(words) === 'yes') return eraseNow(turn, contact.id)
  const typed = `/${commandWords.erase[reader.language][0]} ${it.reference} ${copy.acts.eraseTypedYes}`
  const question = `${copy.acts.eraseSure()}\n${copy.acts.eraseTyped(typed)}`
  const chat = await chatOf(ctx, contact.id)
  const yes = chat ? [tapsOf(reader)(copy.acts.eraseYes, 'erase', chat.id, 'yes')] : []
  return { say: choose(contact.name ?? copy.customer, question, yes) }
}

async function eraseNow(turn: StaffTurn, contactId: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const theirs = await idsOf(ctx, contactId)
  const done = await eraseCustomer(ctx, { contactId })
  const words = done ? copy.acts.erased(who.name) : copy.acts.erasedBefore()
  return { say: [text(words)], state: withoutRepliesTo(turn.state, theirs) }
}

const mustLead = ({ who }: StaffTurn): void => {
  if (!leads(staffActor(who))) throw new Refusal('not_allowed', { action: 'erase' })
}

/** Nobody goes on writing to them, about whatever it was. */
function withoutRepliesTo(state: ConversationState, theirs: Set<string>): ConversationState {
  const left = Object.entries(state.replies ?? {}).filter(
    ([, it]) => ![it.conversationId, it.caseId, it.bookingId].some((id) => id !== undefined && theirs.has(id)),
  )
  return { ...state, replies: Object.fromEntries(left) }
}
