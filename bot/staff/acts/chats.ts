import { windowOf } from '../../../api/whatsapp/queries.ts'
import { conversationAnsweredOutside, handBack, handOver } from '../../../api/conversations/commands/hand-over.ts'
import { conversationsInStaffHands } from '../../../api/conversations/queries/in-staff-hands.ts'
import { conversationById } from '../../../api/conversations/queries.ts'
import { Refusal } from '../../../api/errors.ts'
import { tapsOf, text } from '../../messages.ts'
import { handedBackWords } from '../../notices/hand-back.ts'
import { conversationCard } from '../cards.ts'
import { customerOf } from '../reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose } from './present.ts'

const MOST_CHATS = 12

/** One tap: the chat is in our hands, the customer is told, the bot is silent there. */
export async function takeChat(turn: StaffTurn, conversationId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader, who } = turn
  const taken = await handOver(ctx, { conversationId, why: 'staff' })
  const { name } = await customerOf(ctx, conversationId, copy)
  const heading = taken ? copy.acts.handedOver({ name, who: who.name }) : copy.acts.handedOverAlready(name)
  const window = await windowOf(ctx, conversationId)
  const files = { images: 0, others: 0 }
  return { say: [conversationCard({ conversationId, name, said: [], heading, files, window }, reader)] }
}

export async function giveChatBack(turn: StaffTurn, conversationId: string): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const before = await conversationById(ctx, conversationId)
  if (!before) throw new Refusal('not_found')
  const given = await handBack(ctx, { conversationId, why: 'staff' })
  if (!given) return { say: [text(copy.staff.nobodyIsWaiting())] }
  return {
    say: [text(await handedBackWords(ctx, { conversationId, since: before.modeSince, idleMinutes: null }, reader))],
  }
}

export async function chatOutside(turn: StaffTurn, conversationId: string): Promise<StaffAnswer> {
  const { copy, ctx } = turn
  const noted = await conversationAnsweredOutside(ctx, { conversationId })
  const { name } = await customerOf(ctx, conversationId, copy)
  return { say: [text(noted ? copy.acts.chatAnsweredOutside(name) : copy.staff.nobodyIsWaiting())] }
}

/** For who typed no name: the one chat in our hands, or which of them. */
export async function whichChat(
  turn: StaffTurn,
  action: 'hand_back' | 'outside',
  act: (turn: StaffTurn, conversationId: string) => Promise<StaffAnswer>,
): Promise<StaffAnswer> {
  const { copy, ctx, reader } = turn
  const chats = await conversationsInStaffHands(ctx, MOST_CHATS)
  const [only, ...others] = chats
  if (!only) return { say: [text(copy.staff.nobodyIsWaiting())] }
  if (others.length === 0) return act(turn, only.id)
  const tap = tapsOf(reader.tenant.id)
  const acts = chats.map((it) =>
    action === 'hand_back'
      ? tap(it.name ?? copy.customer, 'hand_back', it.id)
      : tap(it.name ?? copy.customer, 'outside', 'conversation', it.id),
  )
  return { say: choose(copy.acts.whichChat, '', acts) }
}
