import type { Ctx } from '../context.ts'
import { post } from '../outbox/commands/post.ts'
import type { Notice } from '../outbox/schema.ts'
import type { Language } from '../tenants/schema.ts'
import { mannerOf } from './manner.ts'
import { staffAlone } from './queries/staff-alone.ts'

export type News = {
  event: string
  caseId?: string
  bookingId?: string
  conversationId?: string
  /** of the case: what is critical is never put off, and a rule may be about one type */
  severity?: string
  caseTypeId?: string
  facts?: Notice['facts']
}

/** The conversation that is being answered by this transaction: it gets an answer, not news of what it did itself. */
export function answering(ctx: Ctx, conversationId: string): void {
  ctx.gathered.set('notifications.answering', conversationId)
}

/** News for the staff: one row for each of their chats that wants it, worded at delivery. */
export async function notifyStaff(ctx: Ctx, news: News): Promise<void> {
  for (const chat of [...(await staffGroupsOf(ctx)), ...(await staffAlone(ctx))]) {
    if (chat.id === ctx.gathered.get('notifications.answering')) continue
    const manner = await mannerOf(ctx, news, chat, 'staff')
    if (!manner) continue
    post(ctx, {
      channelId: chat.channelId,
      conversationId: chat.id,
      event: news.event,
      messages: [noticeOf(news, 'staff')],
      language: chat.language ?? 'th',
      ...manner,
      ...(news.caseId && { caseId: news.caseId }),
      ...(news.bookingId && { bookingId: news.bookingId }),
    })
  }
}

/** News for the customer, in their own chat only. */
export async function notifyCustomer(
  ctx: Ctx,
  conversationId: string | null,
  language: Language,
  news: News,
): Promise<void> {
  if (!conversationId || conversationId === ctx.gathered.get('notifications.answering')) return
  const { rows } = (await ctx.trx.raw(
    `select c.channel_id from conversations c join channels h on h.id = c.channel_id left join contacts p on p.id = c.contact_id
     where c.id = ? and c.kind = 'direct' and h.kind <> 'api' and p.blocked_at is null`,
    [conversationId],
  )) as { rows: { channel_id: string }[] }
  const reachable = rows[0]
  if (!reachable) return
  const chat = { id: conversationId, channelId: reachable.channel_id }
  const manner = await mannerOf(ctx, news, chat, 'customer')
  if (!manner) return
  post(ctx, {
    channelId: chat.channelId,
    conversationId,
    event: news.event,
    messages: [noticeOf(news, 'customer')],
    language,
    ...manner,
    ...(news.caseId && { caseId: news.caseId }),
    ...(news.bookingId && { bookingId: news.bookingId }),
  })
}

export const noticeOf = (news: News, audience: Notice['audience']): Notice => ({
  type: 'notice',
  event: news.event,
  audience,
  ...(news.caseId && { caseId: news.caseId }),
  ...(news.bookingId && { bookingId: news.bookingId }),
  ...(news.conversationId && { conversationId: news.conversationId }),
  facts: news.facts ?? {},
})

type StaffGroup = { id: string; channelId: string; language: Language | null }

async function staffGroupsOf(ctx: Ctx): Promise<StaffGroup[]> {
  const known = ctx.gathered.get('notifications.groups') as StaffGroup[] | undefined
  if (known) return known
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.channel_id as "channelId", coalesce(c.language, t.language) as language from conversations c join tenants t on t.id = c.tenant_id
     where c.purpose = 'staff' and c.kind = 'group' order by c.created_at`,
  )) as { rows: StaffGroup[] }
  ctx.gathered.set('notifications.groups', rows)
  return rows
}
