import type { Ctx } from '../context.ts'
import { post } from '../outbox/commands/post.ts'
import type { Notice } from '../outbox/schema.ts'
import type { Language } from '../tenants/schema.ts'

type News = { event: string; caseId?: string; bookingId?: string; conversationId?: string; facts?: Notice['facts'] }

/** The conversation that is being answered by this transaction: it gets an answer, not news of what it did itself. */
export function answering(ctx: Ctx, conversationId: string): void {
  ctx.gathered.set('notifications.answering', conversationId)
}

/** News for the staff: one row for each of the tenant's staff groups, worded at delivery. */
export async function notifyStaff(ctx: Ctx, news: News): Promise<void> {
  for (const group of await staffGroupsOf(ctx)) {
    if (group.id === ctx.gathered.get('notifications.answering')) continue
    post(ctx, {
      channelId: group.channel_id,
      conversationId: group.id,
      event: news.event,
      messages: [noticeOf(news, 'staff')],
      language: group.language ?? 'th',
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
  post(ctx, {
    channelId: reachable.channel_id,
    conversationId,
    event: news.event,
    messages: [noticeOf(news, 'customer')],
    language,
    ...(news.caseId && { caseId: news.caseId }),
    ...(news.bookingId && { bookingId: news.bookingId }),
  })
}

const noticeOf = (news: News, audience: Notice['audience']): Notice => ({
  type: 'notice',
  event: news.event,
  audience,
  ...(news.caseId && { caseId: news.caseId }),
  ...(news.bookingId && { bookingId: news.bookingId }),
  ...(news.conversationId && { conversationId: news.conversationId }),
  facts: news.facts ?? {},
})

type StaffGroup = { id: string; channel_id: string; language: Language | null }

async function staffGroupsOf(ctx: Ctx): Promise<StaffGroup[]> {
  const known = ctx.gathered.get('notifications.groups') as StaffGroup[] | undefined
  if (known) return known
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.channel_id, coalesce(c.language, t.language) as language from conversations c join tenants t on t.id = c.tenant_id
     where c.id in (
       select id from conversations where purpose = 'staff' and kind = 'group' and alerts is not false
       union all
       select d.id from conversations d join staff_identities i on i.channel_id = d.channel_id and i.external_id = d.source_id
         join staff s on s.id = i.staff_id and s.active where d.alerts and d.kind = 'direct')
     order by c.created_at`,
  )) as { rows: StaffGroup[] }
  ctx.gathered.set('notifications.groups', rows)
  return rows
}
