import { windowOf } from '../../../api/whatsapp/queries.ts'
import { conversationAnsweredOutside, handBack, handOver } from '../../../api/conversations/commands/hand-over.ts'
import { conversationsInStaffHands, handsOf } from '../../../api/conversations/queries/in-staff-hands.ts'
import { conversationById } from '../../../api/conversations/queries.ts'
import { Refusal } from '../../../api/errors.ts'
import type { Worded } from '../../../api/outbox/schema.ts'
import { tapsOf, text } from '../../messages.ts'
import { handedBackWords } from '../../notices/hand-back.ts'
import { handsAct, seenIn } from '../card-acts.ts'
import { conversationCard } from '../cards.ts'
import { customerOf } from '../reply-to-customer.ts'
import type { StaffAnswer, StaffTurn } from '../staff-turn.ts'
import { choose } from './present.ts'

const MOST_CHATS = 12

/** One tap: the chat is in our hands, the customer is told, the bot is silent there. `stamp` is what the button saw. */
export async function takeChat(turn: StaffTurn, conversationId: string, stamp?: string): Promise<StaffAnswer> {
  const { copy, ctx, who } = turn
  const taken = await handOver(ctx, { conversationId, why: 'staff', ...seen(stamp) })
  if (!taken) return { say: [await chatNow(turn, conversationId)] }
  const { name } = await customerOf(ctx, conversationId, copy)
  return { say: [await chatNow(turn, conversationId, copy.acts.handedOver({ name, who: who.name }))] }
}

const seen = (stamp: string | undefined): { seen?: Date | null } => {
  const saw = seenIn(stamp)
  return saw === undefined ? {} : { seen: saw }
}

/** The chat's card as it is now, under what there is to say of it: who has it. */
async function chatNow(turn: StaffTurn, conversationId: string, words?: string): Promise<Worded> {
  const { copy, ctx, reader } = turn
  const hands = await handsOf(ctx, conversationId)
  if (!hands) throw new Refusal('not_found')
  const { name } = await customerOf(ctx, conversationId, copy)
  const has = hands.who ? copy.acts.chatIsWith({ name, who: hands.who }) : copy.acts.handedOverAlready(name)
  const heading = words ?? (hands.mode === 'bot' ? copy.staff.nobodyIsWaiting() : has)
  const window = await windowOf(ctx, conversationId)
  const files = { images: 0, others: 0 }
  return conversationCard({ conversationId, name, said: [], heading, files, window, hands }, reader)
}

export const withChatCard = async (turn: StaffTurn, id: string, words: string): Promise<StaffAnswer> => ({
  say: [text(words), await chatNow(turn, id)],
})

export async function giveChatBack(turn: StaffTurn, conversationId: string, stamp?: string): Promise<StaffAnswer> {
  const { ctx, reader } = turn
  const before = await conversationById(ctx, conversationId)
  if (!before) throw new Refusal('not_found')
  const given = await handBack(ctx, { conversationId, why: 'staff', ...seen(stamp) })
  if (!given) return { say: [await chatNow(turn, conversationId)] }
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
  if (!only) return { say: [text(copy.acts.noChats())] }
  if (others.length === 0) return act(turn, only.id)
  const tap = tapsOf(reader)
  const acts = chats.map((it) =>
    action === 'hand_back'
      ? {
          ...handsAct(it.id, { mode: 'staff', since: it.since, who: null }, copy, tap),
          label: it.name ?? copy.customer,
        }
      : tap(it.name ?? copy.customer, 'outside', 'conversation', it.id),
  )
  return { say: choose(copy.acts.whichChat, '', acts) }
}
