import type { Ctx } from '../context.ts'
import { post } from '../outbox/commands/post.ts'
import type { Notice } from '../outbox/schema.ts'
import type { Language } from '../tenants/schema.ts'
import { customerPlaces, staffPlaces } from './queries/places.ts'

type News = { event: string; caseId?: string; bookingId?: string; conversationId?: string; facts?: Notice['facts'] }

/** The conversation that is being answered by this transaction: it gets an answer, not news of what it did itself. */
export function answering(ctx: Ctx, conversationId: string): void {
  ctx.gathered.set('notifications.answering', conversationId)
}

/** News for the staff: one row for each group it is routed to, worded at delivery. */
export async function notifyStaff(ctx: Ctx, news: News): Promise<void> {
  for (const group of await staffPlaces(ctx, news)) {
    if (group.id === ctx.gathered.get('notifications.answering')) continue
    post(ctx, {
      channelId: group.channelId,
      conversationId: group.id,
      event: news.event,
      messages: [noticeOf(news, 'staff')],
      language: group.language,
      ...(news.caseId && { caseId: news.caseId }),
      ...(news.bookingId && { bookingId: news.bookingId }),
    })
  }
}

/** News for the customer: where they spoke of it, and wherever else is theirs. */
export async function notifyCustomer(
  ctx: Ctx,
  conversationId: string | null,
  language: Language,
  news: News,
): Promise<void> {
  for (const place of await customerPlaces(ctx, conversationId, news)) {
    if (place.id === ctx.gathered.get('notifications.answering')) continue
    post(ctx, {
      channelId: place.channelId,
      conversationId: place.id,
      event: news.event,
      messages: [noticeOf(news, 'customer')],
      // in a group, too, it is the matter of somebody who spoke their own language
      language,
      ...(news.caseId && { caseId: news.caseId }),
      ...(news.bookingId && { bookingId: news.bookingId }),
    })
  }
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
