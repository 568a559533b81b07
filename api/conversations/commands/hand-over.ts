import { record, type Subject } from '../../activities/commands.ts'
import type { Ctx } from '../../context.ts'
import { Refusal } from '../../errors.ts'
import { notifyCustomer, notifyStaff } from '../../notifications/commands.ts'
import { opensAt } from '../../opening-hours.ts'
import type { Notice } from '../../outbox/schema.ts'
import { isSystem, mustWork } from '../../policy.ts'
import { tenantById } from '../../tenants/queries.ts'
import { armTimer, cancelTimers } from '../../timers/commands.ts'
import { Conversation } from '../model.ts'
import { spokenSince } from '../queries/in-staff-hands.ts'

export const asSubject = (it: Conversation): Subject => ({
  kind: 'conversation',
  id: it.id,
  chainHead: it.chainHead,
  chainCount: it.chainCount,
})

/** The customer was forgotten: nobody can be reached there. */
export const isErased = (it: Conversation): boolean => it.sourceId.startsWith('erased:')

export async function lockConversation(ctx: Ctx, id: string): Promise<Conversation> {
  const found = await Conversation.query(ctx.trx).findById(id).forNoKeyUpdate()
  if (!found) throw new Refusal('not_found')
  return found
}

/**
 * Puts a customer's conversation (or their group's) in staff hands: the customer is told, the bot is silent until it is handed back. Twice
 * changes nothing, and nor does whoever saw it in earlier hands (`seen`: since when it had been in those they saw).
 */
export async function handOver(
  ctx: Ctx,
  input: { conversationId: string; why: 'asked' | 'unsure' | 'staff'; seen?: Date | null },
): Promise<boolean> {
  if (ctx.actor.kind !== 'contact' && !isSystem(ctx.actor)) mustWork(ctx, 'hand_over')
  const it = await lockConversation(ctx, input.conversationId)
  if ((it.kind !== 'direct' && it.purpose !== 'vip') || isErased(it)) throw new Refusal('not_found')
  if (it.mode === 'staff' || isOvertaken(it, input.seen)) return false
  await it.$query(ctx.trx).patch({ mode: 'staff', modeSince: ctx.now })
  record(ctx, asSubject(it), 'conversation.handed_over', { why: input.why })
  await keepInStaffHands(ctx, it.id)
  await notifyStaff(ctx, { event: 'conversation.handed_over', conversationId: it.id, facts: { why: input.why } })
  if (input.why === 'staff') await tellCustomer(ctx, it, 'conversation.handed_over')
  return true
}

const isOvertaken = (it: Conversation, seen: Date | null | undefined): boolean =>
  seen !== undefined && (seen?.getTime() ?? 0) !== (it.modeSince?.getTime() ?? 0)

/** Starts the tenant's idle time anew: nobody is left waiting because staff forgot to hand back. */
export async function keepInStaffHands(ctx: Ctx, conversationId: string): Promise<void> {
  const { handBackMinutes } = (await tenantById(ctx.tenantId)).settings
  if (handBackMinutes !== null)
    armTimer(ctx, 'conversation.hand_back', conversationId, new Date(ctx.now.getTime() + handBackMinutes * 60_000))
}

/** Gives the conversation back to the bot; the customer is told, and after idle time the group reads what it came to. */
export async function handBack(
  ctx: Ctx,
  input: { conversationId: string; why: 'staff' | 'idle'; seen?: Date | null },
): Promise<boolean> {
  if (!isSystem(ctx.actor)) mustWork(ctx, 'hand_back')
  const it = await lockConversation(ctx, input.conversationId)
  if (it.mode === 'bot' || isOvertaken(it, input.seen)) return false
  await it.$query(ctx.trx).patch({ mode: 'bot', modeSince: ctx.now })
  cancelTimers(ctx, it.id, ['conversation.hand_back'])
  record(ctx, asSubject(it), 'conversation.handed_back', { why: input.why })
  await notifyStaff(ctx, {
    event: 'conversation.handed_back',
    conversationId: it.id,
    facts: { why: input.why, since: it.modeSince?.toISOString() ?? null },
  })
  await tellCustomer(ctx, it, 'conversation.handed_back', input.why === 'idle' ? await unheard(ctx, it) : {})
  return true
}

/** Somebody answered the customer where the desk cannot see it: the idle time begins anew. Nothing to note while the bot has the chat. */
export async function conversationAnsweredOutside(ctx: Ctx, input: { conversationId: string }): Promise<boolean> {
  mustWork(ctx, 'answered_outside')
  const it = await lockConversation(ctx, input.conversationId)
  if (it.mode !== 'staff') return false
  record(ctx, asSubject(it), 'conversation.answered_outside', {})
  await keepInStaffHands(ctx, it.id)
  return true
}

/** They asked for a person, and while nobody was there nobody came. */
async function unheard(ctx: Ctx, it: Conversation): Promise<Notice['facts']> {
  const { settings, zone } = await tenantById(ctx.tenantId)
  const opens = opensAt(ctx.now, { zone, hours: settings.hours, holidays: settings.holidays })
  if (!opens) return {}
  const spoken = await spokenSince(ctx, { conversationId: it.id, since: it.modeSince ?? ctx.now })
  return spoken.byStaff === 0 && !spoken.outside ? { opens: opens.toISOString() } : {}
}

async function tellCustomer(ctx: Ctx, it: Conversation, event: string, facts: Notice['facts'] = {}): Promise<void> {
  const language = it.language ?? (await tenantById(ctx.tenantId)).language
  await notifyCustomer(ctx, it.id, language, { event, conversationId: it.id, facts })
}
