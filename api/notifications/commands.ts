import type { Ctx } from '../context.ts'
import { post } from '../outbox/commands/post.ts'
import type { Hold, Notice } from '../outbox/schema.ts'
import { tenantById } from '../tenants/queries.ts'
import type { Language, OwnQuietHours, QuietHours } from '../tenants/schema.ts'
import { planOf } from './queries/plan.ts'
import { quietUntil } from './quiet-hours.ts'
import { namedChats, ruling } from './rules.ts'
import { isCritical } from './schema.ts'

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
export async function notifyStaff(ctx: Ctx, said: News): Promise<void> {
  const news = await withItsCase(ctx, said)
  const { rules } = await planOf(ctx)
  for (const chat of await staffChatsOf(ctx, namedChats(rules))) {
    if (chat.id === ctx.gathered.get('notifications.answering')) continue
    const told = { ...news, audience: 'staff', channelId: chat.channel_id, conversationId: chat.id } as const
    if (!(ruling(rules, { ...told, caseTypeId: news.caseTypeId }) ?? chat.kind === 'group')) continue
    post(ctx, {
      channelId: chat.channel_id,
      conversationId: chat.id,
      event: news.event,
      messages: [noticeOf(news, 'staff')],
      language: chat.language ?? 'th',
      ...(await waitOf(ctx, told, chat.quiet_hours)),
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
  said: News,
): Promise<void> {
  if (!conversationId || conversationId === ctx.gathered.get('notifications.answering')) return
  const news = await withItsCase(ctx, said)
  const { rows } = (await ctx.trx.raw(
    `select c.channel_id, p.quiet_hours from conversations c join channels h on h.id = c.channel_id left join contacts p on p.id = c.contact_id
     where c.id = ? and c.kind = 'direct' and h.kind <> 'api' and p.blocked_at is null`,
    [conversationId],
  )) as { rows: { channel_id: string; quiet_hours: OwnQuietHours }[] }
  const reachable = rows[0]
  if (!reachable) return
  const told = { ...news, audience: 'customer', channelId: reachable.channel_id, conversationId } as const
  const { rules } = await planOf(ctx)
  if (ruling(rules, { ...told, caseTypeId: news.caseTypeId }) === false) return
  post(ctx, {
    channelId: reachable.channel_id,
    conversationId,
    event: news.event,
    messages: [noticeOf(news, 'customer')],
    language,
    ...(await waitOf(ctx, told, reachable.quiet_hours)),
    ...(news.caseId && { caseId: news.caseId }),
    ...(news.bookingId && { bookingId: news.bookingId }),
  })
}

/** Who tells of a case says how urgent it is; who does not makes us look: a critical one must not wait because of that. */
async function withItsCase(ctx: Ctx, news: News): Promise<News> {
  if (!news.caseId || news.severity) return news
  const { rows } = (await ctx.trx.raw('select severity, case_type_id from cases where id = ?', [news.caseId])) as {
    rows: { severity: string; case_type_id: string }[]
  }
  return rows[0] ? { ...news, severity: rows[0].severity, caseTypeId: rows[0].case_type_id } : news
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

type Wait = { mayWait?: boolean; held?: { for: Hold; until: Date } }

/** Critical news leaves at once. The rest waits out quiet hours, and in a group a moment for more to go with it. */
async function waitOf(ctx: Ctx, news: News & { audience: Notice['audience'] }, own: OwnQuietHours): Promise<Wait> {
  if (isCritical({ ...news, severity: news.severity })) return {}
  const { zone, settings } = await tenantById(ctx.tenantId)
  const usual: QuietHours | null = settings.quietHours[news.audience === 'customer' ? 'customers' : 'groups']
  const quietEnds = quietUntil(ctx.now, own, usual, zone)
  if (quietEnds) return { mayWait: true, held: { for: 'quiet', until: quietEnds } }
  if (news.audience === 'customer' || settings.gatherMs === 0) return { mayWait: true }
  return { mayWait: true, held: { for: 'gather', until: new Date(ctx.now.getTime() + settings.gatherMs) } }
}

type StaffChat = {
  id: string
  kind: 'direct' | 'group'
  channel_id: string
  language: Language | null
  quiet_hours: OwnQuietHours
}

/** The staff groups, and the chats of single members of staff that a rule names. */
async function staffChatsOf(ctx: Ctx, named: string[]): Promise<StaffChat[]> {
  const known = ctx.gathered.get('notifications.groups') as StaffChat[] | undefined
  if (known) return known
  const { rows } = (await ctx.trx.raw(
    `select c.id, c.kind, c.channel_id, c.quiet_hours, coalesce(c.language, t.language) as language
     from conversations c join tenants t on t.id = c.tenant_id
     where (c.purpose = 'staff' and c.kind = 'group') or (c.id = any(?::uuid[]) and c.kind = 'direct' and exists (
       select 1 from staff_identities i join staff s on s.id = i.staff_id
       where i.channel_id = c.channel_id and i.external_id = c.source_id and s.active))
     order by c.created_at`,
    [named],
  )) as { rows: StaffChat[] }
  ctx.gathered.set('notifications.groups', rows)
  return rows
}
