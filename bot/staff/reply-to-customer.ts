import { bookingById } from '../../api/bookings/queries/booking-in-full.ts'
import { caseById } from '../../api/cases/queries/cases-of-contact.ts'
import type { Ctx } from '../../api/context.ts'
import { answerCustomer } from '../../api/conversations/commands/answer-customer.ts'
import { contactOfConversation } from '../../api/conversations/queries.ts'
import type { ConversationState, PendingReply } from '../../api/conversations/schema.ts'
import { Refusal } from '../../api/errors.ts'
import { uuidPattern } from '../../api/ids.ts'
import type { Copy } from '../copy/copy.ts'
import { card, tapsOf, text } from '../messages.ts'
import type { StaffAnswer, StaffTurn } from './staff-turn.ts'

const FORGOTTEN_MS = 10 * 60_000
const MOST_CHARACTERS = 4_000

/** 'Reply to customer': that person's next text here is a draft to this customer. */
export async function startReply(turn: StaffTurn, kind: string, id: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  if (!uuidPattern.test(id)) throw new Refusal('not_found')
  const found = kind === 'case' ? await caseById(ctx, id) : kind === 'booking' ? await bookingById(ctx, id) : undefined
  const conversationId = kind === 'conversation' ? id : found?.conversationId
  if (!conversationId) throw new Refusal('no_conversation')
  const { name } = await customerOf(ctx, conversationId, copy)
  const pending: PendingReply = {
    conversationId,
    at: ctx.now.toISOString(),
    ...(kind === 'case' && { caseId: id }),
    ...(kind === 'booking' && { bookingId: id }),
  }
  return { say: [text(copy.staff.replyPrompt({ who: who.name, name }))], state: withReply(turn.state, who.id, pending) }
}

/** Group talk is internal; only the next text of somebody who is replying becomes a preview. */
export async function draftReply(turn: StaffTurn, words: string): Promise<StaffAnswer> {
  const pending = turn.state.replies?.[turn.who.id]
  const fresh = pending && turn.ctx.now.getTime() - Date.parse(pending.at) < FORGOTTEN_MS
  if (!pending || !fresh || pending.text !== undefined || !words.trim()) return { say: [] }
  const { name } = await customerOf(turn.ctx, pending.conversationId, turn.copy)
  const draft = words.trim().slice(0, MOST_CHARACTERS)
  const tap = tapsOf(turn.reader.tenant.id)
  return {
    say: [
      card({
        title: turn.copy.staff.preview(name),
        body: draft,
        acts: [
          tap(turn.copy.staff.send, 'reply_send', pending.at),
          tap(turn.copy.staff.cancelReply, 'reply_cancel', pending.at),
        ],
      }),
    ],
    state: withReply(turn.state, turn.who.id, { ...pending, text: draft }),
  }
}

/** Sends the previewed words: only their writer may, and only once. */
export async function sendReply(turn: StaffTurn, at: string): Promise<StaffAnswer> {
  const pending = turn.state.replies?.[turn.who.id]
  if (!pending?.text || pending.at !== at) return { say: [text(turn.copy.staff.nothingToSend())] }
  const { name } = await customerOf(turn.ctx, pending.conversationId, turn.copy)
  await answerCustomer(turn.ctx, {
    conversationId: pending.conversationId,
    text: pending.text,
    ...(pending.caseId && { caseId: pending.caseId }),
    ...(pending.bookingId && { bookingId: pending.bookingId }),
  })
  return { say: [text(turn.copy.staff.sent(name))], state: withReply(turn.state, turn.who.id, undefined) }
}

export async function cancelReply(turn: StaffTurn, at: string): Promise<StaffAnswer> {
  const pending = turn.state.replies?.[turn.who.id]
  if (!pending || pending.at !== at) return { say: [text(turn.copy.staff.nothingToSend())] }
  return { say: [text(turn.copy.staff.notSent())], state: withReply(turn.state, turn.who.id, undefined) }
}

function withReply(state: ConversationState, staffId: string, reply: PendingReply | undefined): ConversationState {
  const { [staffId]: _, ...others } = state.replies ?? {}
  return { ...state, replies: reply ? { ...others, [staffId]: reply } : others }
}

/** Whoever left the group writes to nobody through it. */
export const withoutReply = (state: ConversationState, staffId: string): ConversationState =>
  state.replies ? withReply(state, staffId, undefined) : state

/** What the customer of a conversation is called. */
export async function customerOf(ctx: Ctx, conversationId: string, copy: Copy) {
  const contact = await contactOfConversation(ctx, conversationId)
  return { name: contact?.name ?? copy.customer, language: contact?.language ?? null }
}
