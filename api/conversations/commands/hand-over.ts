import { record, type Subject } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import { Conversation } from '../model.ts'

export const asSubject = (it: Conversation): Subject => ({
  kind: 'conversation',
  id: it.id,
  chainHead: it.chainHead,
  chainCount: it.chainCount,
})

export async function lockConversation(ctx: Ctx, id: string): Promise<Conversation> {
  const found = await Conversation.query(ctx.trx).findById(id).forNoKeyUpdate()
  if (!found) throw new Refusal('not_found')
  return found
}

/** Puts a customer's conversation (or their group's) in staff hands: the bot is silent until it is handed back. Twice changes nothing. */
export async function handOver(
  ctx: Ctx,
  input: { conversationId: string; why: 'asked' | 'unsure' | 'staff' },
): Promise<void> {
  const it = await lockConversation(ctx, input.conversationId)
  if (it.kind !== 'direct' && it.purpose !== 'vip') throw new Refusal('not_found')
  if (it.mode === 'staff') return
  await it.$query(ctx.trx).patch({ mode: 'staff', modeSince: ctx.now })
  record(ctx, asSubject(it), 'conversation.handed_over', { why: input.why })
  await keepInStaffHands(ctx, it.id)
  await notifyStaff(ctx, { event: 'conversation.handed_over', conversationId: it.id, facts: { why: input.why } })
}

/** Starts the tenant's idle time anew: nobody is left waiting because staff forgot to hand back. */
export async function keepInStaffHands(ctx: Ctx, conversationId: string): Promise<void> {
  const { handBackMinutes } = (await tenantById(ctx.tenantId)).settings
  if (handBackMinutes !== null)
    armTimer(ctx, 'conversation.hand_back', conversationId, new Date(ctx.now.getTime() + handBackMinutes * 60_000))
}

/** Gives the conversation back to the bot. */
export async function handBack(ctx: Ctx, input: { conversationId: string; why: 'staff' | 'idle' }): Promise<boolean> {
  const it = await lockConversation(ctx, input.conversationId)
  if (it.mode === 'bot') return false
  await it.$query(ctx.trx).patch({ mode: 'bot', modeSince: ctx.now })
  cancelTimers(ctx, it.id, ['conversation.hand_back'])
  record(ctx, asSubject(it), 'conversation.handed_back', { why: input.why })
  if (input.why === 'idle') {
    const back = { event: 'conversation.handed_back', conversationId: it.id }
    await notifyStaff(ctx, back)
    await notifyCustomer(ctx, it.id, it.language ?? (await tenantById(ctx.tenantId)).language, back)
  }
  return true
}
